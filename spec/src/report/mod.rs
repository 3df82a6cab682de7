//! Diagnostics for people and for machines. Pure: text out, nothing printed.

pub mod github;
mod human;
mod json;
pub mod junit;
pub mod sarif;
pub mod verdict;
mod visible;

pub use github::github;
pub use human::{human, summary};
pub use json::json;
pub use sarif::sarif;
pub use visible::{visible, visible_lines, visible_styled};

use crate::diagnostic::{Diagnostic, Severity};

/// Numbers of errors and of warnings.
pub fn tally(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let errors = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .count();
    (errors, diagnostics.len() - errors)
}
