//! For GitHub Actions: workflow commands that annotate the changed files.

use koo_spec::report::github::annotation;

use super::notes;
use crate::finding::Report;

/// One `::error file=…::message` line for each finding.
pub fn github(report: &Report) -> String {
    let mut text = String::new();
    for finding in &report.findings {
        let message: Vec<_> = std::iter::once(finding.text())
            .chain(notes(finding))
            .chain(finding.hint.clone())
            .collect();
        let place = &finding.place;
        text.push_str(&annotation(
            finding.severity.as_str(),
            (&place.file, place.line, place.column),
            finding.rule,
            &message.join("\n"),
        ));
    }
    text
}
