//! `koo.toml`: defaults of a project. Arguments are stronger; `docs/configuration.md` lists the keys.

use std::path::{Path, PathBuf};

use koo_spec::diagnostic::did_you_mean;
use serde::Deserialize;
use toml::Spanned;

use crate::commands::{Failure, check, list, show};

/// The name of the file.
pub(crate) const FILE: &str = "koo.toml";

/// Defaults of a project. Paths are as written; [`Config::path`] says where they lie.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    /// Catalogue folder of every command.
    spec: Option<PathBuf>,
    /// Defaults of `koo check`.
    #[serde(default)]
    pub(crate) check: Check,
    /// Defaults of `koo generate`.
    #[serde(default)]
    pub(crate) generate: Generate,
    /// Defaults of `koo list`.
    #[serde(default)]
    pub(crate) list: List,
    /// Defaults of `koo show`.
    #[serde(default)]
    pub(crate) show: Show,
    /// Where all this is written.
    #[serde(skip)]
    source: Source,
}

/// The file of the settings.
#[derive(Debug, Default)]
struct Source {
    path: PathBuf,
    text: String,
}

/// Defaults of `koo check`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Check {
    /// How to print.
    pub(crate) format: Option<check::Format>,
    /// Whether warnings count as problems.
    #[serde(default)]
    pub(crate) deny_warnings: bool,
}

/// Defaults of `koo generate`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Generate {
    /// Catalogue folder, if the project does not name one for every command.
    spec: Option<PathBuf>,
    /// Folder of the generated crate.
    pub(crate) out: Option<PathBuf>,
    /// Only these families.
    #[serde(default)]
    pub(crate) family: Vec<Spanned<String>>,
    /// Folder of `koo-runtime`.
    pub(crate) runtime: Option<PathBuf>,
    /// The contract as this site documents it.
    pub(crate) site: Option<Spanned<String>>,
}

/// Defaults of `koo list`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct List {
    /// Only what this site documents.
    pub(crate) site: Option<String>,
    /// How to print.
    pub(crate) format: Option<list::Format>,
}

/// Defaults of `koo show`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Show {
    /// As this site documents it.
    pub(crate) site: Option<String>,
    /// How to print.
    pub(crate) format: Option<show::Format>,
}

impl Config {
    /// Reads `koo.toml` from the current folder or the nearest one above; without one there are no defaults.
    pub(crate) fn load() -> Result<Self, Failure> {
        let Ok(current) = std::env::current_dir() else {
            return Ok(Self::default());
        };
        for (depth, folder) in current.ancestors().enumerate() {
            let text = match std::fs::read_to_string(folder.join(FILE)) {
                Ok(text) => text,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
                Err(source) => {
                    return Err(Failure::Io {
                        action: "read",
                        path: folder.join(FILE),
                        source,
                    });
                }
            };
            let up: PathBuf = std::iter::repeat_n("..", depth).collect();
            return Self::parse(text, up.join(FILE));
        }
        Ok(Self::default())
    }

    /// Reads the settings that stand, or will stand, in the file of a path.
    pub(crate) fn parse(text: String, path: PathBuf) -> Result<Self, Failure> {
        let source = Source { path, text };
        match toml::from_str(&source.text) {
            Ok(config) => Ok(Self { source, ..config }),
            Err(error) => {
                let start = error.span().map_or(0, |span| span.start);
                let suggestion = suggestion(error.message())
                    .map(|question| format!("; {question}"))
                    .unwrap_or_default();
                Err(Failure::Usage(format!(
                    "{}: {}{suggestion}",
                    source.position(start),
                    error.message().trim_end()
                )))
            }
        }
    }

    /// The catalogue's folder, if it is named, as seen from the current folder.
    pub(crate) fn spec(&self) -> Option<PathBuf> {
        let written = self.spec.as_ref().or(self.generate.spec.as_ref());
        written.map(|written| self.path(written))
    }

    /// Where a path of the file lies, as seen from the current folder.
    pub(crate) fn path(&self, written: &Path) -> PathBuf {
        self.folder().join(written)
    }

    /// The folder of the file.
    pub(crate) fn folder(&self) -> &Path {
        self.source.path.parent().unwrap_or(Path::new(""))
    }

    /// Where a value stands: file, line and column.
    pub(crate) fn position(&self, value: &Spanned<String>) -> String {
        self.source.position(value.span().start)
    }
}

impl Source {
    /// The file with line and column of a byte.
    fn position(&self, byte: usize) -> String {
        let before = self.text.get(..byte).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before
            .chars()
            .rev()
            .take_while(|letter| *letter != '\n')
            .count()
            + 1;
        format!("{}:{line}:{column}", self.path.display())
    }
}

/// Asks for the word that was meant, of a message such as ``unknown field `a`, expected one of `b`, `c` ``.
fn suggestion(message: &str) -> Option<String> {
    let mut words = message.split('`').skip(1).step_by(2);
    let written = message.starts_with("unknown ").then(|| words.next())??;
    did_you_mean(written, words)
}
