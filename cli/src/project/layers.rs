//! Templates: the built-in ones, those of the catalogue, those of a folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use koo_codegen::scaffold::{COMMON, Layer, Templates};
use koo_spec::builtin;
use koo_spec::files::SCAFFOLD;

use crate::commands::Failure;

/// How many files a folder of templates may have.
const MAX_FILES: usize = 2_000;

/// How large a template may be.
const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// How deep a folder of templates is searched.
const MAX_DEPTH: usize = 16;

/// The layers for a guide: of a catalogue in a folder, or of the built-in one.
pub(crate) fn templates(
    catalogue: Option<&Path>,
    family: &str,
    own: Option<&Path>,
) -> Result<Templates, Failure> {
    let mut layers = vec![Layer::service()];
    for part in [COMMON, family] {
        layers.push(match catalogue {
            Some(folder) => {
                let folder = folder.join(SCAFFOLD).join(part);
                if folder.is_dir() {
                    read_layer(&folder)?
                } else {
                    Layer::default()
                }
            }
            None => built_in(part),
        });
    }
    if let Some(own) = own {
        layers.push(read_layer(own)?);
    }
    Ok(Templates { layers })
}

/// A layer of the built-in catalogue.
fn built_in(part: &str) -> Layer {
    let below = format!("{part}/");
    let files = builtin::SCAFFOLD.iter().filter_map(|(path, contents)| {
        Some((path.strip_prefix(&below)?.to_owned(), contents.to_vec()))
    });
    Layer {
        name: format!("{}/{SCAFFOLD}/{part}", builtin::SHOWN),
        files: files.collect(),
    }
}

/// Reads a folder of templates.
fn read_layer(folder: &Path) -> Result<Layer, Failure> {
    let mut files = BTreeMap::new();
    search(folder, "", 0, &mut files)?;
    Ok(Layer {
        name: folder.display().to_string(),
        files,
    })
}

fn search(
    root: &Path,
    below: &str,
    depth: usize,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), Failure> {
    let folder = root.join(below);
    let failed = |source| Failure::Io {
        action: "read",
        path: folder.clone(),
        source,
    };
    for entry in fs::read_dir(&folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = entry.path();
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            return Err(Failure::Usage(format!(
                "{} has a name that is no text",
                path.display()
            )));
        };
        // The history of the templates themselves is none of them.
        if name == ".git" {
            continue;
        }
        let relative = if below.is_empty() {
            name.to_owned()
        } else {
            format!("{below}/{name}")
        };
        // Links are not followed to folders: they could lead back here.
        if entry.file_type().map_err(failed)?.is_dir() {
            if depth == MAX_DEPTH {
                return Err(Failure::Usage(format!(
                    "{} lies too deep for a template",
                    path.display()
                )));
            }
            search(root, &relative, depth + 1, files)?;
            continue;
        }
        let failed = |source| Failure::Io {
            action: "read",
            path: path.clone(),
            source,
        };
        let metadata = fs::metadata(&path).map_err(failed)?;
        if !metadata.is_file() {
            continue;
        }
        if metadata.len() > MAX_FILE_BYTES || files.len() == MAX_FILES {
            return Err(Failure::Usage(format!(
                "{} is too much: a folder of templates has at most {MAX_FILES} files of {} MiB",
                path.display(),
                MAX_FILE_BYTES / (1024 * 1024)
            )));
        }
        files.insert(relative, fs::read(&path).map_err(failed)?);
    }
    Ok(())
}
