// Written by `koo generate`; do not edit.

//! `placeOrder`: Placing an order (下单).
//!
//! # Source
//!
//! Sites: north, south; source: `signing`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Placing an order (下单).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PlaceOrderRequest {}

impl Request for PlaceOrderRequest {
    const INTERFACE: &'static str = "placeOrder";
    type Reply = PlaceOrderReply;
}

/// What is answered: Placing an order (下单).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PlaceOrderReply {}
