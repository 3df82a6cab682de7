//! `koo validate`

mod input;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use koo_spec::catalogue::Side;
use koo_validate::{Options, Policy, Report, Session, report, resolve};

use super::{Failure, load_clean};
use crate::config::Config;
use crate::output::{Outcome, Output};
use input::{Input, Kind};

/// Arguments of `koo validate`.
#[derive(Debug, Args)]
#[command(
    after_help = "\
Examples:
  koo validate --interface saas-v2/newInstance request.json
  koo validate --interface saas-v2/queryInstance --side reply replies.ndjson
  koo validate --family saas-v2 payloads/*.json        the interface is told by `activity`
  koo validate capture.har                             calls are told by URL, method and parameters
  app | koo validate --lines --interface saas-v2/newInstance --format github -

Files ending in .ndjson or .jsonl hold a payload on each line, .har the calls of a capture; text that is no JSON is
read as query strings, one on each line.

Policies: `strict` makes every broken rule an error. `observe` makes errors only of what nobody can read: no JSON,
something mandatory missing, another type; the rest are warnings. `direction` is strict with what a merchant sends and
observes what it receives, as a service should. Files are judged strictly, captures by direction, unless you say.
Members that the contract does not name are warnings, or errors with --deny-unknown.

Exit codes: 0 no errors, 1 errors found, 2 wrong usage or I/O"
)]
pub(crate) struct Arguments {
    /// Files to validate; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The interface of every payload, as `family/interface` or `family/interface/variant`.
    #[arg(long, value_name = "ID")]
    interface: Option<String>,

    /// Look for interfaces of this guide only.
    #[arg(long, value_name = "ID", conflicts_with = "interface")]
    family: Option<String>,

    /// Which message of the interface.
    #[arg(long, value_enum, default_value_t = OfSide::Request)]
    side: OfSide,

    /// The contract as this site documents it; otherwise the union.
    #[arg(long, value_name = "SITE")]
    site: Option<String>,

    /// How payloads are judged.
    #[arg(long, value_enum)]
    policy: Option<Judged>,

    /// Members that the contract does not name are errors.
    #[arg(long)]
    deny_unknown: bool,

    /// What the files hold, whatever they are called.
    #[arg(long, value_enum, value_name = "KIND")]
    input: Option<Kind>,

    /// A payload on each line; short for `--input lines`.
    #[arg(long, conflicts_with = "input")]
    lines: bool,

    /// How many errors, and how many warnings, are listed; all are counted.
    #[arg(long, value_name = "COUNT", default_value_t = 1000)]
    max_errors: u64,

    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// Catalogue folder; that of koo.toml or spec/catalog unless given.
    #[arg(long, value_name = "DIR")]
    spec: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum OfSide {
    /// What the caller sends.
    Request,
    /// What it gets back.
    Reply,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Judged {
    /// Every broken rule is an error.
    Strict,
    /// Only what nobody can read is an error.
    Observe,
    /// Strict with what a merchant sends, observing what it receives.
    Direction,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Format {
    /// As compilers report.
    Human,
    /// One JSON document.
    Json,
    /// One JSON document for each finding, on a line of its own.
    Ndjson,
    /// SARIF 2.1.0.
    Sarif,
    /// JUnit XML.
    Junit,
    /// Workflow commands of GitHub Actions.
    Github,
    /// Code Quality report of GitLab.
    Gitlab,
}

/// Validates and reports.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let config = Config::load()?;
    let Some(loaded) = load_clean(config.spec(arguments.spec.as_deref()), output)? else {
        return Ok(Outcome::Problems);
    };
    let mut catalogue = loaded.catalogue;
    if let Some(site) = &arguments.site {
        resolve::site(&catalogue, site)?;
        catalogue = catalogue.for_site(site);
    }
    let side = match arguments.side {
        OfSide::Request => Side::Request,
        OfSide::Reply => Side::Reply,
    };
    let interface = arguments.interface.as_deref();
    let family = arguments.family.as_deref();
    let mut session = Session::new(
        &catalogue,
        Options {
            target: interface
                .map(|name| resolve::interface(&catalogue, name, side))
                .transpose()?,
            family: family
                .map(|id| resolve::family(&catalogue, id))
                .transpose()?,
            policy: arguments.policy.map(|policy| match policy {
                Judged::Strict => Policy::Strict,
                Judged::Observe => Policy::Observe,
                Judged::Direction => Policy::Direction,
            }),
            deny_unknown: arguments.deny_unknown,
            most_findings: arguments.max_errors,
            ..Options::default()
        },
    );
    let kind = arguments
        .input
        .or_else(|| arguments.lines.then_some(Kind::Lines));
    for file in &arguments.files {
        Input::open(file, kind)?.validate(&mut session, output)?;
    }
    print(&session.finish(), arguments.format, output)
}

/// Prints a report.
pub(super) fn print(
    findings: &Report,
    format: Format,
    output: &Output,
) -> Result<Outcome, Failure> {
    output.result(&match format {
        Format::Human => report::human(findings, true),
        Format::Json => report::json(findings),
        Format::Ndjson => report::ndjson(findings),
        Format::Sarif => report::sarif(findings, env!("CARGO_PKG_VERSION")),
        Format::Junit => report::junit(findings),
        Format::Github => report::github(findings),
        Format::Gitlab => report::gitlab(findings),
    })?;
    output.remark(&report::summary(findings));
    Ok(if findings.tally.errors > 0 {
        Outcome::Problems
    } else {
        Outcome::Clean
    })
}
