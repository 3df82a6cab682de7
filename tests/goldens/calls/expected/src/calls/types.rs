// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::{OpenEnum, Redact, Validate};
use serde::{Deserialize, Serialize};

/// A fault.
///
/// Sites: north, south.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// Kind of fault.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    pub kind: String,
    /// Text of the fault.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

impl Fault {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(kind: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            description: None,
        }
    }
}

/// A line.
///
/// Sites: north, south.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// Number.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `calls`.
    pub number: i64,
}

impl Line {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(number: i64) -> Self {
        Self { number }
    }
}

/// Mode.
///
/// Sites: north, south; source: `calls`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum XMode {
    /// First.
    #[wire("a")]
    A,
    /// Second.
    #[wire("b")]
    B,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
