// Written by `koo generate`; do not edit.

//! `dropOrder`: Dropping an order (放弃).
//!
//! # Source
//!
//! Sites: north, south; source: `signing`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Dropping an order (放弃).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct DropOrderRequest {}

impl Request for DropOrderRequest {
    const INTERFACE: &'static str = "dropOrder";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/drop"];
    type Reply = DropOrderReply;
}

/// What is answered: Dropping an order (放弃).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct DropOrderReply {}
