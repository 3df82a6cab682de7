//! Files and their places: all of them or none.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use koo_codegen::scaffold::ProjectFile;
use koo_codegen::scaffold::update::{Action, Step};
use tempfile::NamedTempFile;

use crate::commands::Failure;

/// The largest file of a project that is merged.
const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;

fn failed(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Failure {
    let path = path.to_owned();
    move |source| Failure::Io {
        action,
        path,
        source,
    }
}

/// Writes a project into a folder that is not there or empty. It is put together beside its place and then renamed
/// into it, so that a failure leaves nothing behind.
pub(crate) fn create(folder: &Path, files: &[ProjectFile]) -> Result<(), Failure> {
    check_free(folder)?;
    let parent = parent(folder);
    fs::create_dir_all(parent).map_err(failed("create", parent))?;
    let workshop = tempfile::Builder::new()
        .prefix(".koo-new-")
        .tempdir_in(parent)
        .map_err(failed("create a folder in", parent))?;
    // Temporary folders are private to their owner; a project is not.
    let project = workshop.path().join("project");
    fs::create_dir(&project).map_err(failed("create", &project))?;
    write_all(&project, files)?;
    if folder.exists() {
        fs::remove_dir(folder).map_err(failed("replace", folder))?;
    }
    fs::rename(&project, folder).map_err(failed("create", folder))
}

/// Whether a project can be written here.
pub(crate) fn check_free(folder: &Path) -> Result<(), Failure> {
    let is_free = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == ErrorKind::NotFound => true,
        Err(error) if error.kind() == ErrorKind::NotADirectory => false,
        Err(error) => return Err(failed("read", folder)(error)),
    };
    if is_free {
        return Ok(());
    }
    let shown = folder.display();
    Err(Failure::Usage(format!(
        "{shown} is there already and not empty; choose another name"
    )))
}

/// Writes files into a folder that nobody sees yet.
pub(super) fn write_all(folder: &Path, files: &[ProjectFile]) -> Result<(), Failure> {
    for file in files {
        let path = folder.join(&file.path);
        let parent = parent(&path);
        fs::create_dir_all(parent).map_err(failed("create", parent))?;
        fs::write(&path, &file.contents).map_err(failed("write", &path))?;
        if file.is_executable() {
            make_executable(&path).map_err(failed("write", &path))?;
        }
    }
    Ok(())
}

/// The content of a project's file, if it is there.
pub(crate) fn read(root: &Path, relative: &str) -> Result<Option<Vec<u8>>, Failure> {
    let path = root.join(relative);
    let metadata = match fs::symlink_metadata(&path) {
        Ok(metadata) => metadata,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) => return Err(failed("read", &path)(error)),
    };
    if !metadata.is_file() {
        let shown = path.display();
        return Err(Failure::Usage(format!(
            "{shown} is a link or a folder, where a template has a file; move it away"
        )));
    }
    if metadata.len() > MAX_FILE_BYTES {
        return Err(Failure::Usage(format!(
            "{} is too large to merge",
            path.display()
        )));
    }
    fs::read(&path).map(Some).map_err(failed("read", &path))
}

/// Carries the steps of an update out: everything is written beside its place first, then renamed into it.
pub(crate) fn apply(root: &Path, steps: &[Step]) -> Result<(), Failure> {
    let mut staged: Vec<(NamedTempFile, PathBuf)> = Vec::new();
    for step in steps {
        if let Some(after) = step.after.as_ref().filter(|_| step.before != step.after) {
            let path = root.join(&step.path);
            staged.push((stage(&path, after).map_err(failed("write", &path))?, path));
        }
    }
    for (file, path) in staged {
        file.persist(&path)
            .map_err(|error| failed("write", &path)(error.error))?;
    }
    for step in steps.iter().filter(|step| step.action == Action::Remove) {
        let path = root.join(&step.path);
        fs::remove_file(&path).map_err(failed("remove", &path))?;
        // An empty folder is left behind by its last file; one with other files stays.
        let above = path.ancestors().skip(1).take_while(|above| *above != root);
        for folder in above {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
    }
    Ok(())
}

/// Writes a file beside its place, with the rights of the one that stands there.
fn stage(path: &Path, contents: &[u8]) -> io::Result<NamedTempFile> {
    let parent = parent(path);
    fs::create_dir_all(parent)?;
    let mut file = tempfile::Builder::new()
        .prefix(".koo-")
        .tempfile_in(parent)?;
    file.write_all(contents)?;
    match fs::metadata(path) {
        Ok(metadata) => file.as_file().set_permissions(metadata.permissions())?,
        Err(_) => share(file.as_file(), contents.starts_with(b"#!"))?,
    }
    Ok(file)
}

/// The folder of a path; that of a bare name is the current one.
fn parent(path: &Path) -> &Path {
    let parent = path.parent();
    parent
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Temporary files are private to their owner; files of a project are not.
#[cfg(unix)]
fn share(file: &fs::File, is_executable: bool) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = if is_executable { 0o755 } else { 0o644 };
    file.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn share(_file: &fs::File, _is_executable: bool) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn make_executable(path: &Path) -> io::Result<()> {
    share(&fs::File::open(path)?, true)
}

#[cfg(not(unix))]
fn make_executable(_path: &Path) -> io::Result<()> {
    Ok(())
}
