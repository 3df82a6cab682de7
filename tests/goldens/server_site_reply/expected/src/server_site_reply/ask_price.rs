// Written by `koo generate`; do not edit.

//! `askPrice`: Asking the price (询价).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Decimal, Redact, Validate};
use serde::{Deserialize, Serialize};

use super::ResultCode;

/// What the caller sends: Asking the price (询价).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AskPriceRequest {
    /// Action.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub action: String,
}

impl AskPriceRequest {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self { action: "price".into() }
    }
}

impl Default for AskPriceRequest {
    fn default() -> Self {
        Self::new()
    }
}

impl Request for AskPriceRequest {
    const INTERFACE: &'static str = "price";
    type Reply = AskPriceReply;
}

/// What is answered: Asking the price (询价).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AskPriceReply {
    /// Result.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(max_chars = 6, nested)]
    pub code: ResultCode,
    /// Text.
    ///
    /// Optional; at most 200 characters.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 200)]
    pub text: Option<String>,
    /// Price.
    ///
    /// Optional; at most 8 digits, 2 of them after the point.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(decimal(8, 2))]
    pub price: Option<Decimal>,
}

impl AskPriceReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
