//! `koo check`

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use koo_spec::report;
use serde::Deserialize;

use super::Failure;
use crate::config::Config;
use crate::contract;
use crate::output::{Outcome, Output};

/// Arguments of `koo check`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo check                                  the catalogue of the project
  koo check spec/catalog/saas-v2.yaml        one file, with what it includes
  koo check --format sarif > koo.sarif       for code scanning
  koo check --deny-warnings                  warnings count as problems

Exit codes: 0 clean, 1 problems, 2 wrong usage or unreadable path")]
pub(crate) struct Arguments {
    /// Catalogue folder, or one of its files; that of koo.toml, spec/catalog or the built-in one unless given.
    path: Option<PathBuf>,

    /// How to print; what koo.toml says, else human.
    #[arg(long, value_enum)]
    format: Option<Format>,

    /// Exit with 1 for warnings too.
    #[arg(long)]
    deny_warnings: bool,
}

/// How to print.
#[derive(Debug, Clone, Copy, Default, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    /// Source lines with carets.
    #[default]
    Human,
    /// One JSON document.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
}

/// Checks and reports.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let loaded = contract::check(arguments.path.as_deref(), output)?;
    let defaults = Config::load()?.check;
    let (diagnostics, sources) = (&loaded.diagnostics, &loaded.sources);
    match arguments.format.or(defaults.format).unwrap_or_default() {
        Format::Human => {
            output.result(&report::human(diagnostics, sources, true))?;
            let families = &loaded.catalogue.families;
            let interfaces = families.iter().map(|family| family.interfaces.len()).sum();
            output.remark(&report::summary(diagnostics, families.len(), interfaces));
        }
        Format::Json => output.result(&pretty(&report::json(diagnostics, sources))?)?,
        Format::Sarif => output.result(&pretty(&report::sarif(
            diagnostics,
            sources,
            env!("CARGO_PKG_VERSION"),
        ))?)?,
        Format::Github => output.result(&report::github(diagnostics, sources))?,
    }
    let deny_warnings = arguments.deny_warnings || defaults.deny_warnings;
    let problems = !loaded.is_usable() || deny_warnings && !diagnostics.is_empty();
    Ok(if problems {
        Outcome::Problems
    } else {
        Outcome::Clean
    })
}

fn pretty(value: &serde_json::Value) -> Result<String, Failure> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}
