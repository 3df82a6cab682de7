//! `koo changelog`

use clap::Args;
use jiff::civil::Date;
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
    #[arg(long, value_name = "VERSION", value_parser = version)]
    version: Option<String>,

    /// Date in the heading.
    #[arg(long, value_name = "DATE", value_parser = date)]
    date: Option<Date>,
}

fn version(written: &str) -> Result<String, String> {
    let is_version = written.contains(|letter: char| letter.is_ascii_digit())
        && written
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || ".-+".contains(letter));
    is_version
        .then(|| written.to_owned())
        .ok_or_else(|| "write a version such as 0.2.0".to_owned())
}

fn date(written: &str) -> Result<Date, String> {
    written
        .parse()
        .map_err(|_| "write a date such as 2026-01-31".to_owned())
}

/// Compares and prints.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let (comparison, verdict) = diff::editions(&arguments.old, &arguments.new, output)?;
    let heading = Heading {
        version: arguments.version.clone(),
        date: arguments.date.map(|date| date.to_string()),
    };
    output.result(&changelog(&comparison, &heading, &verdict))?;
    Ok(Outcome::Clean)
}
