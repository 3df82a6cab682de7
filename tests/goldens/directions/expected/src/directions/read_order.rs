// Written by `koo generate`; do not edit.

//! `readOrder`: Reading an order (查询).
//!
//! # Source
//!
//! Sites: north, south; source: `calls`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Reading an order (查询).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ReadOrderRequest {
    /// Page.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `calls`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<i64>,
    /// Order.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    pub order_id: String,
}

impl ReadOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(order_id: impl Into<String>) -> Self {
        Self {
            page: None,
            order_id: order_id.into(),
        }
    }
}

impl Request for ReadOrderRequest {
    const INTERFACE: &'static str = "readOrder";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] = &["/orders/{orderId}"];
    type Reply = ReadOrderReply;
}

/// What is answered: Reading an order (查询).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ReadOrderReply {
    /// Order.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    pub order_id: String,
}

impl ReadOrderReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(order_id: impl Into<String>) -> Self {
        Self { order_id: order_id.into() }
    }
}
