//! The contract at work without generated code: signs, verifies and validates straight from the catalogue.
//!
//! The checker runs examples and test vectors this way. Generated code comes from the same catalogue and must agree.

pub mod artifact;
pub mod cipher;
pub mod compose;
pub mod explain;
pub mod payload;
pub mod placeholder;
pub mod scheme;
pub mod text;
