//! `koo.toml`: defaults of a project. Arguments are stronger; `docs/configuration.md` lists the keys.

use std::path::{Path, PathBuf};

use koo_spec::diagnostic::did_you_mean;
use serde::Deserialize;

use crate::commands::{Failure, check, list, show};

const FILE: &str = "koo.toml";

/// Defaults of a project. After [`Config::load`] paths are relative to the folder the command was started in.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    /// Catalogue folder of every command.
    pub(crate) spec: Option<PathBuf>,
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
    /// Folder of `koo-runtime`.
    pub(crate) runtime: Option<PathBuf>,
    /// The contract as this site documents it.
    pub(crate) site: Option<String>,
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
            let path = folder.join(FILE);
            let text = match std::fs::read_to_string(&path) {
                Ok(text) => text,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
                Err(source) => {
                    return Err(Failure::Io {
                        action: "read",
                        path,
                        source,
                    });
                }
            };
            let mut config = Self::parse(&text, &path)?;
            let up: PathBuf = std::iter::repeat_n("..", depth).collect();
            let relative = |path: Option<PathBuf>| path.map(|path| up.join(path));
            config.spec = relative(config.spec.or(config.generate.spec.take()));
            config.generate.out = relative(config.generate.out);
            config.generate.runtime = relative(config.generate.runtime);
            return Ok(config);
        }
        Ok(Self::default())
    }

    fn parse(text: &str, path: &Path) -> Result<Self, Failure> {
        toml::from_str(text).map_err(|error: toml::de::Error| {
            let start = error.span().map_or(0, |span| span.start);
            let before = text.get(..start).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let column = before
                .chars()
                .rev()
                .take_while(|letter| *letter != '\n')
                .count()
                + 1;
            let suggestion = suggestion(error.message())
                .map(|question| format!("; {question}"))
                .unwrap_or_default();
            Failure::Usage(format!(
                "{}:{line}:{column}: {}{suggestion}",
                path.display(),
                error.message().trim_end()
            ))
        })
    }
}

/// Asks for the word that was meant, of a message such as ``unknown field `a`, expected one of `b`, `c` ``.
fn suggestion(message: &str) -> Option<String> {
    let mut words = message.split('`').skip(1).step_by(2);
    let written = message.starts_with("unknown ").then(|| words.next())??;
    did_you_mean(written, words)
}
