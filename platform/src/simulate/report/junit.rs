//! For test dashboards: JUnit XML.

use std::fmt::Write as _;

use koo_spec::report::junit::{self, Case, CaseResult, Suite};

use super::{Run, bilingual};
use crate::message::{Finding, Severity};
use crate::simulate::{Outcome, Verdict};

/// A suite for the family with a test case for each case.
pub fn junit(run: &Run) -> String {
    let suite = Suite {
        name: match &run.site {
            Some(site) => format!("{} on {site}", run.family),
            None => run.family.clone(),
        },
        cases: run
            .verdicts
            .iter()
            .map(|verdict| case(run, verdict))
            .collect(),
    };
    junit::junit("koo simulate", &[suite])
}

fn case(run: &Run, verdict: &Verdict) -> Case {
    let mut errors = verdict
        .all_findings()
        .filter(|finding| finding.severity == Severity::Error);
    let remarks: Vec<_> = verdict
        .all_findings()
        .filter(|finding| finding.severity == Severity::Remark)
        .map(|finding| format!("remark: {}", finding.text))
        .collect();
    let result = match (&verdict.outcome, errors.next()) {
        (Outcome::Skipped(why), _) => CaseResult::Skipped(why.clone()),
        (Outcome::Failed, Some(first)) => CaseResult::Failed {
            rule: first.rule.to_owned(),
            message: first.text.clone(),
            details: details(verdict),
        },
        _ if remarks.is_empty() => CaseResult::Passed,
        _ => CaseResult::Remarked(remarks.join("\n")),
    };
    Case {
        name: format!("{}: {}", verdict.case, bilingual(&verdict.title)),
        class: run.family.clone(),
        place: None,
        millis: u64::try_from(verdict.elapsed.as_millis()).ok(),
        result,
    }
}

/// Everything that is wrong, what to do, and where the rule stands.
fn details(verdict: &Verdict) -> String {
    let mut text = String::new();
    let mut write = |finding: &Finding| {
        let _ = writeln!(text, "{}: {}", finding.severity.as_str(), finding.text);
    };
    verdict.all_findings().for_each(&mut write);
    if let Some(doc) = &verdict.doc {
        let _ = writeln!(text, "rule: {}", doc.en);
    }
    if let Some(advice) = &verdict.advice {
        let _ = writeln!(text, "advice: {}", advice.en);
    }
    let of_findings = verdict.all_findings().flat_map(|finding| &finding.sources);
    let mut pages: Vec<&str> = Vec::new();
    for source in verdict.sources.iter().chain(of_findings) {
        if !pages.contains(&source.page.as_str()) {
            pages.push(&source.page);
            let url = source.url.as_deref().unwrap_or(&source.page);
            let _ = writeln!(text, "page: {} <{url}>", source.title);
        }
    }
    text
}
