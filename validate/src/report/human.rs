//! For people: as compilers report.

use annotate_snippets::{Group, Level, Origin, Renderer};
use koo_spec::report::visible;

use super::notes;
use crate::finding::{Finding, Report, Severity};

/// Every finding with its place and its source, without the summary line. `styled` adds colour.
///
/// No line of the payload is shown: it may hold what nobody should see.
pub fn human(report: &Report, styled: bool) -> String {
    let renderer = if styled {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut text = String::new();
    for finding in &report.findings {
        text.push_str(&renderer.render(&[group(finding)]));
        text.push_str("\n\n");
    }
    text
}

fn group(finding: &Finding) -> Group<'_> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let number = |number| usize::try_from(number).unwrap_or(usize::MAX);
    let origin = Origin::path(visible(&finding.place.file))
        .line(number(finding.place.line))
        .char_column(number(finding.place.column));
    let mut group =
        Group::with_title(level.primary_title(finding.text()).id(finding.rule)).element(origin);
    for note in notes(finding) {
        group = group.element(Level::NOTE.message(note));
    }
    if let Some(hint) = &finding.hint {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    group
}

/// The last line: how many problems, in how much.
pub fn summary(report: &Report) -> String {
    let count = |number: u64, one: &str, many: &str| {
        format!("{number} {}", if number == 1 { one } else { many })
    };
    let tally = report.tally;
    let errors = count(tally.errors, "error", "errors");
    let warnings = count(tally.warnings, "warning", "warnings");
    let found = match (tally.errors, tally.warnings) {
        (0, 0) => "no problems".to_owned(),
        (_, 0) => errors,
        (0, _) => warnings,
        _ => format!("{errors}, {warnings}"),
    };
    let (one, many) = report.unit;
    let mut parts = vec![format!("{found} in {}", count(report.looked_at, one, many))];
    if one != "file" {
        let files = count(report.files.len() as u64, "file", "files");
        parts.push(format!(", {files}"));
    }
    if report.passed_over > 0 {
        let calls = count(report.passed_over, "call", "calls");
        parts.push(format!(
            "; {calls} passed over, which belong to no interface"
        ));
    }
    if report.omitted() > 0 {
        parts.push(format!("; {} not shown (--max-errors)", report.omitted()));
    }
    parts.concat()
}
