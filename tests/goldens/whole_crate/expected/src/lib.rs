// Written by `koo generate`; do not edit.

//! Bazaar (市集).
//!
//! The contract between an invented marketplace and its merchants.
//!
//! | feature | what it adds |
//! | --- | --- |
//! | one per family | models, validators, result codes, signing and verifying |
//! | `server` | the merchant's side: a trait to implement and an axum router |
//! | `mock` | the platform, for tests: its calling side, and the side that merchants call |
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

impl Site {
    /// Every site.
    pub const ALL: &'static [Self] = &[Self::North, Self::South];

    /// The id of the site.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::North => "north",
            Self::South => "south",
        }
    }

    /// The site of an id, for settings and command lines.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|site| site.as_str() == id)
    }
}

impl std::fmt::Display for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
