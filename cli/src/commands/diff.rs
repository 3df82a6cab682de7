//! `koo diff`

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use koo_diff::accepted::Accepted;
use koo_diff::party::Party;
use koo_diff::report::{self, FailOn, Report};
use koo_diff::rule::{self, Rule};
use koo_diff::verdict::Verdict;
use koo_diff::{Comparison, compare};
use koo_spec::diagnostic::did_you_mean;

use super::Failure;
use crate::edition::load_edition;
use crate::folder::write;
use crate::input;
use crate::output::{Outcome, Output};

/// Arguments of `koo diff`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo diff HEAD~1:spec/catalog spec/catalog         what changed, for the merchant
  koo diff old.json new.json --as platform          two exports, as the platform sees it
  koo diff v0.1.0:spec/catalog spec/catalog --format html > changes.html
  koo diff main:spec/catalog spec/catalog --accept accepted.toml --fail-on warning
  koo diff main:spec/catalog spec/catalog --write-accepted accepted.toml
  koo diff --rules                                  all rules with their severities
  koo diff --explain KD0123                         who breaks, and why

OLD and NEW are each a catalogue folder, one of its files, a revision (REV:PATH, where PATH
counts from the top of the repository), or a JSON file of `koo export catalog`.

Exit codes: 0 nothing that --fail-on asks for, 1 such a change, 2 wrong usage or unreadable")]
pub(crate) struct Arguments {
    /// The catalogue as it was.
    #[arg(required_unless_present_any = ["rules", "explain"])]
    old: Option<String>,

    /// The catalogue as it is.
    #[arg(required_unless_present_any = ["rules", "explain"])]
    new: Option<String>,

    /// Whose code counts; the merchant in both roles unless given.
    #[arg(long = "as", value_enum, value_name = "PARTY", value_delimiter = ',')]
    parties: Vec<PartyName>,

    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// Which changes make the exit code 1.
    #[arg(long, value_enum, default_value_t = FailOnName::Breaking, value_name = "WHEN")]
    fail_on: FailOnName,

    /// Accepted changes: TOML as --write-accepted writes it, or a fingerprint on each line.
    #[arg(long, value_name = "FILE")]
    accept: Option<PathBuf>,

    /// Accept all changes of now: write them to a file, keeping the reasons given in it.
    #[arg(long, value_name = "FILE")]
    write_accepted: Option<PathBuf>,

    /// List all rules.
    #[arg(long, conflicts_with_all = ["old", "new", "explain"])]
    rules: bool,

    /// Explain a rule, by code or name.
    #[arg(long, value_name = "RULE", conflicts_with_all = ["old", "new"])]
    explain: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PartyName {
    /// The merchant's server, which the platform calls.
    MerchantServer,
    /// The merchant's code that calls the platform.
    MerchantClient,
    /// The platform.
    Platform,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lines by family and interface.
    Human,
    /// One JSON document.
    Json,
    /// For pull requests.
    Markdown,
    /// One page for browsers.
    Html,
    /// Workflow commands of GitHub Actions.
    Github,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FailOnName {
    /// A change that breaks a party.
    Breaking,
    /// A change somebody should look at, or worse.
    Warning,
    /// Any change that concerns a party.
    Any,
    /// None.
    Never,
}

/// Compares and reports.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    if arguments.rules {
        output.result(&rule::list())?;
        return Ok(Outcome::Clean);
    }
    if let Some(wanted) = &arguments.explain {
        output.result(&rule::explain(find(wanted)?))?;
        return Ok(Outcome::Clean);
    }
    let (old, new) = (
        arguments.old.as_deref().unwrap_or_default(),
        arguments.new.as_deref().unwrap_or_default(),
    );
    let (comparison, verdict) = editions(old, new, output)?;
    let accepted = match &arguments.accept {
        Some(path) => read_accepted(path)?,
        None => Accepted::default(),
    };
    let parties = parties(&arguments.parties);
    let names = (old.to_owned(), new.to_owned());
    let report = Report::new(names, &comparison, &parties, &accepted, verdict);
    if let Some(path) = &arguments.write_accepted {
        write_accepted(path, &accepted, &report)?;
        let count = report.entries.len() + report.accepted.len();
        output.remark(&format!(
            "{count} changes are accepted in {}",
            path.display()
        ));
        return Ok(Outcome::Clean);
    }
    print(arguments.format, &report, output)?;
    let fail_on = match arguments.fail_on {
        FailOnName::Breaking => FailOn::Breaking,
        FailOnName::Warning => FailOn::Warning,
        FailOnName::Any => FailOn::Any,
        FailOnName::Never => FailOn::Never,
    };
    Ok(if report.fails(fail_on) {
        Outcome::Problems
    } else {
        Outcome::Clean
    })
}

/// Loads and compares two editions.
pub(super) fn editions(
    old: &str,
    new: &str,
    output: &Output,
) -> Result<(Comparison, Verdict), Failure> {
    let (before, after) = (load_edition(old, output)?, load_edition(new, output)?);
    let comparison = compare(&before, &after);
    let verdict = Verdict::of(&comparison, before.package_version("rust"));
    Ok((comparison, verdict))
}

fn parties(names: &[PartyName]) -> Vec<Party> {
    if names.is_empty() {
        return Party::MERCHANT.to_vec();
    }
    let mut parties: Vec<_> = names
        .iter()
        .map(|name| match name {
            PartyName::MerchantServer => Party::MerchantServer,
            PartyName::MerchantClient => Party::MerchantClient,
            PartyName::Platform => Party::Platform,
        })
        .collect();
    parties.sort();
    parties.dedup();
    parties
}

fn find(wanted: &str) -> Result<Rule, Failure> {
    Rule::find(wanted).ok_or_else(|| {
        let rules = Rule::all();
        let names: Vec<_> = rules
            .iter()
            .flat_map(|rule| [rule.code().to_owned(), rule.name()])
            .collect();
        let hint = did_you_mean(wanted, names.iter().map(String::as_str))
            .map(|question| question + " ")
            .unwrap_or_default();
        Failure::Usage(format!(
            "there is no rule `{wanted}`; {hint}`koo diff --rules` lists all rules"
        ))
    })
}

fn read_accepted(path: &Path) -> Result<Accepted, Failure> {
    let text = input::text(path)?;
    Accepted::read(&text).map_err(|error| Failure::Usage(format!("{}: {error}", path.display())))
}

/// Accepts what there is now; reasons come from the file itself, or from the one that was read.
fn write_accepted(path: &Path, accepted: &Accepted, report: &Report<'_>) -> Result<(), Failure> {
    let known = if path.exists() {
        &read_accepted(path)?
    } else {
        accepted
    };
    let changes = report.entries.iter().map(|entry| entry.change);
    let changes = changes.chain(report.accepted.iter().copied());
    let text = known
        .write(changes)
        .map_err(|error| Failure::Usage(format!("{}: {error}", path.display())))?;
    write(path, &text)
}

fn print(format: Format, report: &Report<'_>, output: &Output) -> Result<(), Failure> {
    match format {
        Format::Human => output.result(&report::human(report, true))?,
        Format::Json => {
            output.result(&(serde_json::to_string_pretty(&report::json(report))? + "\n"))?;
        }
        Format::Markdown => output.result(&report::markdown(report))?,
        Format::Html => output.result(&report::html(report)?)?,
        Format::Github => output.result(&report::github(report))?,
    }
    if matches!(format, Format::Human | Format::Github) {
        if !report.full {
            output.remark("one of the exports lacks detail: only what both carry was compared");
        }
        for stale in &report.stale {
            let about = if stale.about.is_empty() {
                "it"
            } else {
                &stale.about
            };
            output.remark(&format!(
                "stale acceptance {}: {about} does not change so any more; remove it",
                stale.fingerprint
            ));
        }
        output.remark(&report.summary());
        output.remark(&report.version());
    }
    Ok(())
}
