//! Catalogue → files. Emitters are pure functions: the same catalogue gives the same bytes.
//!
//! One module per target. Nothing here reads a file, knows the time, or knows any marketplace: what is particular
//! to one stands in its catalogue.

pub mod catalogue_json;
pub mod docs;
mod file;
pub mod json_schema;
mod markdown;
mod message;
pub mod openapi;
mod parallel;
mod pattern;
pub mod postman;
mod rows;
pub mod rust;
pub mod scaffold;
pub mod select;
pub mod sql;
mod variants;
mod words;

pub use file::{BANNER, File, banner, is_written_by};

/// Why nothing could be emitted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EmitError {
    /// The selection names something the catalogue does not have.
    #[error(transparent)]
    UnknownName(#[from] koo_spec::names::UnknownName),
    /// Nothing is left of what was selected.
    #[error("{0}")]
    Selection(String),
    /// Two definitions that the spec keeps apart become one name in the emitted code.
    #[error(
        "{name} would be the name of two items of the family {family}; rename one of the definitions"
    )]
    NameClash {
        /// The family.
        family: String,
        /// The name.
        name: String,
    },
    /// The emitted code is not what its language accepts: a defect of the emitter, with the file and the reason.
    #[error("the emitted {path} cannot be formatted: {reason}; this is a defect of koo")]
    Unformattable {
        /// The file.
        path: String,
        /// What the formatter says.
        reason: String,
    },
    /// A template is broken: a defect of the emitter.
    #[error("the template of {path} failed: {reason}; this is a defect of koo")]
    Template {
        /// The file.
        path: String,
        /// What the template engine says.
        reason: String,
    },
}
