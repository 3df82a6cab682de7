//! The generated crate: what `koo.toml` says of it, and its files.

use std::iter;
use std::path::{Component, Path, PathBuf};

use koo_codegen::select::{Selection, select};
use koo_codegen::{File, rust};
use koo_spec::catalogue::Catalogue;
use koo_spec::names::{self, UnknownName};
use toml::Spanned;

use crate::commands::Failure;
use crate::config::Config;
use crate::folder::slashed;

/// What a crate is generated from, besides the catalogue.
#[derive(Debug)]
pub(crate) struct Crate {
    /// What of the catalogue is in it.
    pub(crate) selection: Selection,
    /// Its folder.
    pub(crate) out: PathBuf,
    /// Path to `koo-runtime` for its manifest; a released version otherwise.
    pub(crate) runtime: Option<String>,
}

impl Crate {
    /// The crate that the settings of a project ask for; none where they name no folder for it.
    pub(crate) fn of_project(
        config: &Config,
        catalogue: &Catalogue,
    ) -> Result<Option<Self>, Failure> {
        let Some(out) = config.generate.out.as_ref().map(|out| config.path(out)) else {
            return Ok(None);
        };
        Ok(Some(Self {
            selection: Selection {
                families: families(config, catalogue)?,
                site: site(config, catalogue)?,
                ..Selection::default()
            },
            runtime: runtime(config, &out)?,
            out,
        }))
    }

    /// The files of the crate.
    pub(crate) fn files(&self, catalogue: &Catalogue) -> Result<Vec<File>, Failure> {
        let options = rust::Options {
            runtime_path: self.runtime.clone(),
            runtime_version: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let selected = select(catalogue, &self.selection)?;
        Ok(rust::emit(&selected, &options)?)
    }
}

/// The families that `koo.toml` names.
pub(crate) fn families(config: &Config, catalogue: &Catalogue) -> Result<Vec<String>, Failure> {
    let named = config.generate.family.iter();
    named
        .map(|id| {
            let family = names::family(catalogue, id.get_ref()).map_err(at(config, id))?;
            Ok(family.id.clone())
        })
        .collect()
}

/// The site that `koo.toml` names.
pub(crate) fn site(config: &Config, catalogue: &Catalogue) -> Result<Option<String>, Failure> {
    let named = config.generate.site.as_ref();
    named
        .map(|id| {
            let site = names::site(catalogue, id.get_ref()).map_err(at(config, id))?;
            Ok(site.to_owned())
        })
        .transpose()
}

/// The path to the runtime that `koo.toml` names, for the manifest of a crate.
pub(crate) fn runtime(config: &Config, out: &Path) -> Result<Option<String>, Failure> {
    let written = config.generate.runtime.as_ref();
    written
        .map(|written| path_to_runtime(out, written, config.folder()))
        .transpose()
}

/// Puts the place of a name before what is said of it.
fn at(config: &Config, name: &Spanned<String>) -> impl FnOnce(UnknownName) -> Failure {
    let position = config.position(name);
    move |unknown| Failure::Usage(format!("{position}: {unknown}"))
}

/// The path from a crate to its runtime, for the manifest; `from` is the folder that the written path starts in. A path
/// from the root stays one: the crate can be moved then, and be built in a container.
pub(crate) fn path_to_runtime(out: &Path, written: &Path, from: &Path) -> Result<String, Failure> {
    if written.is_absolute() {
        return Ok(slashed(written));
    }
    relative(out, &from.join(written))
}

/// The path from one folder to another. Both are taken as seen from the current folder.
fn relative(from: &Path, to: &Path) -> Result<String, Failure> {
    let absolute = |path: &Path| {
        std::path::absolute(path)
            .map(|path| normalise(&path))
            .map_err(|source| Failure::Io {
                action: "resolve",
                path: path.to_owned(),
                source,
            })
    };
    let (from, to) = (absolute(from)?, absolute(to)?);
    let shared = from
        .components()
        .zip(to.components())
        .take_while(|(left, right)| left == right)
        .count();
    let up = iter::repeat_n(PathBuf::from(".."), from.components().count() - shared);
    let down = iter::once(to.components().skip(shared).collect::<PathBuf>());
    Ok(slashed(&up.chain(down).collect::<PathBuf>()))
}

fn normalise(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => {
                normal.pop();
            }
            Component::CurDir => {}
            other => normal.push(other),
        }
    }
    normal
}
