// Written by `koo generate`; do not edit.

//! `loginCallback`: Login callback at the merchant (应用回调).
//!
//! The address of the application to which the browser returns after the login. The merchant
//! exchanges the code for a token and opens its own session.
//!
//! When: The login page, or the workbench of the enterprise when a user opens the application
//! there.
//!
//! # Rules
//!
//! - Look up `domainName`, `clientId` and client secret by tenant and exchange the code at that
//!   domain.
//! - Answer with a page of your own when the tenant is not known.
//! - When the merchant called `oauthAuthorize` itself, only code and state come back. The
//!   tenant is then known from that request, so keep it with state.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649442`, `zh-cn_topic_0070649123`.

use koo_runtime::call::Request;
use koo_runtime::redirect::{RedirectError, RedirectQuery};
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Login callback at the merchant (应用回调).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct LoginCallbackRequest {
    /// Authorisation code of the login. It can be used once.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649442`; read in a fragment only.
    #[redact]
    pub code: String,
    /// Id of the tenant to which the user belongs. It is missing after a direct call of
    /// `oauthAuthorize`.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649442`; read in a fragment only.
    pub tenant: String,
    /// Echo of state, when the merchant called `oauthAuthorize` itself.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649141`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
}

impl LoginCallbackRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(code: impl Into<String>, tenant: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            tenant: tenant.into(),
            state: None,
        }
    }
}

impl Request for LoginCallbackRequest {
    const INTERFACE: &'static str = "loginCallback";
    type Reply = LoginCallbackReply;
}

impl LoginCallbackRequest {
    /// Reads the query with which the browser arrives.
    pub fn from_query(query: &str) -> Result<Self, RedirectError> {
        let query = RedirectQuery::parse(query);
        Ok(Self {
            code: query.required("code")?,
            tenant: query.required("tenant")?,
            state: query.optional("state"),
        })
    }
}

/// What is answered: Login callback at the merchant (应用回调).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct LoginCallbackReply {}
