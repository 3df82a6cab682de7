// Written by `koo generate`; do not edit.

//! `loginFailure`: Login: Failed login (登录).
//!
//! What the answer holds when the status is 400.
//!
//! # Source
//!
//! Sites: north, south; source: `calls`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Login: Failed login (登录).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct LoginFailureRequest {
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

impl LoginFailureRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(domain: impl Into<String>, user: impl Into<String>) -> Self {
        Self {
            domain: domain.into(),
            user: user.into(),
        }
    }
}

impl Request for LoginFailureRequest {
    const INTERFACE: &'static str = "loginFailure";
    type Reply = LoginFailureReply;
}

/// What is answered: Login: Failed login (登录).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct LoginFailureReply {
    /// The token.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// What is wrong.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    pub error: String,
}

impl LoginFailureReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(error: impl Into<String>) -> Self {
        Self {
            session: None,
            error: error.into(),
        }
    }
}
