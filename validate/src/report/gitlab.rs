//! For GitLab: a Code Quality report.

use koo_runtime::crypto::{hex, sha256};
use serde_json::json;

use crate::finding::{Report, Severity};

/// A list of issues in the format of Code Climate, as far as GitLab reads it.
pub fn gitlab(report: &Report) -> String {
    let issues = report.findings.iter().map(|finding| {
        let place = &finding.place;
        // The same finding keeps its fingerprint while the payload around it changes within its line.
        let identity = format!(
            "{}\n{}\n{}\n{}",
            place.file, place.line, finding.rule, finding.path
        );
        json!({
            "description": finding.text(),
            "check_name": finding.rule,
            "fingerprint": hex(sha256(identity)),
            "severity": match finding.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
            },
            "location": { "path": &*place.file, "lines": { "begin": place.line } },
        })
    });
    let issues: serde_json::Value = issues.collect();
    format!("{issues:#}\n")
}
