//! The bindings of a project: generated from the catalogue as its `koo.toml` says, neither recorded nor merged.

use std::path::{Component, Path};

use koo_codegen::BANNER;
use koo_codegen::scaffold::merge::is_unresolved;
use koo_codegen::scaffold::update::{Action, Step};
use koo_codegen::scaffold::{Bindings, Choices, ProjectFile};
use koo_spec::catalogue::Catalogue;

use super::place;
use crate::bindings::Crate;
use crate::commands::Failure;
use crate::config::{Config, FILE};
use crate::folder::{Change, compare, slashed};

/// The bindings of a new project, whose settings are among its files.
pub(crate) fn bindings(
    catalogue: &Catalogue,
    choices: &Choices,
    folder: &Path,
    files: &[ProjectFile],
) -> Result<Vec<ProjectFile>, Failure> {
    if choices.bindings == Bindings::Crate {
        return Ok(Vec::new());
    }
    let settings = files.iter().find(|file| file.path == FILE);
    let settings = settings.map(|file| file.contents.as_slice());
    let config = read(settings.unwrap_or_default(), folder)?;
    let below = config.generate.out.as_deref().and_then(inside);
    let target = Crate::of_project(&config, catalogue)?;
    let (Some(below), Some(target)) = (below, target) else {
        return Err(Failure::Usage(format!(
            "the template of {FILE} names no folder of the project for bindings: write `out` in [generate], or choose \
             --bindings crate"
        )));
    };
    let files = target.files(catalogue)?.into_iter();
    let place = |file: koo_codegen::File| ProjectFile {
        path: format!("{below}/{}", file.path),
        contents: file.contents.into_bytes(),
    };
    Ok(files.map(place).collect())
}

/// What an update does to the bindings.
#[derive(Debug, Default)]
pub(crate) struct Regeneration {
    /// The files that change.
    pub(crate) steps: Vec<Step>,
    /// Why they are left as they are, where they are.
    pub(crate) remark: Option<&'static str>,
}

/// What becomes of the bindings when a project is updated, and its templates with these steps.
pub(crate) fn regenerate(
    project: &Path,
    catalogue: &Catalogue,
    (old, new): (&Choices, &Choices),
    steps: &[Step],
) -> Result<Regeneration, Failure> {
    let settings = place::read(project, FILE)?;
    if new.bindings == Bindings::Crate {
        return match settings {
            Some(settings) if old.bindings == Bindings::Project => dissolve(&settings, project),
            _ => Ok(Regeneration::default()),
        };
    }
    let merged = steps.iter().find(|step| step.path == FILE);
    let settings = match merged {
        Some(step) => step.after.clone(),
        None => settings,
    };
    let left = |remark| {
        Ok(Regeneration {
            remark: Some(remark),
            ..Regeneration::default()
        })
    };
    let settings = settings.unwrap_or_default();
    if is_unresolved(&settings) {
        return left("the bindings wait: resolve koo.toml, then run `koo generate`");
    }
    let config = read(&settings, project)?;
    let target = Crate::of_project(&config, catalogue)?;
    let (Some(out), Some(target)) = (&config.generate.out, target) else {
        return left("the bindings are left alone: koo.toml names no folder for them");
    };
    let changes = compare(&target.out, &target.files(catalogue)?, BANNER)?;
    Ok(changed(out, changes))
}

/// Removes bindings that are no longer used; those in a folder outside the project may be those of others.
fn dissolve(settings: &[u8], project: &Path) -> Result<Regeneration, Failure> {
    let config = read(settings, project)?;
    let out = config.generate.out.as_deref();
    let Some(out) = out.filter(|out| inside(out).is_some()) else {
        return Ok(Regeneration::default());
    };
    Ok(changed(out, compare(&config.path(out), &[], BANNER)?))
}

fn changed(out: &Path, changes: Vec<Change>) -> Regeneration {
    let step = |change: Change| {
        let path = slashed(&out.join(change.path()));
        let (action, before, after) = match change {
            Change::Create(file) => (Action::Regenerate, None, Some(file.contents)),
            Change::Update { file, before } => {
                (Action::Regenerate, Some(before), Some(file.contents))
            }
            Change::Remove { before, .. } => (Action::Remove, Some(before), None),
        };
        Step {
            path,
            action,
            before: before.map(String::into_bytes),
            after: after.map(String::into_bytes),
        }
    };
    Regeneration {
        steps: changes.into_iter().map(step).collect(),
        remark: None,
    }
}

fn read(settings: &[u8], project: &Path) -> Result<Config, Failure> {
    Config::parse(
        String::from_utf8_lossy(settings).into_owned(),
        project.join(FILE),
    )
}

/// A folder below the project, as paths of its files have it.
fn inside(folder: &Path) -> Option<String> {
    let mut components = folder.components();
    let is_inside = components.all(|component| matches!(component, Component::Normal(_)));
    (is_inside && !folder.as_os_str().is_empty()).then(|| slashed(folder))
}
