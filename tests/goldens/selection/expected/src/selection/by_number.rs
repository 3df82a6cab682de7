// Written by `koo generate`; do not edit.

//! `byNumber`: Number and truth (四).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Number and truth (四).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ByNumberRequest {
    /// Version.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    pub version: i64,
    /// Whether it is the last.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    pub r#final: bool,
}

impl ByNumberRequest {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self { version: 2, r#final: true }
    }
}

impl Default for ByNumberRequest {
    fn default() -> Self {
        Self::new()
    }
}

impl Request for ByNumberRequest {
    const INTERFACE: &'static str = "true";
    type Reply = ByNumberReply;
}

/// What is answered: Number and truth (四).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ByNumberReply {}
