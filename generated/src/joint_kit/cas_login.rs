// Written by `koo generate`; do not edit.

//! `casLogin`: CAS login (CAS登录认证).
//!
//! Starts the login of an application that is integrated by CAS. The browser comes back with a
//! ticket.
//!
//! When: A user opens an application that is integrated by CAS.
//!
//! # Rules
//!
//! - Errors are not documented.
//!
//! # Source
//!
//! Sites: mainland; source: `oneaccess_AuthorizeCASLogin`.

use koo_runtime::call::Request;
use koo_runtime::redirect::{RedirectAddress, RedirectError, RedirectQuery};
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: CAS login (CAS登录认证).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct CasLoginRequest {
    /// CAS callback of the application, URL-encoded. It must equal the one that is set up.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `oneaccess_AuthorizeCASLogin`.
    pub service: String,
    /// `domainName` of the tenant sync, without https:// in front.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`, `zh-cn_topic_0070649109`.
    pub domain_name: String,
}

impl CasLoginRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(service: impl Into<String>, domain_name: impl Into<String>) -> Self {
        Self {
            service: service.into(),
            domain_name: domain_name.into(),
        }
    }
}

impl Request for CasLoginRequest {
    const INTERFACE: &'static str = "casLogin";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] = &["https://{domain_name}/api/v1/cas/login"];
    type Reply = CasLoginReply;
}

impl CasLoginRequest {
    /// The address to which the browser is sent.
    ///
    /// An error if a host name is none, or the site has no address.
    pub fn url(&self) -> Result<String, RedirectError> {
        let domain_name = RedirectAddress::host("domain_name", &self.domain_name)?;
        let base = format!("https://{domain_name}/api/v1/cas/login");
        let mut address = RedirectAddress::new(base);
        address.query("service", &self.service);
        Ok(address.into_string())
    }
}

/// What is answered: CAS login (CAS登录认证).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct CasLoginReply {}

/// With what the browser comes back: CAS login (CAS登录认证).
///
/// It comes back to: service.
///
/// Sites: mainland; source: `oneaccess_AuthorizeCASLogin`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct CasLoginCallback {
    /// Service ticket. It is for one use and lives shortly.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `oneaccess_AuthorizeCASLogin`; read in a fragment only.
    #[redact]
    pub ticket: String,
}

impl CasLoginCallback {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(ticket: impl Into<String>) -> Self {
        Self { ticket: ticket.into() }
    }
}

impl CasLoginCallback {
    /// Reads the query with which the browser arrives.
    pub fn from_query(query: &str) -> Result<Self, RedirectError> {
        let query = RedirectQuery::parse(query);
        Ok(Self {
            ticket: query.required("ticket")?,
        })
    }
}
