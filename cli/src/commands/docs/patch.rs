//! `koo docs patch`

use std::path::Path;

use clap::{Args, ValueEnum};
use koo_pages::page::{Page, Piece};
use koo_pages::patch::{EditedFile, Patch, Remark, patch};
use serde_json::json;

use super::{Pages, saved};
use crate::commands::Failure;
use crate::contract::SpecArguments;
use crate::folder::{self, write};
use crate::output::{Outcome, Output, counted};

/// Arguments of `koo docs patch`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo docs patch pages/ > spec.diff                a diff to review, for `git apply spec.diff`
  koo docs patch pages/ --apply                    writes the files
  koo docs patch page.html --updated 2026-11-20    also sets the date of the page

Bytes are replaced where the spec says something; comments and layout stay. What only one of
several sites changes is written as a difference of that site. A shared parameter is changed in
its common file when all its users change alike, otherwise beside `use`. New parameters, values
and codes get the description `Not described yet.`, which `koo docs check` counts until somebody
writes one. Nothing is removed, and no edit is made after which `koo check` would find something
new; what is left to you is told on standard error.

Exit codes: 0 the spec follows the pages once the diff is applied, 1 something is left to you or
a page is not recognised, 2 wrong usage or I/O")]
pub(super) struct Arguments {
    #[command(flatten)]
    pages: Pages,

    #[command(flatten)]
    spec: SpecArguments,

    /// Write the files instead of printing the diff.
    #[arg(long)]
    apply: bool,

    /// Date on which the pages were updated, where they do not tell it.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    updated: Option<String>,

    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A unified diff.
    Human,
    /// One JSON document.
    Json,
}

fn date(text: &str) -> Result<String, String> {
    let digits: Vec<_> = text.split('-').collect();
    let is_date = matches!(digits.as_slice(), [year, month, day]
        if year.len() == 4 && month.len() == 2 && day.len() == 2
            && [year, month, day].iter().all(|part| part.chars().all(|digit| digit.is_ascii_digit())));
    if is_date {
        Ok(text.to_owned())
    } else {
        Err("write the date as 2026-11-20".to_owned())
    }
}

/// Plans the edits, and prints or writes them.
pub(super) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let spec = arguments.spec.folder()?;
    let Some(loaded) = arguments.spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let wanted = arguments.pages.wanted(&loaded.catalogue)?;
    let mut pages = saved::pages(&arguments.pages.files)?;
    if let Some(updated) = &arguments.updated {
        for page in &mut pages {
            set_date(page, updated);
        }
    }
    let patch = patch(&pages, &loaded, &wanted, |shown| relative(&spec, shown));
    if arguments.apply {
        for file in &patch.files {
            write(Path::new(&file.path), &file.after)?;
        }
    }
    print(arguments, &patch, output)?;
    Ok(if patch.after.is_clean() && patch.left.is_empty() {
        Outcome::Clean
    } else {
        Outcome::Problems
    })
}

fn set_date(page: &mut Page, date: &str) {
    page.clues.updated = Some(Piece {
        text: date.to_owned(),
        at: 0..0,
    });
}

/// The path below the catalogue folder.
fn relative(spec: &Path, shown: &str) -> String {
    Path::new(shown).strip_prefix(spec).map_or_else(
        |_| shown.to_owned(),
        |path| path.to_string_lossy().replace('\\', "/"),
    )
}

fn print(arguments: &Arguments, patch: &Patch, output: &Output) -> Result<(), Failure> {
    let diff = |file: &EditedFile| {
        folder::diff(
            &file.path,
            Some(file.before.as_bytes()),
            Some(file.after.as_bytes()),
        )
    };
    if arguments.format == Format::Json {
        let remark = |remark: &Remark| json!({ "subject": remark.subject, "text": remark.text });
        let report = json!({
            "koo": 1,
            "applied": arguments.apply,
            "files": patch.files.iter().map(|file| json!({ "file": file.path, "diff": diff(file) })).collect::<Vec<_>>(),
            "done": patch.done.iter().map(remark).collect::<Vec<_>>(),
            "left": patch.left.iter().map(remark).collect::<Vec<_>>(),
            "clean": patch.after.is_clean(),
        });
        return output.result(&(serde_json::to_string_pretty(&report)? + "\n"));
    }
    if !arguments.apply {
        output.result(&patch.files.iter().map(diff).collect::<String>())?;
    }
    for done in &patch.done {
        output.remark(&format!("{}: {}", done.subject, done.text));
    }
    for left in &patch.left {
        output.remark(&format!("left to you: {}: {}", left.subject, left.text));
    }
    let verb = if arguments.apply {
        "changed"
    } else {
        "would change"
    };
    let still = patch
        .after
        .differences
        .iter()
        .filter(|difference| difference.level == koo_pages::difference::Level::Problem)
        .count();
    output.remark(&format!(
        "{} in {} {verb}; {} left",
        counted(patch.done.len(), "edit"),
        counted(patch.files.len(), "file"),
        counted(still, "difference")
    ));
    Ok(())
}
