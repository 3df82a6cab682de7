// Written by `koo generate`; do not edit.

//! `portal`: Portal (门户).
//!
//! # Source
//!
//! Sites: north, south; source: `login`.

use koo_runtime::call::Request;
use koo_runtime::redirect::{RedirectAddress, RedirectError, RedirectQuery};
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Portal (门户).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PortalRequest {
    /// Id of the application.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `login`.
    pub app: String,
}

impl PortalRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(app: impl Into<String>) -> Self {
        Self { app: app.into() }
    }
}

impl Request for PortalRequest {
    const INTERFACE: &'static str = "portal";
    type Reply = PortalReply;
}

impl PortalRequest {
    /// The address to which the browser is sent.
    pub fn url(&self) -> String {
        let mut address = RedirectAddress::new("https://portal.example.com/app/#/login");
        address.query("app", &self.app);
        address.into_string()
    }
}

/// What is answered: Portal (门户).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PortalReply {}

/// With what the browser comes back: Portal (门户).
///
/// Sites: north, south; source: `login`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PortalCallback {
    /// Ticket.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `login`.
    pub ticket: String,
}

impl PortalCallback {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(ticket: impl Into<String>) -> Self {
        Self { ticket: ticket.into() }
    }
}

impl PortalCallback {
    /// Reads the query with which the browser arrives.
    pub fn from_query(query: &str) -> Result<Self, RedirectError> {
        let query = RedirectQuery::parse(query);
        Ok(Self {
            ticket: query.required("ticket")?,
        })
    }
}
