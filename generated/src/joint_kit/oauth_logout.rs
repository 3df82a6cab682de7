// Written by `koo generate`; do not edit.

//! `oauthLogout`: OAuth logout (OAuth登出).
//!
//! Ends the session of the user at the authentication centre.
//!
//! When: The user logs out of the application.
//!
//! # Rules
//!
//! - End the local session too, through an address of your own, before the browser goes here.
//! - Errors are not documented.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649145`, `saascenter_0161_0165`.

use koo_runtime::call::Request;
use koo_runtime::redirect::{RedirectAddress, RedirectError};
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: OAuth logout (OAuth登出).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OauthLogoutRequest {
    /// Where the browser goes after the logout, URL-encoded. It goes to the login page when the
    /// parameter is absent. The name ends in url here, while the other calls have
    /// `redirect_uri`.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649145`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redirect_url: Option<String>,
    /// `domainName` of the tenant sync, without https:// in front.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`, `zh-cn_topic_0070649109`.
    pub domain_name: String,
}

impl OauthLogoutRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(domain_name: impl Into<String>) -> Self {
        Self {
            redirect_url: None,
            domain_name: domain_name.into(),
        }
    }
}

impl Request for OauthLogoutRequest {
    const INTERFACE: &'static str = "oauthLogout";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] = &["https://{domain_name}/api/v1/logout"];
    type Reply = OauthLogoutReply;
}

impl OauthLogoutRequest {
    /// The address to which the browser is sent.
    ///
    /// An error if a host name is none, or the site has no address.
    pub fn url(&self) -> Result<String, RedirectError> {
        let domain_name = RedirectAddress::host("domain_name", &self.domain_name)?;
        let base = format!("https://{domain_name}/api/v1/logout");
        let mut address = RedirectAddress::new(base);
        if let Some(redirect_url) = &self.redirect_url {
            address.query("redirect_url", redirect_url);
        }
        Ok(address.into_string())
    }
}

/// What is answered: OAuth logout (OAuth登出).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OauthLogoutReply {}
