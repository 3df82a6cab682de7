//! `koo export`

use clap::{Args, Subcommand, ValueEnum};
use koo_codegen::catalogue_json;

use super::Failure;
use crate::contract::SpecArguments;
use crate::output::{Outcome, Output};

/// Arguments of `koo export`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo export catalog > catalogue.json    every fact of the catalogue, for other programs

Exit codes: 0 done, 1 errors in the catalogue, 2 wrong usage or unreadable path")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// The whole catalogue, every parameter a row.
    #[command(after_help = "\
Examples:
  koo export catalog --format json | jq '.families[].interfaces[].id'

The shape is stable: `\"koo\": 1` names its version, members may be added.

Exit codes: 0 done, 1 errors in the catalogue, 2 wrong usage or unreadable path")]
    Catalog(Catalog),
}

#[derive(Debug, Args)]
struct Catalog {
    #[command(flatten)]
    spec: SpecArguments,

    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One JSON document.
    Json,
}

/// Exports.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let What::Catalog(catalog) = &arguments.what;
    let Some(loaded) = catalog.spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let Format::Json = catalog.format;
    let export = catalogue_json::export(&loaded.catalogue);
    output.result(&(serde_json::to_string_pretty(&export)? + "\n"))?;
    Ok(Outcome::Clean)
}
