//! Verdicts for people and programs.

mod html;
pub mod human;
pub mod json;
mod junit;
pub mod page;
mod readable;

use std::time::Duration;

use koo_spec::catalogue::Text;

pub use html::html;
pub use junit::junit;
pub use page::HtmlError;

use super::{Outcome, Verdict};

/// A run: what was tried, and what came of it.
#[derive(Debug, Clone)]
pub struct Run {
    /// Family that was played.
    pub family: String,
    /// Site that was played.
    pub site: Option<String>,
    /// The merchant's address.
    pub target: String,
    /// What repeats the values of this run.
    pub seed: u64,
    /// The verdicts in the order of the cases.
    pub verdicts: Vec<Verdict>,
    /// How long it took.
    pub elapsed: Duration,
}

/// How many cases ended how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// As they must.
    pub passed: usize,
    /// With errors.
    pub failed: usize,
    /// Not tried.
    pub skipped: usize,
    /// Calls in all.
    pub calls: usize,
}

impl Run {
    /// How many cases ended how.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for verdict in &self.verdicts {
            counts.calls += verdict.steps.len();
            match verdict.outcome {
                Outcome::Passed => counts.passed += 1,
                Outcome::Failed => counts.failed += 1,
                Outcome::Skipped(_) => counts.skipped += 1,
            }
        }
        counts
    }
}

/// A title in English with the official Chinese one behind it.
fn bilingual(text: &Text) -> String {
    match &text.zh {
        Some(zh) if *zh != text.en => format!("{} ({zh})", text.en),
        _ => text.en.clone(),
    }
}
