// Written by `koo generate`; do not edit.

//! `unifiedLogin`: Unified login page (统一登录页面).
//!
//! Leads a user to the login page of the platform. The browser comes back to the application
//! with code and tenant.
//!
//! When: A page or a client application of the merchant sends the user here. Client
//! applications may embed the page as H5.
//!
//! # Rules
//!
//! - The parameters stand behind the # of the address, as in
//!   /unified-login/#/portal-login?ind=UNOP\&appId=…, so they never reach the server as a
//!   query. Put them after the whole address.
//! - The incognito mode of Chrome is not supported. Firefox must not block cookies, or the user
//!   has to log in twice. An Android WebView must allow cookies of third parties.
//! - Errors are not documented.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649442`.

use koo_runtime::call::Request;
use koo_runtime::redirect::{RedirectAddress, RedirectError, RedirectQuery};
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::Ind;

/// What the caller sends: Unified login page (统一登录页面).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UnifiedLoginRequest {
    /// Kind of login, always UNOP.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649442`.
    #[validate(nested)]
    pub ind: Ind,
    /// Id of the application, from its credential.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649442`.
    pub app_id: String,
}

impl UnifiedLoginRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(ind: Ind, app_id: impl Into<String>) -> Self {
        Self { ind, app_id: app_id.into() }
    }
}

impl Request for UnifiedLoginRequest {
    const INTERFACE: &'static str = "unifiedLogin";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] =
        &["https://macroverse.huaweicloud.com/unified-login/#/portal-login"];
    type Reply = UnifiedLoginReply;
}

impl UnifiedLoginRequest {
    /// The address to which the browser is sent.
    pub fn url(&self) -> String {
        let mut address = RedirectAddress::new(
            "https://macroverse.huaweicloud.com/unified-login/#/portal-login",
        );
        address.query("ind", self.ind.as_str());
        address.query("appId", &self.app_id);
        address.into_string()
    }
}

/// What is answered: Unified login page (统一登录页面).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct UnifiedLoginReply {}

/// With what the browser comes back: Unified login page (统一登录页面).
///
/// It comes back to: The address of the application that its credential names.
///
/// Sites: mainland; source: `zh-cn_topic_0070649442`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UnifiedLoginCallback {
    /// Authorisation code of the login. It can be used once.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649442`; read in a fragment only.
    #[redact]
    pub code: String,
    /// Id of the tenant to which the user belongs.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649442`; read in a fragment only.
    pub tenant: String,
}

impl UnifiedLoginCallback {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(code: impl Into<String>, tenant: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            tenant: tenant.into(),
        }
    }
}

impl UnifiedLoginCallback {
    /// Reads the query with which the browser arrives.
    pub fn from_query(query: &str) -> Result<Self, RedirectError> {
        let query = RedirectQuery::parse(query);
        Ok(Self {
            code: query.required("code")?,
            tenant: query.required("tenant")?,
        })
    }
}
