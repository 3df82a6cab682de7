//! Two catalogues → what changed, and who breaks.
//!
//! Pure: catalogues come in as exports ([`outline`]), are compared ([`compare`]) under rules that are data ([`rule`]),
//! and go out as reports ([`report`]). Reading files and revisions is the business of the command.

pub mod change;
mod compare;
pub mod outline;
pub mod party;
pub mod rule;

pub use compare::{Comparison, compare};
