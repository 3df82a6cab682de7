//! What koo remembers of a project: the choices, and the files as the templates wrote them.
//!
//! It stands in the project, in a folder of its own that is replaced as a whole. The files there end in `.base`, so that
//! neither Cargo nor git takes a manifest or a `.gitignore` among them for one of theirs.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use koo_codegen::scaffold::{Choices, ProjectFile};
use koo_runtime::crypto::{hex, sha256};
use serde::{Deserialize, Serialize};

use super::place;
use crate::commands::Failure;

/// The folder of the record.
const FOLDER: &str = ".koo/scaffold";

/// Where the folder stands for a moment while it is replaced.
const BEFORE: &str = ".koo/scaffold.before";

/// The file with the choices.
const FILE: &str = "record.toml";

const HEADER: &str = "\
# Written by `koo new` and `koo update`: what this project was made of. Commit it with everything else in `.koo`;
# `koo update` needs it to bring newer templates in without losing what you wrote.

";

/// git must not change line ends of what is compared byte by byte.
const ATTRIBUTES: &str = "* -text linguist-generated\n";

/// What koo remembers of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Record {
    /// Version of koo.
    pub(crate) koo: String,
    /// Version of its templates.
    pub(crate) template: u32,
    /// Folder of the catalogue, unless it was the built-in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) spec: Option<PathBuf>,
    /// Folder of the merchant's own templates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) templates: Option<PathBuf>,
    /// The choices.
    pub(crate) choices: Choices,
    /// SHA-256 of each file as its template wrote it.
    #[serde(default)]
    files: BTreeMap<String, String>,
}

impl Record {
    /// A record of files that templates gave.
    pub(crate) fn new(
        koo: &str,
        template: u32,
        spec: Option<PathBuf>,
        templates: Option<PathBuf>,
        choices: Choices,
        files: &[ProjectFile],
    ) -> Self {
        let hashes = files
            .iter()
            .map(|file| (file.path.clone(), hash(&file.contents)));
        Self {
            koo: koo.to_owned(),
            template,
            spec,
            templates,
            choices,
            files: hashes.collect(),
        }
    }

    /// Reads the record of a project.
    pub(crate) fn load(project: &Path) -> Result<Self, Failure> {
        let (folder, before) = (project.join(FOLDER), project.join(BEFORE));
        if !folder.exists() && before.exists() {
            // The last update was interrupted between two renames.
            fs::rename(&before, &folder).map_err(failed("restore", &folder))?;
        }
        let path = folder.join(FILE);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                ) =>
            {
                return Err(Failure::Usage(format!(
                    "{} was not made by `koo new`, or {FOLDER}/{FILE} is lost: without it nobody knows what you edited",
                    project.display()
                )));
            }
            Err(error) => return Err(failed("read", &path)(error)),
        };
        toml::from_str(&text).map_err(|error: toml::de::Error| {
            Failure::Usage(format!(
                "{}: {}",
                path.display(),
                error.to_string().trim_end()
            ))
        })
    }

    /// The files as the templates wrote them; none where that is lost.
    pub(crate) fn base(
        &self,
        project: &Path,
    ) -> Result<BTreeMap<String, Option<Vec<u8>>>, Failure> {
        let mut base = BTreeMap::new();
        for (path, expected) in &self.files {
            let contents = place::read(project, &format!("{FOLDER}/{}", base_path(path)))?;
            base.insert(
                path.clone(),
                contents.filter(|contents| hash(contents) == *expected),
            );
        }
        Ok(base)
    }

    /// The record as files of a new project.
    pub(crate) fn files(&self, files: &[ProjectFile]) -> Result<Vec<ProjectFile>, Failure> {
        let inside = self.inside(files)?.into_iter();
        let below = |file: ProjectFile| ProjectFile {
            path: format!("{FOLDER}/{}", file.path),
            ..file
        };
        Ok(inside.map(below).collect())
    }

    /// Replaces the record of a project, as the last step of an update.
    pub(crate) fn replace(&self, project: &Path, files: &[ProjectFile]) -> Result<(), Failure> {
        let (folder, before) = (project.join(FOLDER), project.join(BEFORE));
        let parent = project.join(".koo");
        fs::create_dir_all(&parent).map_err(failed("create", &parent))?;
        let workshop = tempfile::Builder::new()
            .prefix(".scaffold-")
            .tempdir_in(&parent)
            .map_err(failed("create a folder in", &parent))?;
        let fresh = workshop.path().join("record");
        fs::create_dir(&fresh).map_err(failed("create", &fresh))?;
        place::write_all(&fresh, &self.inside(files)?)?;
        if before.exists() {
            fs::remove_dir_all(&before).map_err(failed("remove", &before))?;
        }
        fs::rename(&folder, &before).map_err(failed("replace", &folder))?;
        fs::rename(&fresh, &folder).map_err(failed("replace", &folder))?;
        fs::remove_dir_all(&before).map_err(failed("remove", &before))
    }

    /// The files of the record's folder.
    fn inside(&self, files: &[ProjectFile]) -> Result<Vec<ProjectFile>, Failure> {
        let text = toml::to_string_pretty(self)
            .map_err(|error| Failure::Usage(format!("the record cannot be written: {error}")))?;
        let own = |path: &str, contents: String| ProjectFile {
            path: path.to_owned(),
            contents: contents.into_bytes(),
        };
        let base = files.iter().map(|file| ProjectFile {
            path: base_path(&file.path),
            contents: file.contents.clone(),
        });
        let own = [
            own(FILE, format!("{HEADER}{text}")),
            own(".gitattributes", ATTRIBUTES.to_owned()),
        ];
        Ok(own.into_iter().chain(base).collect())
    }
}

fn base_path(path: &str) -> String {
    format!("base/{path}.base")
}

fn hash(contents: &[u8]) -> String {
    hex(sha256(contents))
}

fn failed(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Failure {
    let path = path.to_owned();
    move |source| Failure::Io {
        action,
        path,
        source,
    }
}
