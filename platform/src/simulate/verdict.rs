//! What came of a case. Holds nothing secret: signatures and sensitive values are hidden already.

use std::time::Duration;

use koo_calls::{Reply, Request};
use koo_spec::catalogue::Text;

use crate::journal::Verification;
use crate::message::{Finding, Severity, Source};

/// How a case ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// As it must be.
    Passed,
    /// At least one finding is an error.
    Failed,
    /// Not tried; says why.
    Skipped(String),
}

/// A call of a case.
#[derive(Debug, Clone)]
pub struct Step {
    /// What it shows.
    pub title: Text,
    /// Interface that was called.
    pub interface: String,
    /// The request as it may be shown.
    pub request: Request,
    /// The reply as it may be shown; `None` if there was none.
    pub reply: Option<Reply>,
    /// Result code of the reply.
    pub code: Option<String>,
    /// The judgement on the signature of the reply, without what it was made of.
    pub verification: Verification,
    /// How often it was sent until this reply came.
    pub sends: u32,
    /// From opening the connection to the last byte of the reply.
    pub elapsed: Duration,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

/// What came of a case.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// Id of the case.
    pub case: String,
    /// Title of the case.
    pub title: Text,
    /// What it tries, in a few sentences.
    pub doc: Option<Text>,
    /// What to do about it when it fails.
    pub advice: Option<Text>,
    /// How it ended.
    pub outcome: Outcome,
    /// Its calls in order.
    pub steps: Vec<Step>,
    /// What is wrong beyond single calls.
    pub findings: Vec<Finding>,
    /// Where the rule stands that it tried.
    pub sources: Vec<Source>,
    /// How long it took.
    pub elapsed: Duration,
}

impl Step {
    /// Whether nothing is wrong that the platform would mind.
    pub fn is_passed(&self) -> bool {
        is_clean(&self.findings)
    }
}

impl Verdict {
    /// The verdict on these calls: failed if one of them has an error.
    pub fn of(
        case: &dyn super::Case,
        steps: Vec<Step>,
        findings: Vec<Finding>,
        elapsed: Duration,
    ) -> Self {
        let is_passed = steps.iter().all(Step::is_passed) && is_clean(&findings);
        Self {
            case: case.id().to_owned(),
            title: case.title(),
            doc: case.doc(),
            advice: case.advice(),
            outcome: if is_passed {
                Outcome::Passed
            } else {
                Outcome::Failed
            },
            steps,
            findings,
            sources: case.sources(),
            elapsed,
        }
    }

    /// The verdict on a case that was not tried.
    pub fn skipped(case: &dyn super::Case, why: impl Into<String>) -> Self {
        Self {
            outcome: Outcome::Skipped(why.into()),
            ..Self::of(case, Vec::new(), Vec::new(), Duration::ZERO)
        }
    }

    /// Everything that is wrong, in the order of the calls.
    pub fn all_findings(&self) -> impl Iterator<Item = &Finding> {
        let steps = self.steps.iter().flat_map(|step| &step.findings);
        steps.chain(&self.findings)
    }
}

fn is_clean(findings: &[Finding]) -> bool {
    findings
        .iter()
        .all(|finding| finding.severity < Severity::Error)
}
