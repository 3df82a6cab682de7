// Written by `koo generate`; do not edit.

//! Bazaar (市集).
//!
//! The contract between an invented marketplace and its merchants.
//!
//! | feature | what it adds |
//! | --- | --- |
//! | one per family | models, validators, result codes, signing and verifying |
//! | `server` | the merchant's side: a trait to implement and an axum router |
//! | `mock` | the calling side, for tests |
//! | `client` | calls over the network |
//!
//! Without features there is nothing; with a family alone there is no HTTP.

pub use koo_runtime as runtime;

#[cfg(feature = "whole-crate")]
pub mod whole_crate;

/// The sites on which the contract differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Site {
    /// Northern site (北站).
    North,
    /// Southern site (南站).
    South,
}
