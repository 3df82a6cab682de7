//! For test dashboards: JUnit XML.

use koo_spec::report::junit::{self, Case, CaseResult, Suite};

use super::notes;
use crate::finding::{Finding, Report, Severity};

/// The tool that reports.
const TOOL: &str = "koo validate";

/// A suite for each file; a test case for each finding, and one that passes for a file without any.
///
/// Warnings are test cases that pass and say so on their standard output.
pub fn junit(report: &Report) -> String {
    let mut suites: Vec<Suite> = Vec::new();
    for file in &report.files {
        if !suites.iter().any(|suite| *suite.name == **file) {
            suites.push(suite(report, file));
        }
    }
    junit::junit(TOOL, &suites)
}

fn suite(report: &Report, file: &str) -> Suite {
    let findings = report.findings.iter();
    let of_file = findings.filter(|finding| &*finding.place.file == file);
    let mut cases: Vec<_> = of_file.map(case).collect();
    if cases.is_empty() {
        cases.push(Case {
            name: file.to_owned(),
            class: TOOL.to_owned(),
            ..Case::default()
        });
    }
    Suite {
        name: file.to_owned(),
        cases,
    }
}

fn case(finding: &Finding) -> Case {
    let place = &finding.place;
    let class = finding.about.as_ref();
    let text: Vec<_> = std::iter::once(format!("{}:{}:{}", place.file, place.line, place.column))
        .chain(notes(finding))
        .chain(finding.hint.clone())
        .collect();
    let (message, details) = (finding.text(), text.join("\n"));
    Case {
        name: format!(
            "{} {} at {}:{}",
            finding.path, finding.rule, place.line, place.column
        ),
        class: class.map_or_else(|| TOOL.to_owned(), |about| about.interface.to_string()),
        place: Some((place.file.to_string(), place.line)),
        millis: None,
        result: match finding.severity {
            Severity::Error => CaseResult::Failed {
                rule: finding.rule.to_owned(),
                message,
                details,
            },
            Severity::Warning => CaseResult::Remarked(format!("warning: {message}\n{details}")),
        },
    }
}
