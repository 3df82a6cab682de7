// Written by `koo generate`; do not edit.

//! `getToken`: Getting a token (令牌).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::Grant;

/// What the caller sends: Getting a token (令牌).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct GetTokenRequest {
    /// The tenant.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub tenant: String,
    /// Kind of grant.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub grant: Grant,
}

impl GetTokenRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(tenant: impl Into<String>) -> Self {
        Self {
            tenant: tenant.into(),
            grant: Grant::Code,
        }
    }
}

impl Request for GetTokenRequest {
    const INTERFACE: &'static str = "getToken";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["https://{tenant}.north.example/token"];
    type Reply = GetTokenReply;
}

/// What is answered: Getting a token (令牌).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct GetTokenReply {
    /// The token.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub token: String,
}

impl GetTokenReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(token: impl Into<String>) -> Self {
        Self { token: token.into() }
    }
}
