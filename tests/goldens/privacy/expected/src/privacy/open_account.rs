// Written by `koo generate`; do not edit.

//! `openAccount`: Opening an account (开户).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use std::collections::BTreeMap;

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::Login;

/// What the caller sends: Opening an account (开户).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OpenAccountRequest {
    /// Phone number.
    ///
    /// Optional; at most 20 characters.
    ///
    /// Sites: north, south; source: `orders`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 20)]
    pub phone: Option<String>,
    /// Everything about logins.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub logins: Option<Vec<Login>>,
    /// Card data.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[redact]
    pub card: BTreeMap<String, String>,
}

impl OpenAccountRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(card: BTreeMap<String, String>) -> Self {
        Self {
            phone: None,
            logins: None,
            card,
        }
    }
}

impl Request for OpenAccountRequest {
    const INTERFACE: &'static str = "openAccount";
    type Reply = OpenAccountReply;
}

/// What is answered: Opening an account (开户).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OpenAccountReply {}
