//! `koo update`

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use koo_codegen::scaffold::merge::Labels;
use koo_codegen::scaffold::update::{ASIDE, Action, Before, Step, plan, unresolved};
use koo_codegen::scaffold::{Bindings, ProjectFile, about, emit};
use serde_json::json;

use super::Failure;
use super::new::{absolute, input, words, written};
use crate::contract::SpecArguments;
use crate::folder::diff;
use crate::output::{Outcome, Output, counted};
use crate::project::{Record, SourceArguments, apply, read, regenerate, templates};

/// Arguments of `koo update`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo update                       newer templates into the project in the current folder
  koo update shop --dry-run        the differences it would make
  koo update --released            released versions of koo's crates instead of a checkout
  koo update --bindings crate      the crate of koo instead of bindings of the project's own

What the templates changed since the project was made, or last updated, is merged with what you
changed; where both touch the same lines, the file gets conflict markers. Files you deleted stay
deleted, files you edited stay when the templates have them no more. Bindings are not merged but
generated again where this koo gives them differently, as koo.toml says. While a file has conflict
markers, or one ending in .koo-new stands beside it, nothing is updated.

Exit codes: 0 up to date or updated, 1 conflicts are left to you (or would be, with --dry-run) or
errors in the catalogue, 2 wrong usage, unresolved conflicts, or I/O")]
pub(crate) struct Arguments {
    /// Folder of the project.
    #[arg(default_value = ".", value_name = "DIR")]
    folder: PathBuf,

    /// Write nothing; print the differences.
    #[arg(long)]
    dry_run: bool,

    /// Folder with templates of your own; the one that `koo new` was given otherwise.
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,

    /// Where models, validators, signatures, server and client come from; as before unless given.
    #[arg(long, value_parser = words(Bindings::ALL, Bindings::as_str))]
    bindings: Option<Bindings>,

    #[command(flatten)]
    source: SourceArguments,

    #[command(flatten)]
    spec: SpecArguments,

    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line for each file, or a diff with --dry-run.
    Human,
    /// One JSON document.
    Json,
}

/// Brings newer templates into a project.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let project = &arguments.folder;
    let old = Record::load(project)?;
    let spec = arguments.spec.or_at(old.spec.as_deref());
    let Some(loaded) = spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let spec = spec.templates()?;
    let own = arguments.templates.as_deref().map(absolute).transpose()?;
    let own = match (own, &old.templates) {
        (None, Some(gone)) if !gone.is_dir() => {
            return Err(Failure::Usage(format!(
                "the templates of this project were in {}, which is gone; say where they are with --templates DIR",
                gone.display()
            )));
        }
        (own, old) => own.or_else(|| old.clone()),
    };
    let mut choices = old.choices.clone();
    if let Some(dependencies) = arguments.source.chosen()? {
        choices.dependencies = dependencies;
    }
    choices.bindings = arguments.bindings.unwrap_or(choices.bindings);
    let templates = templates(spec.as_deref(), &choices.family, own.as_deref())?;
    let spec_folder = spec.as_deref().map(written);
    let input = input(&loaded.catalogue, spec_folder.as_deref(), &choices);
    let newer = emit(&input, &templates)?;
    let before = before(project, &old, &newer)?;
    let open = unresolved(&before);
    if !open.is_empty() {
        return Err(Failure::Usage(format!(
            "resolve these conflicts first, then update: {}",
            open.join(", ")
        )));
    }
    let version = about(&templates)?.version;
    let record = Record::new(
        env!("CARGO_PKG_VERSION"),
        version,
        spec,
        own,
        choices,
        &newer,
    );
    let mut steps = plan(&before, &newer, &labels(&old, &record));
    let choices = (&old.choices, &record.choices);
    let bindings = regenerate(project, &loaded.catalogue, choices, &steps)?;
    steps.extend(bindings.steps);
    if !arguments.dry_run && (record != old || !steps.is_empty()) {
        apply(project, &steps)?;
        record.replace(project, &newer)?;
    }
    print(arguments, &old, &record, &steps, output)?;
    if let Some(remark) = bindings.remark {
        output.remark(remark);
    }
    let needs_a_person = steps.iter().any(|step| step.action.needs_a_person());
    Ok(if needs_a_person {
        Outcome::Problems
    } else {
        Outcome::Clean
    })
}

/// The project as it stands.
fn before(project: &Path, old: &Record, newer: &[ProjectFile]) -> Result<Before, Failure> {
    let mut before = Before {
        base: old.base(project)?,
        ..Before::default()
    };
    let recorded = before.base.keys().cloned();
    let paths: Vec<String> = recorded
        .chain(newer.iter().map(|file| file.path.clone()))
        .collect();
    for path in paths {
        let aside = format!("{path}{ASIDE}");
        for path in [path, aside] {
            if let Some(contents) = read(project, &path)? {
                before.project.insert(path, contents);
            }
        }
    }
    Ok(before)
}

fn labels(old: &Record, new: &Record) -> Labels {
    let of = |record: &Record| format!("koo {} template {}", record.koo, record.template);
    Labels {
        yours: "your edit".to_owned(),
        base: of(old),
        template: of(new),
    }
}

fn print(
    arguments: &Arguments,
    old: &Record,
    new: &Record,
    steps: &[Step],
    output: &Output,
) -> Result<(), Failure> {
    if arguments.format == Format::Json {
        let steps: Vec<_> = steps
            .iter()
            .map(|step| json!({ "path": step.path, "action": step.action.as_str(), "diff": difference(step) }))
            .collect();
        let report = json!({
            "koo": 1,
            "folder": arguments.folder,
            "written": !arguments.dry_run,
            "from": { "koo": old.koo, "template": old.template },
            "to": { "koo": new.koo, "template": new.template },
            "steps": steps,
        });
        return output.result(&(serde_json::to_string_pretty(&report)? + "\n"));
    }
    for step in steps {
        if arguments.dry_run {
            output.result(&difference(step))?;
        }
        output.remark(&format!(
            "{:13} {}{}",
            step.action.as_str(),
            step.path,
            advice(step.action)
        ));
    }
    let conflicts = steps
        .iter()
        .filter(|step| step.action.needs_a_person())
        .count();
    output.remark(&match (steps.len(), conflicts, arguments.dry_run) {
        (0, ..) => "the project is up to date".to_owned(),
        (_, 0, true) => "no conflicts; nothing was written".to_owned(),
        (_, 0, false) => "updated; look at the changes, run the tests, commit".to_owned(),
        (_, conflicts, true) => format!("{}; nothing was written", counted(conflicts, "conflict")),
        (_, conflicts, false) => format!(
            "updated, with {} left to you; resolve, run the tests, commit",
            counted(conflicts, "conflict")
        ),
    });
    Ok(())
}

/// What a person should know about a step.
const fn advice(action: Action) -> &'static str {
    match action {
        Action::Conflict => ": choose between the markers",
        Action::Aside => ": take over what you want of it, then delete it",
        Action::StaysDeleted => ", though the templates changed it",
        Action::StaysEdited => ", though the templates have it no more",
        Action::Create | Action::Update | Action::Merge | Action::Remove | Action::Regenerate => "",
    }
}

/// The change of a step as a unified diff; nothing where the file stays as it is.
fn difference(step: &Step) -> String {
    if step.before == step.after {
        return String::new();
    }
    diff(&step.path, step.before.as_deref(), step.after.as_deref())
}
