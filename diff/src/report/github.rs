//! For GitHub Actions: workflow commands that annotate the files of the new catalogue.

use std::fmt::Write as _;

use super::{Report, severities};
use crate::party::Severity;

/// One `::error …::message` line for each change; warnings and notices for what does not break.
pub fn github(report: &Report<'_>) -> String {
    let mut text = String::new();
    for entry in &report.entries {
        let change = entry.change;
        let command = match entry.severity {
            Severity::Breaking => "error",
            Severity::Warning => "warning",
            Severity::Info | Severity::None => "notice",
        };
        let mut properties = Vec::new();
        // What is gone can only be shown where it was, which is another file.
        if let Some((file, line, column)) = change.new_at.as_deref().and_then(position) {
            properties.push(format!("file={},line={line},col={column}", property(file)));
        }
        let title = format!("{} {}", change.rule.code(), change.rule.name());
        properties.push(format!("title={}", property(&title)));
        let message = format!(
            "{}/{} {}: {}: {}\n{}\n{}",
            change.place.family,
            change.place,
            change.about(),
            change.rule.title(),
            change.delta(),
            severities(change),
            change.rule.why(),
        );
        let _ = writeln!(
            text,
            "::{command} {}::{}",
            properties.join(","),
            data(&message)
        );
    }
    text
}

/// `file:line:column`, whose file may hold colons.
fn position(at: &str) -> Option<(&str, &str, &str)> {
    let (rest, column) = at.rsplit_once(':')?;
    let (file, line) = rest.rsplit_once(':')?;
    Some((file, line, column))
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
