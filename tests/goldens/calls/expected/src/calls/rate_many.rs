// Written by `koo generate`; do not edit.

//! `rateMany`: Rating (评价).
//!
//! # Source
//!
//! Sites: north, south; source: `calls`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Rating (评价).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct RateManyRequest {
    /// Stars.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `calls`.
    pub stars: Vec<i64>,
}

impl RateManyRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(stars: Vec<i64>) -> Self {
        Self { stars }
    }
}

impl Request for RateManyRequest {
    const INTERFACE: &'static str = "rateMany";
    type Reply = RateManyReply;
}

/// What is answered: Rating (评价).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct RateManyReply {}
