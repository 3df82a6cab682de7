// Written by `koo generate`; do not edit.

//! `byText`: Text (二).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Text (二).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ByTextRequest {
    /// Action.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub action: String,
}

impl ByTextRequest {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self { action: "other".into() }
    }
}

impl Default for ByTextRequest {
    fn default() -> Self {
        Self::new()
    }
}

impl Request for ByTextRequest {
    const INTERFACE: &'static str = "other";
    type Reply = ByTextReply;
}

/// What is answered: Text (二).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ByTextReply {}
