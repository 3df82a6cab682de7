// Written by `koo generate`; do not edit.

//! `placeOrder`: Placing an order (下单).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use std::collections::BTreeMap;

use koo_runtime::call::Request;
use koo_runtime::{Decimal, Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Placing an order (下单).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderRequest {
    /// At most one character.
    ///
    /// Mandatory; at most 1 character.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(max_chars = 1)]
    pub one: String,
    /// Characters.
    ///
    /// Mandatory; at least 2 characters; at most 64 characters.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(max_chars = 64, min_chars = 2)]
    pub characters: String,
    /// Bytes.
    ///
    /// Mandatory; at least 2 bytes; at most 64 bytes.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(max_bytes = 64, min_bytes = 2)]
    pub bytes: String,
    /// UTF-16 units.
    ///
    /// Optional; at least 2 UTF-16 units; at most 64 UTF-16 units.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_utf16 = 64, min_utf16 = 2)]
    pub units: Option<String>,
    /// Of any length.
    ///
    /// Optional; of any length.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endless: Option<String>,
    /// Nobody says.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unknown: Option<String>,
    /// Lines.
    ///
    /// Mandatory; at most 20 characters each; at least 1 element; at most 10 elements.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(max_items = 10, min_items = 1, each(max_chars = 20))]
    pub lines: Vec<String>,
    /// A list of at most one.
    ///
    /// Optional; at most 1 element.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_items = 1)]
    pub single: Option<Vec<String>>,
    /// Labels.
    ///
    /// Optional; at most 20 characters each; at most 5 elements.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_items = 5, each(max_chars = 20))]
    pub labels: Option<BTreeMap<String, String>>,
    /// How many.
    ///
    /// Mandatory; not below 1; not above 999.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(minimum = 1, maximum = 999)]
    pub count: i64,
    /// How far to move it.
    ///
    /// Optional; not below -10.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(minimum = -10)]
    pub shift: Option<i64>,
    /// Price of one.
    ///
    /// Mandatory; at most 20 characters; not below 0; at most 12 digits, 4 of them after the
    /// point.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(max_chars = 20, decimal(12, 4), minimum = 0)]
    pub price: Decimal,
    /// Rates.
    ///
    /// Optional; at most 3 elements; at most 5 digits, 2 of them after the point.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_items = 3, each(decimal(5, 2)))]
    pub rates: Option<Vec<Decimal>>,
    /// Longer in the examples.
    ///
    /// Optional; at most 8 characters.
    ///
    /// The printed limit is not enforced, see the erratum "too-short".
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<String>,
}

impl PlaceOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        one: impl Into<String>,
        characters: impl Into<String>,
        bytes: impl Into<String>,
        lines: Vec<String>,
        count: i64,
        price: Decimal,
    ) -> Self {
        Self {
            one: one.into(),
            characters: characters.into(),
            bytes: bytes.into(),
            units: None,
            endless: None,
            unknown: None,
            lines,
            single: None,
            labels: None,
            count,
            shift: None,
            price,
            rates: None,
            printed: None,
        }
    }
}

impl Request for PlaceOrderRequest {
    const INTERFACE: &'static str = "placeOrder";
    type Reply = PlaceOrderReply;
}

/// What is answered: Placing an order (下单).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PlaceOrderReply {}
