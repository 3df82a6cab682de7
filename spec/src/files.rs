//! Reads catalogue folders. The only module of this crate that touches the file system.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Rule};
use crate::load::{Input, Loaded, load_with};
use crate::yaml::MAX_FILE_BYTES;

/// The most files a catalogue may have.
pub const MAX_FILES: usize = 1_000;

/// How deep folders are searched.
const MAX_FOLDER_DEPTH: usize = 8;

/// Why a path could not be loaded at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The path does not exist or may not be read.
    #[error("cannot read {path}: {source}")]
    Io {
        /// The path.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// No YAML file was found.
    #[error("{path} holds no YAML file (*.yaml or *.yml)")]
    Empty {
        /// The folder.
        path: PathBuf,
    },
    /// Too many files.
    #[error("{path} holds more than {MAX_FILES} YAML files; is it the catalogue folder?")]
    TooMany {
        /// The folder.
        path: PathBuf,
    },
}

/// Loads a catalogue folder, or the folder that a single file belongs to.
///
/// Of a single file, includes are looked up in the nearest folder above that holds `catalogue.yaml`, and only the
/// problems of that file are kept.
///
/// # Errors
///
/// When the path cannot be read or holds no YAML. A file inside that is too large or not UTF-8 is a diagnostic.
pub fn load_path(path: &Path) -> Result<Loaded, ReadError> {
    let metadata = fs::metadata(path).map_err(|source| ReadError::Io { path: path.to_owned(), source })?;
    if metadata.is_dir() {
        return load_folder(path);
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let root = parent.ancestors().take(MAX_FOLDER_DEPTH).find(|folder| folder.join("catalogue.yaml").is_file());
    let mut loaded = match root {
        Some(root) => load_folder(root)?,
        None => {
            let name = path.file_name().map(Path::new).unwrap_or(path).to_path_buf();
            load_files(parent, vec![name])?
        }
    };
    let shown = shown(path);
    let keep = |diagnostic: &Diagnostic| {
        loaded.sources.file(diagnostic.span().file).is_none_or(|file| file.path() == shown)
    };
    loaded.diagnostics = loaded.diagnostics.iter().filter(|diagnostic| keep(diagnostic)).cloned().collect();
    Ok(loaded)
}

fn load_folder(root: &Path) -> Result<Loaded, ReadError> {
    let mut paths = Vec::new();
    search(root, Path::new(""), 0, &mut paths)?;
    if paths.is_empty() {
        return Err(ReadError::Empty { path: root.to_owned() });
    }
    paths.sort();
    load_files(root, paths)
}

fn search(root: &Path, below: &Path, depth: usize, paths: &mut Vec<PathBuf>) -> Result<(), ReadError> {
    let folder = if below.as_os_str().is_empty() { root.to_owned() } else { root.join(below) };
    let entries = fs::read_dir(&folder).map_err(|source| ReadError::Io { path: folder.clone(), source })?;
    for entry in entries {
        let entry = entry.map_err(|source| ReadError::Io { path: folder.clone(), source })?;
        let name = entry.file_name();
        let relative = below.join(&name);
        // A link to a folder is not followed: it could lead back here.
        let file_type = entry.file_type().map_err(|source| ReadError::Io { path: entry.path(), source })?;
        if file_type.is_dir() && depth < MAX_FOLDER_DEPTH && !name.to_string_lossy().starts_with('.') {
            search(root, &relative, depth + 1, paths)?;
        } else if !file_type.is_dir() && is_yaml(&relative) {
            if paths.len() >= MAX_FILES {
                return Err(ReadError::TooMany { path: root.to_owned() });
            }
            paths.push(relative);
        }
    }
    Ok(())
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml")
}

fn load_files(root: &Path, paths: Vec<PathBuf>) -> Result<Loaded, ReadError> {
    let mut inputs = Vec::new();
    let mut unreadable = Vec::new();
    for relative in paths {
        let full = if root == Path::new(".") { relative.clone() } else { root.join(&relative) };
        match read_text(&full).map_err(|source| ReadError::Io { path: full.clone(), source })? {
            Ok(text) => inputs.push(Input { path: shown(&relative), shown: shown(&full), text }),
            Err(problem) => {
                unreadable.push(Diagnostic::new(Rule::UnreadableFile, format!("{}: {problem}", shown(&full))));
            }
        }
    }
    Ok(load_with(inputs, unreadable))
}

/// The text of a file, or why its content is not acceptable. Never reads more than the limit.
fn read_text(path: &Path) -> io::Result<Result<String, String>> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Ok(Err("a folder, not a file".to_owned()));
    }
    let mut bytes = Vec::new();
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let megabytes = MAX_FILE_BYTES / 1024 / 1024;
        return Ok(Err(format!("larger than {megabytes} MiB, which no guide is; is this the right file?")));
    }
    Ok(String::from_utf8(bytes).map_err(|error| {
        format!("not UTF-8 text: byte {} cannot be read; save the file as UTF-8", error.utf8_error().valid_up_to() + 1)
    }))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
