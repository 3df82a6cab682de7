//! `koo validate package`

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use koo_spec::interpret::artifact::{ListedFile, Listing};
use koo_validate::package;

use super::{Failure, Shared, print};
use crate::output::{Outcome, Output};

/// Arguments of `koo validate package`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo validate package deploy/
  koo validate package deploy/ --artifact template --site mainland --format gitlab

Exit codes: 0 the package keeps its limits, 1 errors found, 2 wrong usage or I/O")]
pub(super) struct Arguments {
    /// Folder of the unpacked package, or its only file.
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// What kind of package it is; otherwise the files tell.
    #[arg(long, value_name = "ID")]
    artifact: Option<String>,

    #[command(flatten)]
    shared: Shared,
}

/// More files than any package may have, and fewer than would fill the memory.
const MOST_FILES: usize = 200_000;

/// Validates a package.
pub(super) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let Some(catalogue) = arguments.shared.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let path = &arguments.folder;
    let failed = |path: &Path, source| Failure::Io {
        action: "read",
        path: path.to_owned(),
        source,
    };
    let is_file = fs::metadata(path)
        .map_err(|source| failed(path, source))?
        .is_file();
    let (root, name) = if is_file {
        let name = path.file_name().map(|name| name.to_string_lossy());
        (path.parent().unwrap_or(Path::new("")), name)
    } else {
        (path.as_path(), None)
    };
    let mut files = Vec::new();
    match &name {
        Some(name) => files.push(ListedFile {
            path: name.to_string(),
            bytes: fs::metadata(path)
                .map_err(|source| failed(path, source))?
                .len(),
        }),
        None => list(root, "", &mut files)?,
    }
    let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
    let kind = match &arguments.artifact {
        Some(id) => package::by_name(&catalogue, id)?,
        None => package::by_look(&catalogue, &paths)?,
    };
    let read = |path: &str| -> io::Result<Vec<u8>> { fs::read(root.join(path)) };
    let listing = Listing {
        name: name.as_deref(),
        packed_bytes: None,
        files,
        read: &read,
    };
    let shown = root.to_string_lossy();
    let report = package::check(kind, arguments.shared.site.as_deref(), &shown, &listing);
    print(&report, arguments.shared.format, output)
}

/// Every file below a folder. What a link points to is not part of the package.
fn list(root: &Path, below: &str, files: &mut Vec<ListedFile>) -> Result<(), Failure> {
    let folder = root.join(below);
    let failed = |source| Failure::Io {
        action: "read",
        path: folder.clone(),
        source,
    };
    for entry in fs::read_dir(&folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = match below {
            "" => name,
            below => format!("{below}/{name}"),
        };
        let kind = entry.file_type().map_err(failed)?;
        if kind.is_dir() {
            list(root, &path, files)?;
        } else if kind.is_file() {
            let bytes = entry.metadata().map_err(failed)?.len();
            files.push(ListedFile { path, bytes });
        }
        if files.len() > MOST_FILES {
            return Err(Failure::Usage(format!(
                "{} holds more than {MOST_FILES} files; that is no package",
                root.display()
            )));
        }
    }
    Ok(())
}
