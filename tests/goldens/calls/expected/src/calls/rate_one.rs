// Written by `koo generate`; do not edit.

//! `rateOne`: Rating (评价).
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
pub struct RateOneRequest {
    /// Stars.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `calls`.
    pub stars: i64,
}

impl RateOneRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(stars: i64) -> Self {
        Self { stars }
    }
}

impl Request for RateOneRequest {
    const INTERFACE: &'static str = "rateOne";
    type Reply = RateOneReply;
}

/// What is answered: Rating (评价).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct RateOneReply {}
