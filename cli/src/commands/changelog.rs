//! `koo changelog`

use clap::Args;
use koo_diff::changelog::{Heading, changelog};

use super::{Failure, diff};
use crate::output::{Outcome, Output};

/// Arguments of `koo changelog`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo changelog v0.1.0:spec/catalog spec/catalog
  koo changelog v0.1.0:spec/catalog spec/catalog --version 0.2.0 --date 2026-01-31

Prints a section in the style of Keep a Changelog, for merchants. OLD and NEW are named as for
`koo diff`.

Exit codes: 0 printed, 2 wrong usage, or an edition that cannot be read")]
pub(crate) struct Arguments {
    /// The catalogue as it was.
    old: String,

    /// The catalogue as it is.
    new: String,

    /// Version in the heading; `Unreleased` unless given.
    #[arg(long, value_name = "VERSION")]
    version: Option<String>,

    /// Date in the heading.
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
}

/// Compares and prints.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let (comparison, verdict) = diff::editions(&arguments.old, &arguments.new, output)?;
    let heading = Heading {
        version: arguments.version.clone(),
        date: arguments.date.clone(),
    };
    output.result(&changelog(&comparison, &heading, &verdict))?;
    Ok(Outcome::Clean)
}
