//! For pull requests and wikis.

use std::fmt::Write as _;

use super::{Entry, Report, severities};
use crate::change::Change;
use crate::rule::{ContractRule, Rule};

/// A heading for each family and interface, a point for each change.
pub fn markdown(report: &Report<'_>) -> String {
    let mut text = String::from("# Changes of the contract\n\n");
    let (old, new) = (code(&report.old), code(&report.new));
    let _ = write!(
        text,
        "From {old} to {new}.\n\n{}.\n\n",
        escape(&report.summary())
    );
    let _ = writeln!(text, "{}.", escape(&report.version()));
    if !report.full {
        text.push_str("\nOne of the exports lacks detail: only what both carry was compared.\n");
    }
    for (family, places) in report.groups() {
        let _ = write!(text, "\n## {}\n", escape(family));
        for place in places {
            let Some(first) = place.first() else {
                continue;
            };
            let heading = &first.change.place;
            let title = format!("{heading}  {}", heading.title);
            let words: Vec<_> = title.split_whitespace().collect();
            let _ = write!(text, "\n### {}\n\n", escape(&words.join(" ")));
            for entry in place {
                one(&mut text, entry);
            }
        }
    }
    if !report.stale.is_empty() {
        text.push_str("\n## Stale acceptances\n\n");
        for stale in &report.stale {
            let _ = writeln!(
                text,
                "- {} {}",
                code(&stale.fingerprint),
                escape(&stale.about)
            );
        }
    }
    text
}

fn one(text: &mut String, entry: &Entry<'_>) {
    let change = entry.change;
    let delta = delta(change);
    let _ = writeln!(
        text,
        "- **{}** {}: {}{delta} ({} {})",
        entry.severity,
        code(&change.about()),
        escape(change.rule.title()),
        change.rule.code(),
        code(&change.rule.name()),
    );
    let mut point = |words: String| {
        let _ = writeln!(text, "  - {words}");
    };
    point(format!(
        "{}. {}",
        escape(&severities(change)),
        escape(change.rule.why())
    ));
    let places: Vec<_> = [("was at", &change.old_at), ("is at", &change.new_at)]
        .into_iter()
        .filter_map(|(word, at)| Some(format!("{word} {}", code(at.as_deref()?))))
        .collect();
    if !places.is_empty() {
        point(places.join(", "));
    }
    if !change.pages.is_empty() {
        let pages: Vec<_> = change
            .pages
            .iter()
            .map(|page| match &page.url {
                Some(url) => format!("[{}](<{}>)", escape(&page.id), address(url)),
                None => escape(&page.id),
            })
            .collect();
        point(format!("pages: {}", pages.join(", ")));
    }
    if !change.items.is_empty() {
        let items: Vec<_> = change.items.iter().map(|item| code(item)).collect();
        point(format!(
            "items: {} ({})",
            items.join(", "),
            change.semver.as_str()
        ));
    }
    if let Some(sql) = &change.sql {
        point(format!("SQL: {}", code(sql)));
    }
    if let Some(hint) = &change.hint {
        point(escape(hint));
    }
    point(format!("fingerprint {}", code(&change.fingerprint())));
}

/// What stood there and what stands there.
pub(crate) fn delta(change: &Change) -> String {
    // Of a whole guide, what it holds is counted.
    let is_counted = matches!(
        change.rule,
        Rule::Contract(ContractRule::FamilyAdded | ContractRule::FamilyRemoved)
    );
    let quote = if is_counted { escape } else { code };
    match (&change.old, &change.new) {
        (Some(old), Some(new)) => format!(": {} → {}", quote(old), quote(new)),
        (Some(old), None) => format!(": was {}", quote(old)),
        (None, Some(new)) => format!(": {}", quote(new)),
        (None, None) => String::new(),
    }
}

/// Text that stands for itself.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
    {
        if r"\`*_{}[]<>|#~&".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Text as code, fenced by more backticks than it holds.
pub(crate) fn code(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut longest = 0;
    let mut run = 0;
    for character in text.chars() {
        run = if character == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let space = if longest > 0 || text.is_empty() {
        " "
    } else {
        ""
    };
    format!("{fence}{space}{text}{space}{fence}")
}

/// An address between angle brackets.
fn address(url: &str) -> String {
    url.chars()
        .map(|character| match character {
            '<' => "%3C".to_owned(),
            '>' => "%3E".to_owned(),
            space if space.is_whitespace() => "%20".to_owned(),
            other => other.to_string(),
        })
        .collect()
}
