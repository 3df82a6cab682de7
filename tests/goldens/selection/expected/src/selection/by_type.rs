// Written by `koo generate`; do not edit.

//! `byType`: Enumeration by name (一).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::Action;

/// What the caller sends: Enumeration by name (一).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ByTypeRequest {
    /// Action.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub action: Action,
    /// Order.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub order_id: String,
}

impl ByTypeRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(order_id: impl Into<String>) -> Self {
        Self {
            action: Action::Place,
            order_id: order_id.into(),
        }
    }
}

impl Request for ByTypeRequest {
    const INTERFACE: &'static str = "place";
    type Reply = ByTypeReply;
}

/// What is answered: Enumeration by name (一).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ByTypeReply {}
