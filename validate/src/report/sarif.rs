//! For code scanners: SARIF 2.1.0.

use koo_spec::report::sarif::log;
use serde_json::{Value, json};

use super::{about, json, notes};
use crate::finding::{Finding, Report};

/// A SARIF log with one run.
pub fn sarif(report: &Report, tool_version: &str) -> String {
    let mut rules: Vec<&str> = report.findings.iter().map(|finding| finding.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    let described: Vec<_> = rules
        .iter()
        .map(|rule| json!({ "id": rule, "shortDescription": { "text": about(rule) } }))
        .collect();
    let results: Vec<_> = report
        .findings
        .iter()
        .map(|finding| result(finding, &rules))
        .collect();
    let log = log(&described, &results, tool_version);
    format!("{log:#}\n")
}

fn result(finding: &Finding, rules: &[&str]) -> Value {
    let place = &finding.place;
    let text: Vec<_> = std::iter::once(finding.text())
        .chain(notes(finding))
        .chain(finding.hint.clone())
        .collect();
    let pages: Vec<_> = finding.pages.iter().map(|page| &page.id).collect();
    let logical = finding.about.as_ref().map(|about| {
        json!([{
            "fullyQualifiedName": format!(
                "{} {}{}",
                about.interface,
                about.side.as_str(),
                finding.pointer.as_deref().unwrap_or_default()
            ),
        }])
    });
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&place.file) },
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
            },
        },
    });
    if let (Some(logical), Some(members)) = (logical, location.as_object_mut()) {
        members.insert("logicalLocations".to_owned(), logical);
    }
    json!({
        "ruleId": finding.rule,
        "ruleIndex": rules.iter().position(|rule| *rule == finding.rule),
        "level": finding.severity.as_str(),
        "message": { "text": text.join("\n") },
        "locations": [location],
        "properties": {
            "pointer": finding.pointer,
            "limit": finding.limit.as_ref().map(json::limit),
            "pages": pages,
        },
    })
}

/// A path as a relative reference: code scanners look files up by it.
fn uri(file: &str) -> String {
    koo_runtime::crypto::url_encode(file.replace('\\', "/")).replace("%2F", "/")
}
