//! Files of a revision, read through the `git` command.

use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use koo_spec::files::MAX_FILES;
use koo_spec::load::Input;
use koo_spec::yaml::MAX_FILE_BYTES;

use crate::commands::Failure;
use crate::edition::has_json_name;

/// The YAML files below a folder of a revision, or one file of it with what belongs to its catalogue. Of a JSON file,
/// only that.
pub(crate) fn read(revision: &str, inside: &str) -> Result<Vec<Input>, Failure> {
    // A name that begins with a hyphen would be an option.
    let commit = format!("{revision}^{{commit}}");
    let arguments = [
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        &commit,
    ];
    let Some(commit) = git(&arguments)? else {
        return Err(Failure::Usage(format!(
            "`{revision}:{inside}` is neither a path nor a revision: there is no revision `{revision}` in this repository"
        )));
    };
    let commit = commit.trim();
    // As for `git show`, a path counts from the top of the repository.
    let inside = inside.trim_end_matches('/');
    let folder = format!("{commit}:{inside}");
    let missing = || {
        Failure::Usage(format!(
            "the revision `{revision}` has no `{inside}`; paths of a revision count from the top of the repository"
        ))
    };
    let kind = git(&["cat-file", "-t", &folder])?.ok_or_else(missing)?;
    if kind.trim() != "tree" {
        return read_file(commit, revision, inside);
    }
    let names = git(&["ls-tree", "--full-tree", "-r", "-z", "--name-only", &folder])?
        .ok_or_else(missing)?;
    let mut inputs = Vec::new();
    for name in names.split('\0').filter(|name| is_spec(name)) {
        if inputs.len() >= MAX_FILES {
            return Err(Failure::Usage(format!(
                "`{revision}:{inside}` holds more than {MAX_FILES} YAML files; is it the catalogue folder?"
            )));
        }
        let path = if inside.is_empty() {
            name.to_owned()
        } else {
            format!("{inside}/{name}")
        };
        inputs.push(Input {
            path: name.to_owned(),
            shown: format!("{revision}:{path}"),
            text: text(commit, revision, &path)?,
        });
    }
    if inputs.is_empty() {
        return Err(Failure::Usage(format!(
            "`{revision}:{inside}` holds no YAML file (*.yaml or *.yml)"
        )));
    }
    inputs.sort_by(|left, right| left.path.cmp(&right.path));
    Ok(inputs)
}

/// Whether this names a revision, as far as git can tell.
pub(crate) fn is_revision(named: &str) -> bool {
    let commit = format!("{named}^{{commit}}");
    let arguments = [
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        &commit,
    ];
    git(&arguments).is_ok_and(|commit| commit.is_some())
}

/// One file: an export alone, a spec with the catalogue folder around it.
fn read_file(commit: &str, revision: &str, inside: &str) -> Result<Vec<Input>, Failure> {
    let one = |name: &str| -> Result<Vec<Input>, Failure> {
        Ok(vec![Input {
            path: name.to_owned(),
            shown: format!("{revision}:{inside}"),
            text: text(commit, revision, inside)?,
        }])
    };
    let name = inside.rsplit('/').next().unwrap_or(inside);
    if has_json_name(name) {
        return one(name);
    }
    let mut above = inside;
    while let Some((folder, _)) = above.rsplit_once('/') {
        if git(&[
            "cat-file",
            "-t",
            &format!("{commit}:{folder}/catalogue.yaml"),
        ])?
        .is_some()
        {
            return read(revision, folder);
        }
        above = folder;
    }
    one(name)
}

fn is_spec(name: &str) -> bool {
    let hidden = name.split('/').any(|part| part.starts_with('.'));
    let extension = Path::new(name).extension();
    !hidden && extension.is_some_and(|extension| extension == "yaml" || extension == "yml")
}

fn text(commit: &str, revision: &str, path: &str) -> Result<String, Failure> {
    let object = format!("{commit}:{path}");
    let unreadable = || Failure::Usage(format!("cannot read `{revision}:{path}`"));
    let size = git(&["cat-file", "-s", &object])?.ok_or_else(unreadable)?;
    let limit = if has_json_name(path) {
        u64::MAX
    } else {
        MAX_FILE_BYTES
    };
    if size
        .trim()
        .parse::<u64>()
        .ok()
        .is_none_or(|size| size > limit)
    {
        return Err(Failure::Usage(format!(
            "`{revision}:{path}` is larger than any guide"
        )));
    }
    git(&["cat-file", "blob", &object])?.ok_or_else(unreadable)
}

/// What git prints; nothing when it refuses.
fn git(arguments: &[&str]) -> Result<Option<String>, Failure> {
    let output = Command::new("git").args(arguments).output();
    let output = output.map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::Usage(
            "comparing a revision needs the `git` command, which was not found; install it, or compare folders or \
             exports"
                .to_owned(),
        ),
        _ => Failure::Io {
            action: "run",
            path: "git".into(),
            source: error,
        },
    })?;
    let message = String::from_utf8_lossy(&output.stderr);
    if message.contains("not a git repository") {
        return Err(Failure::Usage(
            "this folder is in no git repository, so it has no revisions; compare folders or exports".to_owned(),
        ));
    }
    if message.contains("dubious ownership") {
        return Err(Failure::Usage(format!("git refuses: {}", message.trim())));
    }
    if !output.status.success() {
        return Ok(None);
    }
    String::from_utf8(output.stdout)
        .map(Some)
        .map_err(|_| Failure::Usage("git gave a file that is not UTF-8 text".to_owned()))
}
