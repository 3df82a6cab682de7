//! The section of a change log, in the style of Keep a Changelog: what changed for merchants, in their words.

use std::fmt::Write as _;

use crate::change::{Change, PlaceKind};
use crate::compare::Comparison;
use crate::party::{Party, Severity};
use crate::report::{code, delta, escape};
use crate::rule::Rule;
use crate::verdict::Verdict;

/// What heads the section.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    /// The version; `Unreleased` without one.
    pub version: Option<String>,
    /// The date, as it should be printed.
    pub date: Option<String>,
}

/// The kinds of change, in the order of Keep a Changelog.
const KINDS: [&str; 5] = ["Added", "Changed", "Deprecated", "Removed", "Security"];

/// The Markdown of the section. What concerns no program, such as reworded descriptions and sources, is only counted.
pub fn changelog(comparison: &Comparison, heading: &Heading, verdict: &Verdict) -> String {
    let mut text = match (&heading.version, &heading.date) {
        (None, None) => "## [Unreleased]\n".to_owned(),
        (None, Some(date)) => format!("## [Unreleased] - {}\n", escape(date)),
        (Some(version), None) => format!("## [{}]\n", escape(version)),
        (Some(version), Some(date)) => format!("## [{}] - {}\n", escape(version), escape(date)),
    };
    let (told, counted): (Vec<_>, Vec<_>) = comparison
        .changes
        .iter()
        .partition(|change| is_told(change));
    for kind in KINDS {
        let mut of_kind: Vec<_> = told
            .iter()
            .filter(|change| self::kind(change) == kind)
            .collect();
        if of_kind.is_empty() {
            continue;
        }
        // What breaks comes first; the order inside stays.
        of_kind.sort_by_key(|change| std::cmp::Reverse(change.worst(&Party::MERCHANT)));
        let _ = write!(text, "\n### {kind}\n\n");
        for change in of_kind {
            let _ = writeln!(text, "- {}", line(change));
        }
    }
    if !counted.is_empty() {
        let noun = if counted.len() == 1 {
            "change"
        } else {
            "changes"
        };
        let _ = writeln!(
            text,
            "\n{} further {noun} of descriptions and sources.",
            counted.len()
        );
    }
    if comparison.changes.is_empty() {
        text.push_str("\nNo change of the contract.\n");
    } else if let Some(level) = verdict.level {
        let _ = writeln!(
            text,
            "\nThe generated crate needs a {} version.",
            level.as_str()
        );
    }
    text
}

/// Whether the change is worth a line: somebody should look, or something can be used that was not there.
fn is_told(change: &Change) -> bool {
    change.worst(&Party::ALL) >= Severity::Warning || matches!(kind(change), "Added" | "Removed")
}

fn kind(change: &Change) -> &'static str {
    let name = change.rule.name();
    let is = |word: &str| name.split('-').any(|part| part == word);
    let about_sources = change.place.kind == PlaceKind::Sources;
    if is("deprecated") || is("withdrawn") {
        "Deprecated"
    } else if matches!(change.place.kind, PlaceKind::Scheme | PlaceKind::Cipher)
        || is("scheme")
        || is("encryption")
        || is("sensitive")
        || is("tls")
    {
        "Security"
    } else if is("added") && !about_sources {
        "Added"
    } else if is("removed") && !about_sources {
        "Removed"
    } else {
        "Changed"
    }
}

fn line(change: &Change) -> String {
    let breaking: Vec<_> = Party::MERCHANT
        .into_iter()
        .filter(|party| change.severity(*party) == Severity::Breaking)
        .map(Party::as_str)
        .collect();
    let mark = match breaking.as_slice() {
        [] => String::new(),
        parties => format!("**Breaks {}:** ", parties.join(" and ")),
    };
    let place = &change.place;
    let of = match (place.kind, place.id.is_empty()) {
        (PlaceKind::Family, _) => code(&place.family),
        (PlaceKind::Interface, false) => code(&format!("{}/{}", place.family, place.id)),
        _ => format!("{} {}", code(&place.family), escape(&place.to_string())),
    };
    let subject = match (change.rule, change.subject.is_empty()) {
        (_, true) => String::new(),
        (Rule::Parameter(..), false) => format!(", {}", code(&change.subject)),
        (Rule::Contract(_), false) => format!(", {}", escape(&change.subject)),
    };
    let site = change
        .site
        .as_ref()
        .map(|site| format!(" on {}", escape(site)));
    let delta = delta(change);
    let title = escape(change.rule.title());
    format!(
        "{mark}{of}{subject}{}: {title}{delta}.",
        site.unwrap_or_default()
    )
}
