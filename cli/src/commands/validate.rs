//! `koo validate`

mod input;
mod package;
mod sql;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use koo_spec::catalogue::{Catalogue, Location, Side};
use koo_spec::names;
use koo_validate::{Options, Policy, Report, Session, report, resolve};

use super::Failure;
use crate::contract::SpecArguments;
use crate::output::{Outcome, Output};
use input::{Input, Kind};

/// Arguments of `koo validate`.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    subcommand_value_name = "WHAT",
    subcommand_help_heading = "Other things to validate",
    after_help = "\
Examples:
  koo validate --interface saas-v2/newInstance request.json
  koo validate --interface saas-v2/queryInstance --side reply replies.ndjson
  koo validate --family saas-v2 payloads/*.json        the interface is told by `activity`
  koo validate capture.har                             calls are told by URL and parameters
  app | koo validate --lines --interface saas-v2/newInstance --format github -
  koo validate sql schema.sql --map map.toml           are the columns wide enough?
  koo validate package deploy/                         is the package within its limits?

A JSON file is the body of a message, or one object with the members of all places of a request
(path, query, headers, body), as `koo sign` takes it.

Files ending in .ndjson or .jsonl hold a payload on each line, .har the calls of a capture.
Other text that is no JSON is read as query strings, one on each line, unless --interface names
a message with a body.

A character is a Unicode code point, in limits as in columns: 订 and 😀 count as one, a family of
emojis as the several it is made of. (Java and JavaScript count 😀 as two.)

Policies: `strict` makes every broken rule an error. `observe` makes errors only of what nobody
can read: no JSON, something mandatory missing, another type; the rest are warnings. `direction`
is strict with what a merchant sends and observes what it receives, as a service should. Files
are judged strictly, captures by direction, unless you say. Members that the contract does not
name are warnings, or errors with --deny-unknown.

Exit codes: 0 no errors, 1 errors found, 2 wrong usage or I/O"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: Option<What>,

    #[command(flatten)]
    payloads: Payloads,
}

#[derive(Debug, Subcommand)]
enum What {
    /// A package on disk against the limits of its kind.
    Package(package::Arguments),
    /// The columns of tables against the parameters that fill them.
    Sql(sql::Arguments),
}

#[derive(Debug, Args)]
struct Payloads {
    /// Files to validate; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The interface of every payload: `family/interface`, `family/interface/variant`, or `interface` where one family has it.
    #[arg(long, value_name = "ID")]
    interface: Option<String>,

    /// Look for interfaces of this guide only.
    #[arg(long, value_name = "ID", conflicts_with = "interface")]
    family: Option<String>,

    /// Which message of the interface.
    #[arg(long, value_enum, default_value_t = OfSide::Request)]
    side: OfSide,

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

    #[command(flatten)]
    shared: Shared,
}

/// Arguments of everything that is validated.
#[derive(Debug, Args)]
struct Shared {
    /// The contract as this site documents it; otherwise the union.
    #[arg(long, value_name = "SITE")]
    site: Option<String>,

    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    spec: SpecArguments,
}

impl Shared {
    /// The contract, as one site documents it if one was named; `None` if it has errors.
    fn load(&self, output: &Output) -> Result<Option<Catalogue>, Failure> {
        let Some(loaded) = self.spec.load(output)? else {
            return Ok(None);
        };
        Ok(Some(match &self.site {
            None => loaded.catalogue,
            Some(site) => {
                let site = names::site(&loaded.catalogue, site)?;
                loaded.catalogue.for_site(site)
            }
        }))
    }
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
enum Format {
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
    match &arguments.what {
        None => payloads(&arguments.payloads, output),
        Some(What::Package(arguments)) => package::run(arguments, output),
        Some(What::Sql(arguments)) => sql::run(arguments, output),
    }
}

fn payloads(arguments: &Payloads, output: &Output) -> Result<Outcome, Failure> {
    let Some(catalogue) = arguments.shared.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let side = match arguments.side {
        OfSide::Request => Side::Request,
        OfSide::Reply => Side::Reply,
    };
    let interface = arguments.interface.as_deref();
    let target = interface
        .map(|name| resolve::interface(&catalogue, name, side))
        .transpose()?;
    let family = arguments.family.as_deref();
    let mut session = Session::new(
        &catalogue,
        Options {
            target,
            family: family.map(|id| names::family(&catalogue, id)).transpose()?,
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
    // What a message in a body should be and is no JSON is broken; it must not pass as an odd query string.
    let otherwise = match &target {
        Some(target) if has_body(target) => Kind::Json,
        _ => Kind::Query,
    };
    // What one file lacks is no reason to keep quiet about the others.
    let mut failures = Vec::new();
    for file in &arguments.files {
        let read = Input::open(file, kind, otherwise)
            .and_then(|input| input.validate(&mut session, output));
        failures.extend(read.err());
    }
    let report = session.finish();
    let last = failures.pop();
    if report.files.is_empty()
        && let Some(failure) = last
    {
        tell(&failures, output);
        return Err(failure);
    }
    let outcome = print(&report, arguments.shared.format, output)?;
    tell(&failures, output);
    last.map_or(Ok(outcome), Err)
}

fn tell(failures: &[Failure], output: &Output) {
    for failure in failures {
        output.error(failure);
    }
}

/// Whether a message has a body of its own.
fn has_body(target: &resolve::Target<'_>) -> bool {
    let variants = target.interface.variants.iter();
    let variants = variants
        .filter(|(id, _)| target.variant.is_none_or(|variant| variant == *id))
        .map(|(_, variant)| variant);
    match target.side {
        Side::Reply => true,
        Side::Request => target
            .interface
            .request
            .iter()
            .chain(variants.flat_map(|variant| &variant.request))
            .any(|parameter| parameter.location == Location::Body),
    }
}

/// Prints a report.
fn print(findings: &Report, format: Format, output: &Output) -> Result<Outcome, Failure> {
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
