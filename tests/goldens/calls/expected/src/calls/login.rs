// Written by `koo generate`; do not edit.

//! `login`: Login (登录).
//!
//! # Source
//!
//! Sites: north, south; source: `calls`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Login (登录).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct LoginRequest {
    /// Domain of the tenant.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    pub domain: String,
    /// User.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    pub user: String,
}

impl LoginRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(domain: impl Into<String>, user: impl Into<String>) -> Self {
        Self {
            domain: domain.into(),
            user: user.into(),
        }
    }
}

impl Request for LoginRequest {
    const INTERFACE: &'static str = "login";
    type Reply = LoginReply;
}

/// What is answered: Login (登录).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct LoginReply {
    /// The token.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
}
