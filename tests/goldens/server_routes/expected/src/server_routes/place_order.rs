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
    /// The order.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub order: String,
}

impl PlaceOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(order: impl Into<String>) -> Self {
        Self { order: order.into() }
    }
}

impl Request for PlaceOrderRequest {
    const INTERFACE: &'static str = "placeOrder";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/v2/orders"];
    type Reply = PlaceOrderReply;
}

/// What is answered: Placing an order (下单).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderReply {
    /// Code.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub code: ResultCode,
    /// Text.
    ///
    /// Optional; at most 100 characters.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 100)]
    pub text: Option<String>,
}

impl PlaceOrderReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
