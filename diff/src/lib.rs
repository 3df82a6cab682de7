//! Two catalogues → what changed, and who breaks.
//!
//! Pure: catalogues come in as exports ([`outline`]), are compared ([`compare`]) under rules that are data ([`rule`]),
//! and go out as reports ([`report`]) or as a section of a change log ([`changelog`]). Reading files and revisions is
//! the business of the command.

pub mod accepted;
pub mod change;
pub mod changelog;
mod compare;
pub mod outline;
pub mod party;
pub mod report;
pub mod rule;
pub mod verdict;

pub use compare::{Comparison, compare};
