//! The subcommands: one module each, none with logic of its own.

mod check;
mod completions;
mod docs;
mod explain;
mod export;
mod generate;
mod schema;

use std::path::{Path, PathBuf};

use clap::Subcommand;
use koo_spec::files::{ReadError, load_path};
use koo_spec::load::Loaded;
use koo_spec::report;

use crate::output::{Outcome, Output};

/// A subcommand with its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check a catalogue and report all problems at once.
    Check(check::Arguments),
    /// Explain a rule, or list all rules.
    Explain(explain::Arguments),
    /// Print the JSON Schema of the spec language, for editors.
    Schema,
    /// Generate code from a catalogue.
    Generate(generate::Arguments),
    /// Export a catalogue for other programs.
    Export(export::Arguments),
    /// Compare documentation pages with the catalogue, follow them, fetch them.
    Docs(docs::Arguments),
    /// Print a completion script for a shell.
    Completions(completions::Arguments),
}

impl Command {
    /// Runs the command.
    pub(crate) fn run(self, output: &Output) -> Result<Outcome, Failure> {
        match self {
            Self::Check(arguments) => check::run(&arguments, output),
            Self::Explain(arguments) => explain::run(&arguments, output),
            Self::Schema => schema::run(output),
            Self::Generate(arguments) => generate::run(&arguments, output),
            Self::Export(arguments) => export::run(&arguments, output),
            Self::Docs(arguments) => docs::run(&arguments, output),
            Self::Completions(arguments) => completions::run(&arguments, output),
        }
    }
}

/// Why a command could not do its work: exit code 2.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// A spec could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Something was asked for that does not exist.
    #[error("{0}")]
    Usage(String),
    /// A file could not be read or written.
    #[error("cannot {action} {path}")]
    Io {
        /// What was tried.
        action: &'static str,
        /// On which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Emission failed.
    #[error(transparent)]
    Emit(#[from] koo_codegen::EmitError),
    /// JSON could not be written.
    #[error("cannot write JSON")]
    Json(#[from] serde_json::Error),
    /// Standard output is broken.
    #[error("cannot print")]
    Print(#[source] std::io::Error),
}

/// Loads a catalogue that must be free of errors: problems are printed and give `None`.
fn load_clean(path: &Path, output: &Output) -> Result<Option<Loaded>, Failure> {
    let loaded = load_path(path)?;
    if loaded.is_usable() {
        return Ok(Some(loaded));
    }
    output.result(&report::human(&loaded.diagnostics, &loaded.sources, true))?;
    output.remark("the catalogue has errors; nothing was written");
    Ok(None)
}
