//! `koo docs`

mod check;
mod fetch;
mod patch;
mod saved;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use koo_pages::compare::Wanted;
use koo_spec::catalogue::Catalogue;
use koo_spec::names::UnknownName;

use super::Failure;
use crate::output::{Outcome, Output};

/// Arguments of `koo docs`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo docs fetch --family saas-v2        downloads the pages of a guide → pages/
  koo docs check pages/                  what they say otherwise than the catalogue
  koo docs patch pages/ > spec.diff      the edit of the spec that follows them

Exit codes: 0 done or in agreement, 1 differences or pages that cannot be had, 2 wrong usage or
I/O")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Compare saved documentation pages with the catalogue.
    Check(check::Arguments),
    /// Write the edit of the spec that follows saved pages, as a diff.
    Patch(patch::Arguments),
    /// Download the pages that the catalogue names.
    Fetch(fetch::Arguments),
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    match &arguments.what {
        What::Check(arguments) => check::run(arguments, output),
        What::Patch(arguments) => patch::run(arguments, output),
        What::Fetch(arguments) => fetch::run(arguments, output),
    }
}

/// Which pages, and what they are where they do not tell.
#[derive(Debug, Args)]
struct Pages {
    /// Saved pages, or folders of them: HTML, Markdown, or text copied from a browser; `-` reads standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Site of the pages; otherwise told by their id, address or title.
    #[arg(long, value_name = "SITE")]
    site: Option<String>,

    /// Family the pages belong to; otherwise recognised.
    #[arg(long, value_name = "ID")]
    family: Option<String>,

    /// Interface the pages describe, `newInstance` or `saas-v2/newInstance`; otherwise recognised.
    #[arg(long, value_name = "ID")]
    interface: Option<String>,

    /// Id of the page in the catalogue; otherwise told by file name, address or `meta` elements.
    #[arg(long, value_name = "ID")]
    page: Option<String>,
}

impl Pages {
    /// What the caller says about the pages, if the catalogue knows all of it.
    fn wanted(&self, catalogue: &Catalogue) -> Result<Wanted, Failure> {
        let mut wanted = Wanted {
            site: self.site.clone(),
            family: self.family.clone(),
            interface: self.interface.clone(),
            page: self.page.clone(),
        };
        if let Some((family, interface)) = self.interface.as_ref().and_then(|id| id.split_once('/'))
        {
            wanted.family = Some(family.to_owned());
            wanted.interface = Some(interface.to_owned());
        }
        let families = || catalogue.families.iter();
        known(
            "site",
            wanted.site.as_deref(),
            catalogue.sites.keys().map(String::as_str),
        )?;
        known(
            "family",
            wanted.family.as_deref(),
            families().map(|family| family.id.as_str()),
        )?;
        known(
            "interface",
            wanted.interface.as_deref(),
            families()
                .filter(|family| {
                    wanted
                        .family
                        .as_ref()
                        .is_none_or(|wanted| *wanted == family.id)
                })
                .flat_map(|family| {
                    family
                        .interfaces
                        .iter()
                        .map(|interface| interface.id.as_str())
                }),
        )?;
        known(
            "page",
            wanted.page.as_deref(),
            families().flat_map(|family| family.pages.keys().map(String::as_str)),
        )?;
        Ok(wanted)
    }
}

/// Refuses an id that does not exist, and names the one that may be meant.
fn known<'a>(
    what: &str,
    wanted: Option<&str>,
    ids: impl Iterator<Item = &'a str> + Clone,
) -> Result<(), Failure> {
    let Some(wanted) = wanted else { return Ok(()) };
    if ids.clone().any(|id| id == wanted) {
        return Ok(());
    }
    let sentence = format!("the catalogue has no {what}");
    Err(UnknownName::new(&sentence, wanted, ids).into())
}
