//! The contract at work without generated code: signs, verifies and validates straight from the catalogue.
//!
//! The command line serves any spec this way. Generated code comes from the same catalogue and must agree.

pub mod cipher;
pub mod payload;
pub mod scheme;
