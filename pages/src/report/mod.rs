//! Differences for people and programs.

mod github;
mod human;
mod json;

pub use github::github;
pub use human::{human, summary};
pub use json::json;

use crate::difference::{Difference, Level};

/// How many differences of each level there are: problems, known ones, notes.
pub fn tally(differences: &[Difference]) -> (usize, usize, usize) {
    let count = |is: fn(&Level) -> bool| {
        differences
            .iter()
            .filter(|difference| is(&difference.level))
            .count()
    };
    (
        count(|level| *level == Level::Problem),
        count(|level| matches!(level, Level::Known { .. })),
        count(|level| *level == Level::Note),
    )
}
