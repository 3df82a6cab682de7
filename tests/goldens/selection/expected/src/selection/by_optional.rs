// Written by `koo generate`; do not edit.

//! `byOptional`: Optional enumeration written inline (三).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::ByOptionalRequestAction;

/// What the caller sends: Optional enumeration written inline (三).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ByOptionalRequest {
    /// Action.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub action: Option<ByOptionalRequestAction>,
}

impl ByOptionalRequest {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self {
            action: Some(ByOptionalRequestAction::Drop),
        }
    }
}

impl Default for ByOptionalRequest {
    fn default() -> Self {
        Self::new()
    }
}

impl Request for ByOptionalRequest {
    const INTERFACE: &'static str = "drop";
    type Reply = ByOptionalReply;
}

/// What is answered: Optional enumeration written inline (三).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ByOptionalReply {}
