// Written by `koo generate`; do not edit.

//! `changeOrder`: Changing an order (变更).
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `number`, `orderId`, `kind`, `express`,
//! `lines`, `price`.
//!
//! # Debug calls
//!
//! A call whose `dry` is `1` comes from debugging or probing. It is checked and answered like
//! any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The caller tries again until it succeeds.
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Decimal, Redact, Validate};
use serde::{Deserialize, Serialize};

use super::Kind;

/// What the caller sends: Changing an order (变更).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ChangeOrderRequest {
    /// Number first.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    pub number: i64,
    /// Order.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
    /// Kind.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub kind: Option<Kind>,
    /// Whether it is urgent.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub express: Option<bool>,
    /// Lines.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    pub lines: Vec<String>,
    /// Price.
    ///
    /// Optional; at most 8 digits, 2 of them after the point.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(decimal(8, 2))]
    pub price: Option<Decimal>,
    /// New on each resend.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace_id: Option<String>,
    /// Whether it is tried only.
    ///
    /// Mandatory.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: north, south; source: `orders`.
    pub dry: i64,
    /// Whether it is tried only.
    ///
    /// Optional; length not documented.
    ///
    /// `yes-please` marks a debug call, which changes nothing.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<String>,
}

impl ChangeOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(number: i64, lines: Vec<String>, dry: i64) -> Self {
        Self {
            number,
            order_id: None,
            kind: None,
            express: None,
            lines,
            price: None,
            trace_id: None,
            dry,
            test: None,
        }
    }
}

impl Request for ChangeOrderRequest {
    const INTERFACE: &'static str = "changeOrder";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/change"];

    fn is_debug(&self) -> bool {
        let call = self;
        call.dry == 1 || call.test.as_deref() == Some("yes-please")
    }
    type Reply = ChangeOrderReply;

    fn idempotency_key(&self) -> Option<String> {
        let key: [&str; 7] = [
            Self::INTERFACE,
            &self.number.to_string(),
            self.order_id.as_deref().unwrap_or_default(),
            self.kind.as_ref().map_or("", Kind::as_str),
            &self.express.as_ref().map(ToString::to_string).unwrap_or_default(),
            &serde_json::to_string(&self.lines).ok()?,
            self.price.as_ref().map_or("", Decimal::as_str),
        ];
        Some(key.join("\u{1f}"))
    }

    fn vary(&mut self, fresh: &str) {
        self.trace_id = Some(fresh.to_owned());
    }
}

/// What is answered: Changing an order (变更).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ChangeOrderReply {}
