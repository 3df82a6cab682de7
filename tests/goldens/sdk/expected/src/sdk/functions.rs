// Written by `koo generate`; do not edit.

//! What functions of the SDK take and give back.

use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::Mode;

/// What the function takes: Sdk::Save.
///
/// Saves a file.
///
/// Sites: north, south; source: `sdk`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct SaveArguments {
    /// Path of the file.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: north, south; source: `sdk`.
    #[validate(max_chars = 64)]
    pub path: String,
    /// How to save.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `sdk`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub mode: Option<Mode>,
}

impl SaveArguments {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            mode: None,
        }
    }
}

/// What the function gives back: Sdk::Save.
///
/// Saves a file.
///
/// Sites: north, south; source: `sdk`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct SaveResult {
    /// Bytes.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `sdk`.
    pub size: i64,
}

impl SaveResult {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(size: i64) -> Self {
        Self { size }
    }
}
