// Written by `koo generate`; do not edit.

//! `askOrder`: Asking for an order (询问).
//!
//! # Source
//!
//! Sites: north, south; source: `signing`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Asking for an order (询问).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct AskOrderRequest {}

impl Request for AskOrderRequest {
    const INTERFACE: &'static str = "askOrder";
    type Reply = AskOrderReply;
}

/// What is answered: Asking for an order (询问).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct AskOrderReply {}
