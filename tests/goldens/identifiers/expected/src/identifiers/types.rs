// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::{OpenEnum, Redact, Validate};
use serde::{Deserialize, Serialize};

/// A name of the prelude.
///
/// Sites: north, south.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct Option_ {
    /// Nothing.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(rename = "None")]
    pub none: String,
}

impl Option_ {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(none: impl Into<String>) -> Self {
        Self { none: none.into() }
    }
}

/// Another name of the prelude.
///
/// Sites: north, south.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Result_ {
    /// Itself.
    #[wire("self")]
    Self_,
    /// A variant of the prelude.
    #[wire("Ok")]
    Ok,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
