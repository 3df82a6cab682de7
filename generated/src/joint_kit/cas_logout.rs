// Written by `koo generate`; do not edit.

//! `casLogout`: CAS logout (CAS登出).
//!
//! Ends the session of the user at the authentication centre.
//!
//! When: A user logs out of an application that is integrated by CAS.
//!
//! # Rules
//!
//! - Errors are not documented.
//!
//! # Source
//!
//! Sites: mainland; source: `oneaccess_CancelCASLogin`.

use koo_runtime::call::Request;
use koo_runtime::redirect::{RedirectAddress, RedirectError};
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: CAS logout (CAS登出).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct CasLogoutRequest {
    /// Where the browser goes after the logout. It must equal the callback that is set up.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `oneaccess_CancelCASLogin`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// `domainName` of the tenant sync, without https:// in front.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`, `zh-cn_topic_0070649109`.
    pub domain_name: String,
}

impl CasLogoutRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(domain_name: impl Into<String>) -> Self {
        Self {
            service: None,
            domain_name: domain_name.into(),
        }
    }
}

impl Request for CasLogoutRequest {
    const INTERFACE: &'static str = "casLogout";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] = &["https://{domain_name}/api/v1/cas/logout"];
    type Reply = CasLogoutReply;
}

impl CasLogoutRequest {
    /// The address to which the browser is sent.
    ///
    /// An error if a host name is none, or the site has no address.
    pub fn url(&self) -> Result<String, RedirectError> {
        let domain_name = RedirectAddress::host("domain_name", &self.domain_name)?;
        let base = format!("https://{domain_name}/api/v1/cas/logout");
        let mut address = RedirectAddress::new(base);
        if let Some(service) = &self.service {
            address.query("service", service);
        }
        Ok(address.into_string())
    }
}

/// What is answered: CAS logout (CAS登出).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct CasLogoutReply {}
