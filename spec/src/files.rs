//! Reads catalogue folders. The only module of this crate that touches the file system.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::load::{Input, Loaded, Unreadable, load_with};
use crate::yaml::MAX_FILE_BYTES;

/// The most files a catalogue may have.
pub const MAX_FILES: usize = 1_000;

/// The folder of a catalogue that holds templates of projects. Its YAML is no spec.
pub const SCAFFOLD: &str = "scaffold";

/// How deep folders are searched.
const MAX_FOLDER_DEPTH: usize = 8;

/// Why a path could not be loaded at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The path does not exist or may not be read.
    #[error("cannot read {path}")]
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
/// problems that touch that file are kept.
///
/// # Errors
///
/// When the path cannot be read or holds no YAML. A file inside that cannot be read, is too large or is not UTF-8 is a
/// diagnostic, so that the other files are checked all the same.
pub fn load_path(path: &Path) -> Result<Loaded, ReadError> {
    let metadata = fs::metadata(path).map_err(|source| ReadError::Io {
        path: path.to_owned(),
        source,
    })?;
    if metadata.is_dir() {
        return Ok(load_files(path, find_files(path)?, None));
    }
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let name = path.file_name().map_or(path, Path::new);
    let Some(root) = catalogue_folder(parent) else {
        return Ok(load_files(parent, vec![name.to_owned()], None));
    };
    let mut files = find_files(&root)?;
    // Spellings of a path differ (`./a.yaml`, `b//a.yaml`), so files are compared by what they are.
    let wanted = fs::canonicalize(path).ok();
    let is_wanted = |relative: &PathBuf| {
        wanted.is_some() && fs::canonicalize(root.join(relative)).ok() == wanted
    };
    let relative = match files.iter().find(|relative| is_wanted(relative)) {
        Some(relative) => relative.clone(),
        None => {
            // The search passes over it, for example because of its name; asked for by name it is checked.
            let folder = parent.strip_prefix(&root).unwrap_or(Path::new(""));
            files.push(folder.join(name));
            folder.join(name)
        }
    };
    Ok(load_files(&root, files, Some(&relative)))
}

/// The nearest folder, upwards from this one, that holds `catalogue.yaml`.
fn catalogue_folder(from: &Path) -> Option<PathBuf> {
    let mut folder = from.to_owned();
    for _ in 0..MAX_FOLDER_DEPTH {
        if folder.join("catalogue.yaml").is_file() {
            return Some(folder);
        }
        // The path as it was written ends at the current folder or goes up already; from there `..` leads up.
        folder = match folder.file_name().and(folder.parent()) {
            Some(above) if above.as_os_str().is_empty() => PathBuf::from("."),
            Some(above) => above.to_owned(),
            None if folder == Path::new(".") => PathBuf::from(".."),
            None => folder.join(".."),
        };
    }
    None
}

/// The YAML files below a folder, in order.
fn find_files(root: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let mut paths = Vec::new();
    search(root, Path::new(""), 0, &mut paths)?;
    if paths.is_empty() {
        return Err(ReadError::Empty {
            path: root.to_owned(),
        });
    }
    paths.sort();
    Ok(paths)
}

fn search(
    root: &Path,
    below: &Path,
    depth: usize,
    paths: &mut Vec<PathBuf>,
) -> Result<(), ReadError> {
    let folder = if below.as_os_str().is_empty() {
        root.to_owned()
    } else {
        root.join(below)
    };
    let entries = fs::read_dir(&folder).map_err(|source| ReadError::Io {
        path: folder.clone(),
        source,
    })?;
    for entry in entries {
        let entry = entry.map_err(|source| ReadError::Io {
            path: folder.clone(),
            source,
        })?;
        let name = entry.file_name();
        let relative = below.join(&name);
        // A link to a folder is not followed: it could lead back here.
        let file_type = entry.file_type().map_err(|source| ReadError::Io {
            path: entry.path(),
            source,
        })?;
        if file_type.is_dir()
            && depth < MAX_FOLDER_DEPTH
            && !name.to_string_lossy().starts_with('.')
            && relative != Path::new(SCAFFOLD)
        {
            search(root, &relative, depth + 1, paths)?;
        } else if !file_type.is_dir() && is_yaml(&relative) {
            if paths.len() >= MAX_FILES {
                return Err(ReadError::TooMany {
                    path: root.to_owned(),
                });
            }
            paths.push(relative);
        }
    }
    Ok(())
}

fn is_yaml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "yaml" || extension == "yml")
}

/// Loads files below a folder; with `only`, the problems that do not touch that file are left out.
fn load_files(root: &Path, paths: Vec<PathBuf>, only: Option<&Path>) -> Loaded {
    let full = |relative: &Path| {
        if root == Path::new(".") {
            relative.to_owned()
        } else {
            root.join(relative)
        }
    };
    let mut inputs = Vec::new();
    let mut unreadable = Vec::new();
    for relative in paths {
        let full = full(&relative);
        match read_text(&full) {
            Ok(text) => inputs.push(Input {
                path: shown(&relative),
                shown: shown(&full),
                text,
            }),
            Err(problem) => unreadable.push(Unreadable {
                shown: shown(&full),
                problem,
            }),
        }
    }
    let mut loaded = load_with(inputs, unreadable);
    if let Some(only) = only {
        let only = shown(&full(only));
        let sources = &loaded.sources;
        let touches = |diagnostic: &Diagnostic| {
            diagnostic.labels.iter().any(|label| {
                sources
                    .file(label.span.file)
                    .is_some_and(|file| file.path() == only)
            })
        };
        loaded.diagnostics.retain(touches);
    }
    loaded
}

/// The text of a file, or why it cannot be taken. Never reads more than the limit.
fn read_text(path: &Path) -> Result<String, String> {
    let refused = |error: &io::Error| match error.kind() {
        io::ErrorKind::NotFound => "the link leads nowhere".to_owned(),
        io::ErrorKind::PermissionDenied => "reading it is not permitted".to_owned(),
        _ => error.to_string(),
    };
    // Asked before opening: opening a pipe waits for a writer, and a device may never end.
    let metadata = fs::metadata(path).map_err(|error| refused(&error))?;
    if metadata.is_dir() {
        return Err("it is a folder, not a file".to_owned());
    }
    if !metadata.is_file() {
        return Err("it is not a regular file but a pipe, socket or device".to_owned());
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| refused(&error))?;
    file.take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| refused(&error))?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let megabytes = MAX_FILE_BYTES / 1024 / 1024;
        return Err(format!(
            "it is larger than {megabytes} MiB, which no guide is; is this the right file?"
        ));
    }
    String::from_utf8(bytes).map_err(|error| {
        let (valid, bad) = (error.utf8_error().valid_up_to(), error.as_bytes());
        let line = bad
            .iter()
            .take(valid)
            .filter(|byte| **byte == b'\n')
            .count()
            + 1;
        format!("it is not UTF-8 text: line {line} has bytes that mean nothing in UTF-8")
    })
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
