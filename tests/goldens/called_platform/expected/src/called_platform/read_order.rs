// Written by `koo generate`; do not edit.

//! `readOrder`: Reading an order (查询).
//!
//! # Result codes
//!
//! 0, A.1, A.2, A.3, A.9.
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::ResultCode;

/// What the caller sends: Reading an order (查询).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ReadOrderRequest {
    /// The line.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<i64>,
    /// The order.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub order_id: String,
}

impl ReadOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(order_id: impl Into<String>) -> Self {
        Self {
            line: None,
            order_id: order_id.into(),
        }
    }
}

impl Request for ReadOrderRequest {
    const INTERFACE: &'static str = "readOrder";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] = &[
        "https://north.example/orders/{orderId}",
        "https://south.example/orders/{orderId}",
    ];
    type Reply = ReadOrderReply;
}

/// What is answered: Reading an order (查询).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ReadOrderReply {
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
    /// Amount.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
}

impl ReadOrderReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
