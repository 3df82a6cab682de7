//! The spec language of koo: YAML files in, a checked catalogue out.

#[cfg(feature = "builtin")]
pub mod builtin;
pub mod catalogue;
mod check;
pub mod diagnostic;
pub mod duration;
pub mod files;
pub mod identifier;
pub mod interpret;
pub mod language;
pub mod load;
pub mod lower;
pub mod names;
pub mod node;
pub mod recipe;
pub mod report;
pub mod source;
pub mod yaml;
