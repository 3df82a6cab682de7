//! Reads saved pages.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use koo_pages::page::Page;
use koo_pages::{MAX_PAGE_BYTES, decode, read};

use crate::commands::Failure;

/// Endings of files that are read from a folder.
const ENDINGS: &[&str] = &["html", "htm", "xhtml", "md", "markdown", "txt", "tsv"];

/// The most pages of one run.
const MAX_PAGES: usize = 2_000;

/// Reads pages from files and folders.
pub(super) fn pages(files: &[PathBuf]) -> Result<Vec<Page>, Failure> {
    let mut paths = Vec::new();
    for file in files {
        if file.is_dir() {
            paths.extend(below(file)?);
        } else {
            paths.push(file.clone());
        }
    }
    if paths.is_empty() {
        let folders: Vec<_> = files
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        return Err(Failure::Usage(format!(
            "{} holds no page (*.{})",
            folders.join(", "),
            ENDINGS.join(", *.")
        )));
    }
    if paths.len() > MAX_PAGES {
        return Err(Failure::Usage(format!(
            "more than {MAX_PAGES} pages; give a smaller folder"
        )));
    }
    paths.iter().map(|path| page(path)).collect()
}

fn page(path: &Path) -> Result<Page, Failure> {
    let failed = |source| Failure::Io {
        action: "read",
        path: path.to_owned(),
        source,
    };
    let shown = path.to_string_lossy().replace('\\', "/");
    let bytes = if shown == "-" {
        bytes(io::stdin().lock())
    } else {
        File::open(path).and_then(bytes)
    }
    .map_err(failed)?;
    let unusable = |problem: String| Failure::Usage(format!("{shown}: {problem}"));
    if bytes.len() > MAX_PAGE_BYTES {
        return Err(unusable(format!(
            "larger than the {MAX_PAGE_BYTES} bytes that are read; save the part with the tables"
        )));
    }
    let text = decode(&bytes).map_err(|error| unusable(error.to_string()))?;
    let name = if shown == "-" { "<stdin>" } else { &shown };
    read(name, &text, None).map_err(|error| unusable(error.to_string()))
}

/// The bytes of a page, and one more of a page that is too large.
fn bytes(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader
        .take(MAX_PAGE_BYTES as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The pages of a folder, in order; folders in it are not searched.
fn below(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |source| Failure::Io {
        action: "read",
        path: folder.to_owned(),
        source,
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let ending = path
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase());
        if path.is_file() && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
