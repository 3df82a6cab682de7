// Written by `koo generate`; do not edit.

//! `announceTheArrivalOfManyOrdersAtOnce`: Long name (长).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Long name (长).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AnnounceTheArrivalOfManyOrdersAtOnceRequest {
    /// Action.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub action: String,
}

impl AnnounceTheArrivalOfManyOrdersAtOnceRequest {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self { action: "long".into() }
    }
}

impl Default for AnnounceTheArrivalOfManyOrdersAtOnceRequest {
    fn default() -> Self {
        Self::new()
    }
}

impl Request for AnnounceTheArrivalOfManyOrdersAtOnceRequest {
    const INTERFACE: &'static str = "long";
    type Reply = AnnounceTheArrivalOfManyOrdersAtOnceReply;
}

/// What is answered: Long name (长).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct AnnounceTheArrivalOfManyOrdersAtOnceReply {}
