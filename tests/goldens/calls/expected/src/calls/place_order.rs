// Written by `koo generate`; do not edit.

//! `placeOrder`: Placing an order (下单).
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `orderId`.
//!
//! An order is placed once.
//!
//! # Source
//!
//! Sites: north, south; source: `calls`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::ResultCode;

/// What the caller sends: Placing an order (下单).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderRequest {
    /// Order.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    pub order_id: String,
}

impl PlaceOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(order_id: impl Into<String>) -> Self {
        Self { order_id: order_id.into() }
    }
}

impl Request for PlaceOrderRequest {
    const INTERFACE: &'static str = "placeOrder";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["https://north.example/orders"];
    type Reply = PlaceOrderReply;

    fn idempotency_key(&self) -> Option<String> {
        Some([Self::INTERFACE, &self.order_id].join("\u{1f}"))
    }
}

/// What is answered: Placing an order (下单).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderReply {
    /// Code.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `calls`.
    #[validate(nested)]
    pub status: ResultCode,
    /// Why.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl PlaceOrderReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
