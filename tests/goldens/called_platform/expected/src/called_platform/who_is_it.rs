// Written by `koo generate`; do not edit.

//! `whoIsIt`: Asking who it is (用户).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Asking who it is (用户).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct WhoIsItRequest {}

impl Request for WhoIsItRequest {
    const INTERFACE: &'static str = "whoIsIt";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] = &["https://north.example/user"];
    type Reply = WhoIsItReply;
}

/// What is answered: Asking who it is (用户).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct WhoIsItReply {
    /// The user.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub user: WhoIsItReplyUser,
}

impl WhoIsItReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(user: WhoIsItReplyUser) -> Self {
        Self { user }
    }
}

/// The user.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct WhoIsItReplyUser {
    /// Name.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub name: String,
}

impl WhoIsItReplyUser {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}
