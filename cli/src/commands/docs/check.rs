//! `koo docs check`

use clap::{Args, ValueEnum};
use koo_pages::compare::compare;
use koo_pages::patch::PLACEHOLDER;
use koo_pages::report;

use super::{Pages, saved};
use crate::commands::Failure;
use crate::contract::SpecArguments;
use crate::output::{Outcome, Output};

/// Arguments of `koo docs check`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo docs check zh-cn_topic_00706494271.html      the page is known by its id
  koo docs check pages/                            every page of a folder
  koo docs check copied.txt --site intl --interface saas-v2/newInstance
  koo docs check pages/ --format github            annotates the lines of the spec

Pages are HTML, Markdown, or text copied from a browser, in UTF-8, UTF-16, GBK, GB18030 or the
encoding they declare. Descriptions are not compared: the spec has its own words.

Exit codes: 0 page and spec agree, or differ only where the spec knows it; 1 differences, or a
page is not recognised; 2 wrong usage or I/O")]
pub(super) struct Arguments {
    #[command(flatten)]
    pages: Pages,

    #[command(flatten)]
    spec: SpecArguments,

    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// Show also the differences that readings and errata of the spec decide.
    #[arg(long)]
    known: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// A few lines for each difference.
    Human,
    /// One JSON document.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
}

/// Compares and reports.
pub(super) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let Some(loaded) = arguments.spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let wanted = arguments.pages.wanted(&loaded.catalogue)?;
    let pages = saved::pages(&arguments.pages.files)?;
    let comparison = compare(&pages, &loaded.catalogue, &loaded.sources, &wanted);
    let differences = &comparison.differences;
    match arguments.format {
        Format::Human => {
            output.result(&report::human(
                differences,
                &loaded.sources,
                arguments.known,
            ))?;
            for file in loaded.sources.files() {
                let count = file.text().matches(PLACEHOLDER).count();
                if count > 0 {
                    output.remark(&format!(
                        "{}: {count} descriptions are still to be written (`{PLACEHOLDER}`)",
                        file.path()
                    ));
                }
            }
            output.remark(&report::summary(&comparison.recognised, differences));
        }
        Format::Json => {
            let json = report::json(&comparison, &loaded.sources);
            output.result(&(serde_json::to_string_pretty(&json)? + "\n"))?;
        }
        Format::Github => output.result(&report::github(differences, &loaded.sources))?,
    }
    Ok(if comparison.is_clean() {
        Outcome::Clean
    } else {
        Outcome::Problems
    })
}
