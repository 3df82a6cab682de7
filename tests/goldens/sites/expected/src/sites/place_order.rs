// Written by `koo generate`; do not edit.

//! `placeOrder`: Placing an order (下单).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`, `orders-south`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::Flag;

/// What the caller sends: Placing an order (下单).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderRequest {
    /// Whether it is a trial.
    ///
    /// Optional; at most 2 characters.
    ///
    /// On north: values 1.
    ///
    /// On south: mandatory; at most 4 characters; values 1, 0; 0 if absent; Always sent.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub flag: Option<Flag>,
    /// Day on which it is due.
    ///
    /// Conditional; at most 20 characters; `yyyyMMdd`, UTC.
    ///
    /// Needed: The order is not a trial.
    ///
    /// On north: optional.
    ///
    /// On south: of any length; yyyy-MM-dd, Beijing time.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 20, format = timestamp("yyyyMMdd"))]
    pub due: Option<String>,
    /// Known in the north only.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north; source: `orders`.
    pub northern: String,
}

impl PlaceOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(northern: impl Into<String>) -> Self {
        Self {
            flag: None,
            due: None,
            northern: northern.into(),
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
