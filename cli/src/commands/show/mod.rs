//! `koo show`

mod code;
mod family;
mod interface;
mod pages;
mod parameter;
mod row;
mod scheme;
mod target;
mod types;

use clap::{Args, ValueEnum};
use serde::Deserialize;
use serde_json::Value;

use super::Failure;
use crate::config::Config;
use crate::contract::{SpecArguments, for_site};
use crate::output::{Outcome, Output};
use crate::page::{Block, markdown, terminal};
use koo_codegen::catalogue_json::Exporter;
use target::Target;

/// Arguments of `koo show`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo show saas-v2                               a guide
  koo show saas-v2/newInstance                   an interface: parameters, limits, source pages
  koo show saas-v2/newInstance --site eu         as one site documents it
  koo show saas-v2/newInstance.orderId           one parameter
  koo show saas-v2/codes/000005                  a result code; so too schemes/… and types/…
  koo show saas-v2/newInstance --side request --format markdown

`koo list` says what there is. In a terminal cells are wrapped; in a pipe each row is one line.

Exit codes: 0 done, 1 errors in the catalogue, 2 no such thing, wrong usage or unreadable path")]
pub(crate) struct Arguments {
    /// family, family/interface, family/interface.parameter, family/codes/…, family/schemes/… or family/types/….
    id: String,

    /// As this site documents it; otherwise the union, with the sites of each row.
    #[arg(long, value_name = "SITE")]
    site: Option<String>,

    /// Only this side of an interface.
    #[arg(long, value_enum, value_name = "SIDE")]
    side: Option<Side>,

    #[command(flatten)]
    spec: SpecArguments,

    /// How to print; what koo.toml says, else human.
    #[arg(long, value_enum)]
    format: Option<Format>,
}

/// A side of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Side {
    /// What the caller sends.
    Request,
    /// What it gets back.
    Reply,
}

impl Side {
    /// The word of exports.
    const fn exported(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Reply => "response",
        }
    }
}

/// How to print.
#[derive(Debug, Clone, Copy, Default, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    /// Headings and tables.
    #[default]
    Human,
    /// One JSON document.
    Json,
    /// GitHub-flavoured Markdown.
    Markdown,
}

/// What is to be shown, in both forms.
struct Shown {
    page: Vec<Block>,
    json: Value,
}

/// Shows.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let defaults = Config::load()?.show;
    let Some(loaded) = arguments.spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let catalogue = match arguments.site.as_ref().or(defaults.site.as_ref()) {
        Some(site) => for_site(&loaded.catalogue, site)?,
        None => loaded.catalogue,
    };
    let target = Target::find(&catalogue, &arguments.id)?;
    let has_sides = matches!(target, Target::Interface(..) | Target::Parameter(..));
    if arguments.side.is_some() && !has_sides {
        return Err(Failure::Usage(format!(
            "only interfaces have a request and a reply; leave --side out for `{}`",
            arguments.id
        )));
    }
    let exporter = |family| Exporter::new(&catalogue, family);
    let shown = match target {
        Target::Family(family) => family::show(&exporter(family), family),
        Target::Interface(family, interface) => {
            interface::show(&exporter(family), family, interface, arguments.side)?
        }
        Target::Parameter(family, interface, path) => {
            parameter::show(&exporter(family), family, interface, path, arguments.side)?
        }
        Target::Code(family, code) => code::show(&exporter(family), family, code),
        Target::Scheme(family, scheme) => scheme::show(&exporter(family), family, scheme),
        Target::Type(family, definition) => types::show(&exporter(family), family, definition)?,
    };
    output.result(
        &match arguments.format.or(defaults.format).unwrap_or_default() {
            Format::Human => terminal::render(&shown.page, Output::width()),
            Format::Json => serde_json::to_string_pretty(&shown.json)? + "\n",
            Format::Markdown => markdown::render(&shown.page),
        },
    )?;
    Ok(Outcome::Clean)
}
