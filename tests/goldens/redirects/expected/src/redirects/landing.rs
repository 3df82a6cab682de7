// Written by `koo generate`; do not edit.

//! `landing`: Landing (回调).
//!
//! # Source
//!
//! Sites: north, south; source: `login`.

use koo_runtime::call::Request;
use koo_runtime::redirect::{RedirectError, RedirectQuery};
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Landing (回调).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct LandingRequest {
    /// Ticket.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `login`.
    pub ticket: String,
    /// Tenant.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `login`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant: Option<String>,
}

impl LandingRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(ticket: impl Into<String>) -> Self {
        Self {
            ticket: ticket.into(),
            tenant: None,
        }
    }
}

impl Request for LandingRequest {
    const INTERFACE: &'static str = "landing";
    type Reply = LandingReply;
}

impl LandingRequest {
    /// Reads the query with which the browser arrives.
    pub fn from_query(query: &str) -> Result<Self, RedirectError> {
        let query = RedirectQuery::parse(query);
        Ok(Self {
            ticket: query.required("ticket")?,
            tenant: query.optional("tenant"),
        })
    }
}

/// What is answered: Landing (回调).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct LandingReply {}
