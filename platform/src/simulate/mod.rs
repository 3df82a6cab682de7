//! Tries a merchant: cases one after another, each with a verdict.
//!
//! A [`Case`] is anything that can be tried: a scenario of the catalogue ([`crate::scenario::Play`]), or a check that a
//! debug console makes. It says what it is and runs on a [`Stage`], which holds all it may use: who calls, over what, with
//! which random values. New kinds of cases implement [`Case`] and join the list that [`run`] is given; reports need only
//! [`Verdict`]s.

mod case;
pub mod load;
pub mod report;
mod stage;
mod verdict;

pub use case::{Case, Observer, Placing, Running, Several, Silent};
pub use stage::{Answered, Stage};
pub use verdict::{Outcome, Step, Verdict};

/// Runs cases one after another.
pub async fn run<'a>(cases: &'a [Box<dyn Case + 'a>], stage: &'a Stage<'a>) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    for case in cases {
        stage.observer.started(case.as_ref());
        let verdict = case.run(stage).await;
        stage.observer.finished(&verdict);
        verdicts.push(verdict);
    }
    verdicts
}
