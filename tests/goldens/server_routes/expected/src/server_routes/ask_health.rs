// Written by `koo generate`; do not edit.

//! `askHealth`: Asking whether the server is up (健康).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::ResultCode;

/// What the caller sends: Asking whether the server is up (健康).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AskHealthRequest {
    /// The zone.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub zone: String,
}

impl AskHealthRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(zone: impl Into<String>) -> Self {
        Self { zone: zone.into() }
    }
}

impl Request for AskHealthRequest {
    const INTERFACE: &'static str = "askHealth";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] = &["/health/{zone}"];
    type Reply = AskHealthReply;
}

/// What is answered: Asking whether the server is up (健康).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AskHealthReply {
    /// Code.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub code: ResultCode,
    /// Text.
    ///
    /// Optional; at most 100 characters.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 100)]
    pub text: Option<String>,
}

impl AskHealthReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
