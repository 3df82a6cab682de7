//! For terminals.

use std::fmt::Write as _;

use super::{Entry, Report, severities};
use crate::party::Severity;

const BOLD: &str = "\u{1b}[1m";
const RED: &str = "\u{1b}[1;31m";
const YELLOW: &str = "\u{1b}[1;33m";
const BLUE: &str = "\u{1b}[1;34m";
const PLAIN: &str = "\u{1b}[0m";

/// The changes by family and interface; with colour, unless it is stripped behind.
pub fn human(report: &Report<'_>, styled: bool) -> String {
    let mut text = String::new();
    let bold = |words: &str| paint(words, BOLD, styled);
    for (family, places) in report.groups() {
        let _ = writeln!(text, "{}", bold(family));
        for place in places {
            let Some(first) = place.first() else {
                continue;
            };
            let heading = &first.change.place;
            let _ = writeln!(
                text,
                "{}",
                format!("  {}  {}", bold(&heading.to_string()), heading.title).trim_end()
            );
            for entry in place {
                one(&mut text, entry, styled);
            }
        }
        text.push('\n');
    }
    text
}

fn one(text: &mut String, entry: &Entry<'_>, styled: bool) {
    let change = entry.change;
    let style = match entry.severity {
        Severity::Breaking => RED,
        Severity::Warning => YELLOW,
        Severity::Info | Severity::None => BLUE,
    };
    let severity = paint(&format!("{:<8}", entry.severity), style, styled);
    let name = change.rule.name();
    let _ = writeln!(text, "    {severity}  {} {name}", change.rule.code());
    let mut detail = |label: &str, words: &str| {
        if !words.is_empty() {
            // Texts of the contract may have several lines.
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = writeln!(text, "              {label:<9} {words}");
        }
    };
    let delta = change.delta();
    let what = match delta.as_str() {
        "" => change.rule.title().to_owned(),
        delta => format!("{}: {delta}", change.rule.title()),
    };
    detail("what", &change.about());
    detail("change", &what);
    detail("who", &severities(change));
    detail("why", change.rule.why());
    match (&change.old_at, &change.new_at) {
        (Some(old), Some(new)) if old == new => detail("where", new),
        (old, new) => {
            detail("was at", old.as_deref().unwrap_or_default());
            detail("is at", new.as_deref().unwrap_or_default());
        }
    }
    for page in &change.pages {
        let url = page.url.as_deref().unwrap_or_default();
        detail("page", format!("{} {url}", page.id).trim_end());
    }
    for item in &change.items {
        detail("item", &format!("{item} ({})", change.semver.as_str()));
    }
    detail("sql", change.sql.as_deref().unwrap_or_default());
    detail("hint", change.hint.as_deref().unwrap_or_default());
    detail("accept", &change.fingerprint());
}

fn paint(words: &str, style: &str, styled: bool) -> String {
    if styled {
        format!("{style}{words}{PLAIN}")
    } else {
        words.to_owned()
    }
}
