// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::{OpenEnum, Redact, Validate};
use serde::{Deserialize, Serialize};

/// A label.
///
/// Sites: north, south.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Label {
    /// Text.
    ///
    /// Mandatory; at most 16 characters.
    ///
    /// Sites: north, south; source: `packages`.
    #[validate(max_chars = 16)]
    pub text: String,
}

impl Label {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}

/// How they look.
///
/// Sites: north, south; source: `packages`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Style {
    /// Plain.
    #[wire("plain")]
    Plain,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
