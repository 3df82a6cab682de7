// Written by `koo generate`; do not edit.

//! `ping`: Ping (探测).
//!
//! # Source
//!
//! Sites: north, south; source: `packages`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Ping (探测).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PingRequest {}

impl Request for PingRequest {
    const INTERFACE: &'static str = "ping";
    type Reply = PingReply;
}

/// What is answered: Ping (探测).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PingReply {}
