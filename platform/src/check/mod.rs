//! Named cases: what goes wrong with merchants' servers, each provoked on purpose and looked for.
//!
//! A case knows no marketplace. What it sends and what it expects follows from the catalogue: the values a scheme carries, how
//! long a call is fresh, which codes refuse it, the limits of replies, what identifies a call. Where the catalogue does not say
//! what a case needs, the case is skipped and says so.

mod answer;
mod authentication;
mod debug;
mod life;
mod pages;
mod query;
mod repetition;
mod reply;
mod request;
mod stage;
mod transport;
mod trial;

use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, Instant};

use crate::message::{Finding, Severity, Source};

pub use stage::Stage;
pub use trial::Step;

use pages::Pages;
use trial::Trial;

/// A text in both languages of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// Chinese.
    pub zh: &'static str,
}

/// Carries a case out.
type Run = for<'t> fn(&'t mut Trial<'_>) -> Pin<Box<dyn Future<Output = ()> + Send + 't>>;

/// Something that goes wrong with servers.
pub struct Case {
    /// Id.
    pub id: &'static str,
    /// What it is about.
    pub title: Words,
    /// What must hold.
    pub rule: Words,
    /// What to do when it does not.
    pub advice: Words,
    /// Where the rule stands.
    pages: Pages,
    run: Run,
}

/// How a case ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The rule holds.
    Passed,
    /// The rule is broken.
    Failed,
    /// It was not tried.
    Skipped(String),
}

impl Verdict {
    /// The word for reports.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Skipped(_) => "skipped",
        }
    }
}

/// What a case showed.
pub struct Outcome {
    /// The case.
    pub case: &'static Case,
    /// How it ended.
    pub verdict: Verdict,
    /// What is wrong, or worth knowing.
    pub findings: Vec<Finding>,
    /// Where the rule stands.
    pub sources: Vec<Source>,
    /// The exchanges, in order.
    pub steps: Vec<Step>,
    /// How long it took.
    pub elapsed: Duration,
}

/// Every case, in the order it is tried.
pub fn all() -> impl Iterator<Item = &'static Case> {
    [
        transport::CASES,
        reply::CASES,
        authentication::CASES,
        query::CASES,
        request::CASES,
        repetition::CASES,
        debug::CASES,
    ]
    .into_iter()
    .flatten()
}

/// The case of an id.
pub fn find(id: &str) -> Option<&'static Case> {
    all().find(|case| case.id == id)
}

impl Case {
    /// Tries the case. What it draws depends on the seed and on its id alone, so that it can be repeated without the others.
    pub async fn run(&'static self, stage: &Stage<'_>) -> Outcome {
        let start = Instant::now();
        let mut trial = Trial::new(stage, self.id);
        match stage.silence().await {
            Some(why) if !transport::is_tried_in_silence(self) => trial.skip(why),
            _ => (self.run)(&mut trial).await,
        }
        let Trial {
            findings,
            steps,
            skipped,
            ..
        } = trial;
        let is_broken = findings
            .iter()
            .any(|finding| finding.severity == Severity::Error);
        let verdict = match skipped {
            _ if is_broken => Verdict::Failed,
            Some(why) => Verdict::Skipped(why),
            None => Verdict::Passed,
        };
        Outcome {
            case: self,
            verdict,
            findings,
            sources: self.pages.sources(stage),
            steps,
            elapsed: start.elapsed(),
        }
    }
}
