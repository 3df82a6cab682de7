// Written by `koo generate`; do not edit.

//! `readOrder`: Reading an order (查询).
//!
//! # Repeated calls
//!
//! A read changes nothing.
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Reading an order (查询).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ReadOrderRequest {}

impl Request for ReadOrderRequest {
    const INTERFACE: &'static str = "readOrder";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/read"];
    type Reply = ReadOrderReply;
}

/// What is answered: Reading an order (查询).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ReadOrderReply {}
