// Written by `koo generate`; do not edit.

//! `placeOrder`: Placing an order (下单).
//!
//! Places an order.
//!
//! When: A buyer has paid.
//!
//! # Rules
//!
//! - Do not block.
//! - Answer quickly.
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `orderId`, `kind`.
//!
//! Answer as before.
//!
//! # Debug calls
//!
//! A call whose `mode` is `tried` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The caller tries again every 1h up to 3 times for 3h.
//!
//! The order is cancelled.
//!
//! Figures of 2024.
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Kind, Mode};

/// What the caller sends: Placing an order (下单).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderRequest {
    /// Order.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub order_id: String,
    /// Kind.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub kind: Kind,
    /// New on each resend.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub trace_id: String,
    /// Real or tried.
    ///
    /// Optional.
    ///
    /// `tried` marks a debug call, which changes nothing.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub mode: Option<Mode>,
}

impl PlaceOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        order_id: impl Into<String>,
        kind: Kind,
        trace_id: impl Into<String>,
    ) -> Self {
        Self {
            order_id: order_id.into(),
            kind,
            trace_id: trace_id.into(),
            mode: None,
        }
    }
}

impl Request for PlaceOrderRequest {
    const INTERFACE: &'static str = "placeOrder";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.mode == Some(Mode::Tried);
    type Reply = PlaceOrderReply;

    fn idempotency_key(&self) -> Option<String> {
        Some([Self::INTERFACE, &self.order_id, self.kind.as_str()].join("\u{1f}"))
    }

    fn vary(&mut self, fresh: &str) {
        self.trace_id = fresh.to_owned();
    }
}

/// What is answered: Placing an order (下单).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PlaceOrderReply {}
