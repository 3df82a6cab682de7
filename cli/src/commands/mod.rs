//! The subcommands: one module each, none with logic of its own.

mod changelog;
pub(crate) mod check;
mod cipher;
mod completions;
mod diff;
mod docs;
mod explain;
mod export;
mod generate;
pub(crate) mod list;
mod man;
mod mock;
mod new;
mod schema;
pub(crate) mod show;
mod sign;
mod simulate;
mod update;
mod validate;
mod verify;

use std::path::PathBuf;

use clap::Subcommand;
use koo_spec::files::ReadError;

use crate::output::{Outcome, Output};

/// A subcommand with its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check a catalogue and report all problems at once.
    Check(check::Arguments),
    /// List what a catalogue holds.
    List(list::Arguments),
    /// Show one thing of a catalogue: a family, an interface, a parameter, a result code, a scheme, a type.
    Show(show::Arguments),
    /// Explain a rule, or list all rules.
    Explain(explain::Arguments),
    /// Print the JSON Schema of the spec language, for editors.
    #[command(after_help = "\
Examples:
  koo schema > koo.schema.json

Then, above a file of a spec: # yaml-language-server: $schema=koo.schema.json

Exit codes: 0 done, 2 wrong usage")]
    Schema,
    /// Generate code from a catalogue.
    Generate(generate::Arguments),
    /// Write a project for a merchant: a service, ready to be filled in.
    New(Box<new::Arguments>),
    /// Bring newer templates into a project that `koo new` wrote.
    Update(update::Arguments),
    /// Compare two catalogues: what changed, and who breaks.
    Diff(diff::Arguments),
    /// Print the section of a change log for two catalogues.
    #[command(disable_version_flag = true)]
    Changelog(changelog::Arguments),
    /// Export a catalogue for other programs.
    Export(export::Arguments),
    /// Sign a call as a scheme of the catalogue does.
    Sign(sign::Arguments),
    /// Verify a captured call, and explain why it fails.
    Verify(verify::Arguments),
    /// Play the platform against a merchant's server, and judge its answers.
    Simulate(simulate::Arguments),
    /// Encrypt a value by a cipher of the catalogue.
    Encrypt(cipher::Encrypt),
    /// Decrypt a value by a cipher of the catalogue.
    Decrypt(cipher::Decrypt),
    /// Validate payloads, captures and tables against the contract.
    Validate(validate::Arguments),
    /// Play the platform that merchants call, for their tests.
    Mock(mock::Arguments),
    /// Compare documentation pages with the catalogue, follow them, fetch them.
    Docs(docs::Arguments),
    /// Print a completion script for a shell.
    Completions(completions::Arguments),
    /// Write man pages.
    Man(man::Arguments),
}

impl Command {
    /// Runs the command.
    pub(crate) fn run(self, output: &Output) -> Result<Outcome, Failure> {
        match self {
            Self::Check(arguments) => check::run(&arguments, output),
            Self::List(arguments) => list::run(&arguments, output),
            Self::Show(arguments) => show::run(&arguments, output),
            Self::Explain(arguments) => explain::run(&arguments, output),
            Self::Schema => schema::run(output),
            Self::Generate(arguments) => generate::run(&arguments, output),
            Self::New(arguments) => new::run(&arguments, output),
            Self::Update(arguments) => update::run(&arguments, output),
            Self::Diff(arguments) => diff::run(&arguments, output),
            Self::Changelog(arguments) => changelog::run(&arguments, output),
            Self::Export(arguments) => export::run(&arguments, output),
            Self::Sign(arguments) => sign::run(&arguments, output),
            Self::Verify(arguments) => verify::run(&arguments, output),
            Self::Simulate(arguments) => simulate::run(&arguments, output),
            Self::Encrypt(arguments) => cipher::encrypt(&arguments, output),
            Self::Decrypt(arguments) => cipher::decrypt(&arguments, output),
            Self::Validate(arguments) => validate::run(&arguments, output),
            Self::Mock(arguments) => mock::run(&arguments, output),
            Self::Docs(arguments) => docs::run(&arguments, output),
            Self::Completions(arguments) => completions::run(&arguments, output),
            Self::Man(arguments) => man::run(&arguments, output),
        }
    }
}

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// A spec could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Something was asked for that does not exist.
    #[error("{0}")]
    Usage(String),
    /// Somebody who was asked pressed Ctrl-C.
    #[error("interrupted; nothing was done")]
    Interrupted,
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
    /// The contract does not know a name.
    #[error(transparent)]
    UnknownName(#[from] koo_spec::names::UnknownName),
    /// Emission failed.
    #[error(transparent)]
    Emit(#[from] koo_codegen::EmitError),
    /// No project could be written.
    #[error(transparent)]
    Scaffold(#[from] koo_codegen::scaffold::ScaffoldError),
    /// A file is no export of a catalogue.
    #[error("cannot compare {path}")]
    Export {
        /// The file.
        path: String,
        /// Why.
        source: koo_diff::outline::OutlineError,
    },
    /// A report could not be written.
    #[error(transparent)]
    Html(#[from] koo_diff::report::HtmlError),
    /// A report of a run could not be written.
    #[error(transparent)]
    RunHtml(#[from] koo_platform::simulate::report::HtmlError),
    /// JSON could not be written.
    #[error("cannot write JSON")]
    Json(#[from] serde_json::Error),
    /// Standard output is broken.
    #[error("cannot print")]
    Print(#[source] std::io::Error),
}

impl Failure {
    /// The exit code; that of an interruption is the one shells give to what Ctrl-C ended.
    pub(crate) const fn exit_code(&self) -> u8 {
        match self {
            Self::Interrupted => 130,
            _ => 2,
        }
    }
}
