// Written by `koo generate`; do not edit.

//! `moveOrder`: Moving an order (移动).
//!
//! # Source
//!
//! Sites: north, south; source: `signing`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Moving an order (移动).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct MoveOrderRequest {}

impl Request for MoveOrderRequest {
    const INTERFACE: &'static str = "moveOrder";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/move"];
    type Reply = MoveOrderReply;
}

/// What is answered: Moving an order (移动).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct MoveOrderReply {}
