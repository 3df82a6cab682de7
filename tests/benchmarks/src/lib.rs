//! What the benchmarks share: criterion measures, [`Report`] sets what it measured against peers and targets.
//!
//! A benchmark names its measurements `group/function`, as criterion does, and ends with a table of [`Row`]s. Both
//! sides of a ratio come from the same run. Nothing here fails: a target that is missed is a line of the table.

mod report;
mod sample;

pub use report::{Report, Row, Target};
pub use sample::Sample;
