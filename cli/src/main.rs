//! The `koo` command: arguments in, commands called, exit code out.

mod address;
mod ask;
mod bindings;
mod commands;
mod config;
mod contract;
mod edition;
mod folder;
mod git;
mod input;
mod moment;
mod output;
mod page;
mod project;
mod scheme;
mod secrets;

use std::process::ExitCode;

use clap::Parser;

use crate::commands::Command;
use crate::output::{Color, Output, Verbosity};

/// Keeps a marketplace contract in YAML and derives everything else from it.
#[derive(Debug, Parser)]
#[command(name = "koo", version, propagate_version = true, arg_required_else_help = true, after_help = AFTER_HELP)]
struct Arguments {
    #[command(subcommand)]
    command: Command,

    /// When to use colour; `NO_COLOR` and pipes are honoured by `auto`.
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    color: Color,

    /// Print results and errors only.
    #[arg(short, long, global = true)]
    quiet: bool,

    /// Say more: which catalogue is used, for example.
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    verbose: bool,
}

impl Arguments {
    const fn verbosity(&self) -> Verbosity {
        match (self.quiet, self.verbose) {
            (true, _) => Verbosity::Quiet,
            (false, false) => Verbosity::Normal,
            (false, true) => Verbosity::Verbose,
        }
    }
}

const AFTER_HELP: &str = "\
Examples:
  koo check spec/catalog              all problems of a catalogue, with positions
  koo list interfaces                 what the contract has
  koo show saas-v2/newInstance        one interface: parameters, limits, source pages
  koo explain KG0007                  what a rule is about, with examples
  koo generate                        spec/catalog → generated/
  koo generate --check                is generated/ in step? shows a diff, exits 1 if not
  koo new shop                        a service for a merchant, ready to be filled in
  koo diff HEAD~1:spec/catalog spec/catalog
                                      what changed in the contract, and who breaks
  koo export catalog --format json    the catalogue for other programs
  koo validate --interface saas-v2/newInstance request.json
                                      lengths and all other rules of a payload, with line and column

Exit codes:
  0  done, no problem found
  1  problems found: errors in a spec or a payload, generated files out of step
  2  wrong usage, or something could not be read or written
130  ended by Ctrl-C";

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let output = Output::new(arguments.color, arguments.verbosity());
    ask::prepare(&output);
    match arguments.command.run(&output) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            output.error(&error);
            ExitCode::from(error.exit_code())
        }
    }
}
