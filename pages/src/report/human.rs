//! For people: what differs, with both places.

use std::fmt::Write;

use koo_spec::source::SourceMap;

use super::tally;
use crate::compare::Recognised;
use crate::difference::{Difference, Level};

/// The most characters of a cell that are shown.
const SHOWN: usize = 80;

/// Every difference in a few lines; those the spec decides already only if they are asked for.
pub fn human(differences: &[Difference], sources: &SourceMap, known: bool) -> String {
    let mut text = String::new();
    for difference in differences {
        if matches!(difference.level, Level::Known { .. }) && !known {
            continue;
        }
        // Writing to a string cannot fail.
        let _ = one(difference, sources, &mut text);
    }
    text
}

fn one(difference: &Difference, sources: &SourceMap, text: &mut String) -> std::fmt::Result {
    let subject = &difference.subject;
    write!(
        text,
        "{}[{}] ",
        difference.level.as_str(),
        difference.kind.as_str()
    )?;
    let heading = subject.heading();
    if !heading.is_empty() {
        write!(text, "{heading}")?;
        if let Some(site) = &subject.site {
            write!(text, " ({site})")?;
        }
        text.push_str(": ");
    }
    if !subject.name.is_empty() && !difference.message.contains(&format!("`{}`", subject.name)) {
        write!(text, "`{}`: ", subject.name)?;
    }
    writeln!(text, "{}", difference.message)?;
    write!(text, "  page {}", difference.on_page)?;
    tail(text, &difference.printed)?;
    if let Some(span) = difference.in_spec {
        write!(text, "  spec {}", sources.locate(span))?;
        tail(text, &difference.specified)?;
    }
    if let Level::Known { why, at } = &difference.level {
        write!(text, "  known: {why}")?;
        if let Some(at) = at {
            write!(text, " ({})", sources.locate(*at))?;
        }
        text.push('\n');
    }
    text.push('\n');
    Ok(())
}

fn tail(text: &mut String, value: &str) -> std::fmt::Result {
    if value.is_empty() {
        return writeln!(text);
    }
    let short: String = value.chars().take(SHOWN).collect();
    let end = if short.len() < value.len() { "…" } else { "" };
    writeln!(text, ": {short}{end}")
}

/// One line for each page, and one with the sums.
pub fn summary(recognised: &[Recognised], differences: &[Difference]) -> String {
    let mut text = String::new();
    for page in recognised {
        let what = if page.interfaces.is_empty() {
            "no interface".to_owned()
        } else {
            page.interfaces.join(", ")
        };
        let site = page.site.as_deref().unwrap_or("all sites");
        let _ = writeln!(
            text,
            "{}: {what} ({site}), {} rows, {} codes",
            page.path, page.rows, page.codes
        );
    }
    let (problems, known, notes) = tally(differences);
    let _ = write!(
        text,
        "{problems} {}, {known} known, {notes} {} on {} {}",
        plural(problems, "difference"),
        plural(notes, "note"),
        recognised.len(),
        plural(recognised.len(), "page"),
    );
    text
}

fn plural(count: usize, word: &str) -> String {
    if count == 1 {
        word.to_owned()
    } else {
        format!("{word}s")
    }
}
