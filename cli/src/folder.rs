//! The output folder: what differs, and writing it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use koo_codegen::{File, is_written_by};
use similar::TextDiff;

use crate::commands::Failure;

/// How deep the folder is searched for files of earlier runs.
const MAX_DEPTH: usize = 8;

/// What would change in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change {
    /// A file that is not there.
    Create(File),
    /// A file with other content.
    Update {
        /// The file as it should be.
        file: File,
        /// Content now.
        before: String,
    },
    /// A file of an earlier run that is no longer emitted.
    Remove {
        /// Path below the folder.
        path: String,
        /// Content now.
        before: String,
    },
}

impl Change {
    /// Path below the folder.
    pub(crate) fn path(&self) -> &str {
        match self {
            Self::Create(file) | Self::Update { file, .. } => &file.path,
            Self::Remove { path, .. } => path,
        }
    }

    /// What happens, in one word.
    pub(crate) const fn verb(&self) -> &'static str {
        match self {
            Self::Create(_) => "create",
            Self::Update { .. } => "update",
            Self::Remove { .. } => "remove",
        }
    }

    /// A unified diff of the change.
    pub(crate) fn diff(&self) -> String {
        match self {
            Self::Create(file) => diff(&file.path, None, Some(file.contents.as_bytes())),
            Self::Update { file, before } => diff(
                &file.path,
                Some(before.as_bytes()),
                Some(file.contents.as_bytes()),
            ),
            Self::Remove { path, before } => diff(path, Some(before.as_bytes()), None),
        }
    }
}

/// A unified diff of a file that may be missing before or after.
pub(crate) fn diff(path: &str, before: Option<&[u8]>, after: Option<&[u8]>) -> String {
    let name = |side: char, contents: Option<&[u8]>| match contents {
        Some(_) => format!("{side}/{path}"),
        None => "/dev/null".to_owned(),
    };
    let (old, new) = (name('a', before), name('b', after));
    if [before, after]
        .into_iter()
        .flatten()
        .any(|contents| contents.contains(&0))
    {
        return format!("Binary files {old} and {new} differ\n");
    }
    let text = |contents: Option<&[u8]>| {
        String::from_utf8_lossy(contents.unwrap_or_default()).into_owned()
    };
    let (before, after) = (text(before), text(after));
    TextDiff::from_lines(before.as_str(), after.as_str())
        .unified_diff()
        .context_radius(3)
        .header(&old, &new)
        .to_string()
}

/// A path as files have it that are read on every system.
pub(crate) fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Refuses a folder that cannot be one, because it is a file or below one.
pub(crate) fn can_be(folder: &Path) -> Result<(), Failure> {
    match folder.ancestors().find(|path| path.is_file()) {
        Some(file) if file == folder => Err(Failure::Usage(format!(
            "{} is a file; give a folder with --out",
            file.display()
        ))),
        Some(file) => Err(Failure::Usage(format!(
            "{} cannot be a folder: {} is a file",
            folder.display(),
            file.display()
        ))),
        None => Ok(()),
    }
}

/// What has to change so that the folder holds exactly the files, besides files without the banner.
pub(crate) fn compare(folder: &Path, files: &[File], banner: &str) -> Result<Vec<Change>, Failure> {
    can_be(folder)?;
    let mut changes = Vec::new();
    for file in files {
        changes.extend(compare_file(folder, file, banner)?);
    }
    let mut existing = BTreeMap::new();
    search(folder, "", 0, banner, &mut existing)?;
    for (path, before) in existing {
        if !files.iter().any(|file| file.path == path) {
            changes.push(Change::Remove { path, before });
        }
    }
    changes.sort_by(|left, right| left.path().cmp(right.path()));
    Ok(changes)
}

/// What has to change so that the folder holds this file.
pub(crate) fn compare_file(
    folder: &Path,
    file: &File,
    banner: &str,
) -> Result<Option<Change>, Failure> {
    let path = folder.join(&file.path);
    let Some(before) = read(&path)? else {
        return Ok(Some(Change::Create(file.clone())));
    };
    if before == file.contents {
        return Ok(None);
    }
    // A table cannot carry a banner; its columns tell where it comes from.
    let same_columns = path.extension().is_some_and(|extension| extension == "csv")
        && before.lines().next() == file.contents.lines().next();
    if is_written_by(&before, banner) || same_columns {
        return Ok(Some(Change::Update {
            file: file.clone(),
            before,
        }));
    }
    Err(Failure::Usage(format!(
        "{} was not written by koo and would be overwritten; move it away or choose another --out",
        path.display()
    )))
}

/// Carries the changes out. Each file is written beside its place and then renamed into it.
pub(crate) fn apply(folder: &Path, changes: &[Change]) -> Result<(), Failure> {
    for change in changes {
        let path = folder.join(change.path());
        match change {
            Change::Create(file) | Change::Update { file, .. } => write(&path, &file.contents)?,
            Change::Remove { .. } => {
                fs::remove_file(&path).map_err(|source| Failure::Io {
                    action: "remove",
                    path: path.clone(),
                    source,
                })?;
                // An empty folder is left behind by its last file; one with other files stays.
                if let Some(parent) = path.parent().filter(|parent| *parent != folder) {
                    let _ = fs::remove_dir(parent);
                }
            }
        }
    }
    Ok(())
}

/// Writes a text beside its place and then renames it into it.
pub(crate) fn write(path: &Path, contents: &str) -> Result<(), Failure> {
    write_bytes(path, contents.as_bytes())
}

/// Writes bytes beside their place and then renames them into it.
pub(crate) fn write_bytes(path: &Path, contents: &[u8]) -> Result<(), Failure> {
    let failed = |source| Failure::Io {
        action: "write",
        path: path.to_owned(),
        source,
    };
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(failed)?;
    let mut temporary = tempfile::Builder::new()
        .prefix(".koo-")
        .tempfile_in(parent)
        .map_err(failed)?;
    temporary.write_all(contents).map_err(failed)?;
    share_readable(temporary.as_file()).map_err(failed)?;
    temporary
        .persist(path)
        .map_err(|error| failed(error.error))?;
    Ok(())
}

/// Temporary files are private to their owner; sources are not.
#[cfg(unix)]
fn share_readable(file: &fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn share_readable(_file: &fs::File) -> std::io::Result<()> {
    Ok(())
}

fn read(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read(path) {
        // What is not text was not written by koo; the caller says so.
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(source) => Err(Failure::Io {
            action: "read",
            path: path.to_owned(),
            source,
        }),
    }
}

/// The files below the folder that have the banner.
fn search(
    root: &Path,
    below: &str,
    depth: usize,
    banner: &str,
    found: &mut BTreeMap<String, String>,
) -> Result<(), Failure> {
    let folder = root.join(below);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(source) => {
            return Err(Failure::Io {
                action: "read",
                path: folder,
                source,
            });
        }
    };
    for entry in entries {
        let entry = entry.map_err(|source| Failure::Io {
            action: "read",
            path: folder.clone(),
            source,
        })?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path: PathBuf = entry.path();
        let relative = if below.is_empty() {
            name.clone()
        } else {
            format!("{below}/{name}")
        };
        let kind = entry.file_type().map_err(|source| Failure::Io {
            action: "read",
            path: path.clone(),
            source,
        })?;
        if kind.is_dir() {
            // A folder with a manifest of its own is another crate, whoever wrote it.
            let is_crate = path.join("Cargo.toml").is_file();
            if depth < MAX_DEPTH && !name.starts_with('.') && name != "target" && !is_crate {
                search(root, &relative, depth + 1, banner, found)?;
            }
        } else if kind.is_file()
            && let Some(contents) = read(&path)?.filter(|contents| is_written_by(contents, banner))
        {
            found.insert(relative, contents);
        }
    }
    Ok(())
}
