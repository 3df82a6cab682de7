// Written by `koo generate`; do not edit.

//! `refreshToken`: Getting another token (令牌).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::RefreshTokenRequestGrant;

/// What the caller sends: Getting another token (令牌).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct RefreshTokenRequest {
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
    pub grant: RefreshTokenRequestGrant,
}

impl RefreshTokenRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(tenant: impl Into<String>) -> Self {
        Self {
            tenant: tenant.into(),
            grant: RefreshTokenRequestGrant::Refresh,
        }
    }
}

impl Request for RefreshTokenRequest {
    const INTERFACE: &'static str = "refreshToken";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["https://{tenant}.north.example/token"];
    type Reply = RefreshTokenReply;
}

/// What is answered: Getting another token (令牌).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct RefreshTokenReply {
    /// The token.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub token: String,
}

impl RefreshTokenReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(token: impl Into<String>) -> Self {
        Self { token: token.into() }
    }
}
