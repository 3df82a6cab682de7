//! Documentation pages of the vendor against the catalogue.
//!
//! ```text
//! bytes ─encoding─► text ─read─► Page (headings, texts, tables, each with its bytes)
//!                                  │ table: header words → columns, cells → facts
//!                                  ▼
//!        Catalogue ──compare──► Difference (place on the page, place in the spec) ──► report | patch ─► edited YAML
//! ```
//!
//! Nothing here reads files, knows a network or a clock, or knows what the catalogue is about.

mod clean;
pub mod compare;
pub mod difference;
mod encoding;
pub mod fetch;
pub mod page;
pub mod patch;
mod read;
pub mod report;
mod table;
mod written;

pub use encoding::{Undecodable, decode};
pub use read::{MAX_PAGE_BYTES, PageFormat, Unreadable, read};
