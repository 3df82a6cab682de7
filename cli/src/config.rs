//! `koo.toml`: defaults of a project.

use std::path::PathBuf;

use serde::Deserialize;

use crate::commands::Failure;

const FILE: &str = "koo.toml";

/// Defaults of a project; paths are relative to the folder the command was started in.
#[derive(Debug, Default)]
pub(crate) struct Config {
    /// Catalogue folder.
    pub(crate) spec: Option<PathBuf>,
    /// Folder of the generated crate.
    pub(crate) out: Option<PathBuf>,
    /// Folder of `koo-runtime`.
    pub(crate) runtime: Option<PathBuf>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    generate: Generate,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Generate {
    spec: Option<PathBuf>,
    out: Option<PathBuf>,
    runtime: Option<PathBuf>,
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
            let written: Written = toml::from_str(&text)
                .map_err(|error| Failure::Usage(format!("{}: {error}", path.display())))?;
            let up: PathBuf = std::iter::repeat_n("..", depth).collect();
            let relative = |path: Option<PathBuf>| path.map(|path| up.join(path));
            return Ok(Self {
                spec: relative(written.generate.spec),
                out: relative(written.generate.out),
                runtime: relative(written.generate.runtime),
            });
        }
        Ok(Self::default())
    }
}
