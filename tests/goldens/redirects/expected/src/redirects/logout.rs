// Written by `koo generate`; do not edit.

//! `logout`: Logout (登出).
//!
//! # Source
//!
//! Sites: north, south; source: `login`.

use koo_runtime::call::Request;
use koo_runtime::redirect::{RedirectAddress, RedirectError};
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use crate::Site;

/// What the caller sends: Logout (登出).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct LogoutRequest {
    /// Where to go.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `login`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Host.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `login`.
    pub domain: String,
}

impl LogoutRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(domain: impl Into<String>) -> Self {
        Self {
            to: None,
            domain: domain.into(),
        }
    }
}

impl Request for LogoutRequest {
    const INTERFACE: &'static str = "logout";
    type Reply = LogoutReply;
}

impl LogoutRequest {
    /// The address to which the browser is sent.
    ///
    /// Each site has an address of its own.
    ///
    /// An error if a host name is none, or the site has no address.
    pub fn url(&self, site: Site) -> Result<String, RedirectError> {
        let base = match site.as_str() {
            "north" => "https://north.example.com/logout".to_owned(),
            "south" => {
                let domain = RedirectAddress::host("domain", &self.domain)?;
                format!("https://{domain}/logout?fast=1")
            }
            _ => return Err(RedirectError::NoAddress),
        };
        let mut address = RedirectAddress::new(base);
        if let Some(to) = &self.to {
            address.query("to", to);
        }
        Ok(address.into_string())
    }
}

/// What is answered: Logout (登出).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct LogoutReply {}
