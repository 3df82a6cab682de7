// Written by `koo generate`; do not edit.

//! `rate`: Rating (评价).
//!
//! # Source
//!
//! Sites: north, south; source: `calls`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Rating (评价).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct RateRequest {}

impl Request for RateRequest {
    const INTERFACE: &'static str = "rate";
    type Reply = RateReply;
}

/// What is answered: Rating (评价).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct RateReply {}
