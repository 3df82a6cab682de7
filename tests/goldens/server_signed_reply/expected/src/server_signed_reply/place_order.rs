// Written by `koo generate`; do not edit.

//! `placeOrder`: Placing an order (下单).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::ResultCode;

/// What the caller sends: Placing an order (下单).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderRequest {
    /// Action.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub action: String,
}

impl PlaceOrderRequest {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self { action: "place".into() }
    }
}

impl Default for PlaceOrderRequest {
    fn default() -> Self {
        Self::new()
    }
}

impl Request for PlaceOrderRequest {
    const INTERFACE: &'static str = "place";
    type Reply = PlaceOrderReply;
}

/// What is answered: Placing an order (下单).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderReply {
    /// Result.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(max_chars = 6, nested)]
    pub code: ResultCode,
    /// Text.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl PlaceOrderReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
