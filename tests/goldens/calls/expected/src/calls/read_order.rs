// Written by `koo generate`; do not edit.

//! `readOrder`: Reading an order (查询).
//!
//! Returns an order.
//!
//! # Result codes
//!
//! 0, 4, 5, 6.
//!
//! # Source
//!
//! Sites: north, south; source: `calls`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::ResultCode;

/// What the caller sends: Reading an order (查询).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ReadOrderRequest {
    /// With its lines.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `calls`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<bool>,
    /// Order.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: north, south; source: `calls`.
    #[validate(max_chars = 64)]
    pub order_id: String,
}

impl ReadOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(order_id: impl Into<String>) -> Self {
        Self {
            lines: None,
            order_id: order_id.into(),
        }
    }
}

impl Request for ReadOrderRequest {
    const INTERFACE: &'static str = "readOrder";
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
    /// Sites: north, south; source: `calls`.
    #[validate(nested)]
    pub code: ResultCode,
    /// Text.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl ReadOrderReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
