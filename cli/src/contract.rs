//! Which catalogue a command works on.

use std::path::{Path, PathBuf};

use clap::Args;
use koo_spec::builtin;
use koo_spec::catalogue::Catalogue;
use koo_spec::files::load_path;
use koo_spec::load::Loaded;
use koo_spec::{names, report};

use crate::commands::Failure;
use crate::config::Config;
use crate::output::Output;

/// Where a catalogue is expected if nothing says where it is.
const FOLDER: &str = "spec/catalog";

/// The catalogue argument of every command that works on one.
#[derive(Debug, Args)]
pub(crate) struct SpecArguments {
    /// Catalogue folder or one of its files; that of koo.toml, spec/catalog or the built-in one unless given.
    #[arg(long = "spec", value_name = "DIR")]
    path: Option<PathBuf>,
}

impl SpecArguments {
    /// The folder of the catalogue, for commands that write to it.
    pub(crate) fn folder(&self) -> Result<PathBuf, Failure> {
        match locate(self.path.as_deref())? {
            Some((path, _)) if path.is_dir() => Ok(path),
            Some((path, _)) => Err(Failure::Usage(format!(
                "{} is no catalogue folder; give one with --spec",
                path.display()
            ))),
            None => Err(Failure::Usage(
                "the built-in catalogue cannot be edited; give a folder with --spec".to_owned(),
            )),
        }
    }

    /// The same, with a path to fall back on.
    pub(crate) fn or_at(&self, path: Option<&Path>) -> Self {
        let own = self.path.as_deref();
        Self {
            path: own.or(path).map(Path::to_owned),
        }
    }

    /// The folder of the catalogue, whose templates stand in it; nothing for the built-in one.
    pub(crate) fn templates(&self) -> Result<Option<PathBuf>, Failure> {
        let Some((path, _)) = locate(self.path.as_deref())? else {
            return Ok(None);
        };
        let absolute = std::path::absolute(&path).map_err(|source| Failure::Io {
            action: "resolve",
            path,
            source,
        })?;
        let folder = if absolute.is_file() {
            absolute.parent().map(Path::to_owned)
        } else {
            None
        };
        Ok(Some(folder.unwrap_or(absolute)))
    }

    /// Loads a catalogue that must be free of errors: problems are printed and give `None`.
    pub(crate) fn load(&self, output: &Output) -> Result<Option<Loaded>, Failure> {
        let loaded = read(self.path.as_deref(), builtin::load, output)?;
        if loaded.is_usable() {
            return Ok(Some(loaded));
        }
        output.result(&report::human(&loaded.diagnostics, &loaded.sources, true))?;
        output.remark("the catalogue has errors; nothing was done");
        Ok(None)
    }
}

/// The path of the catalogue and why it is that one; nothing for the built-in one.
fn locate(path: Option<&Path>) -> Result<Option<(PathBuf, &'static str)>, Failure> {
    if let Some(path) = path {
        return Ok(Some((path.to_owned(), "as asked for")));
    }
    if let Some(path) = Config::load()?.spec() {
        return Ok(Some((path, "as koo.toml says")));
    }
    let folder = PathBuf::from(FOLDER);
    Ok(folder
        .is_dir()
        .then_some((folder, "found below the current folder")))
}

/// Loads the catalogue of a path or, without one, that of the project or the built-in one, with all its problems.
pub(crate) fn check(path: Option<&Path>, output: &Output) -> Result<Loaded, Failure> {
    read(path, builtin::check, output)
}

fn read(path: Option<&Path>, built_in: fn() -> Loaded, output: &Output) -> Result<Loaded, Failure> {
    match locate(path)? {
        Some((path, chosen)) => {
            output.detail(&format!("catalogue: {}, {chosen}", path.display()));
            Ok(load_path(&path)?)
        }
        None => {
            output.detail(&format!(
                "catalogue: the one built into koo {}; neither koo.toml nor {FOLDER} was found",
                env!("CARGO_PKG_VERSION")
            ));
            Ok(built_in())
        }
    }
}

/// The catalogue as one site documents it.
pub(crate) fn for_site(catalogue: &Catalogue, site: &str) -> Result<Catalogue, Failure> {
    let site = names::site(catalogue, site)?;
    let projected = catalogue.for_site(site);
    if projected.families.is_empty() && !catalogue.families.is_empty() {
        let families: Vec<_> = catalogue
            .families
            .iter()
            .map(|family| family.id.as_str())
            .collect();
        return Err(Failure::Usage(format!(
            "the site `{site}` does not publish {}",
            families.join(", ")
        )));
    }
    Ok(projected)
}
