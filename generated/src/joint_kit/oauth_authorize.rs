// Written by `koo generate`; do not edit.

//! `oauthAuthorize`: OAuth authorisation (OAuth统一登录页面认证).
//!
//! Starts the login at the authentication centre of one tenant. A user without a session sees
//! its login page.
//!
//! When: A merchant that has a domain of its own for each tenant starts the login itself.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649141`, `guide_a12a064a`, `saascenter_0161_0165`.

use koo_runtime::call::Request;
use koo_runtime::redirect::{
    RedirectAddress, RedirectError, RedirectQuery, RedirectState,
};
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::ResponseType;

/// What the caller sends: OAuth authorisation (OAuth统一登录页面认证).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OauthAuthorizeRequest {
    /// `clientId` of the tenant, from the application sync.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649141`.
    pub client_id: String,
    /// Callback that is registered for the application.
    ///
    /// Mandatory; length not documented; a URL.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649141`.
    #[validate(format = url)]
    pub redirect_uri: String,
    /// Kind of flow, always code.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649141`.
    #[validate(nested)]
    pub response_type: ResponseType,
    /// Requested scope.
    ///
    /// Optional; length not documented; `get_user_info` if absent.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649141`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Letters and digits of the merchant's choice. They come back unchanged.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649141`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// `domainName` of the tenant sync, without https:// in front.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`, `zh-cn_topic_0070649109`.
    pub domain_name: String,
}

impl OauthAuthorizeRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        client_id: impl Into<String>,
        redirect_uri: impl Into<String>,
        response_type: ResponseType,
        domain_name: impl Into<String>,
    ) -> Self {
        Self {
            client_id: client_id.into(),
            redirect_uri: redirect_uri.into(),
            response_type,
            scope: None,
            state: None,
            domain_name: domain_name.into(),
        }
    }
}

impl Request for OauthAuthorizeRequest {
    const INTERFACE: &'static str = "oauthAuthorize";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] =
        &["https://{domain_name}/api/v1/oauth2/authorize"];
    type Reply = OauthAuthorizeReply;
}

impl OauthAuthorizeRequest {
    /// The address to which the browser is sent.
    ///
    /// An error if a host name is none, or the site has no address.
    pub fn url(&self) -> Result<String, RedirectError> {
        let domain_name = RedirectAddress::host("domain_name", &self.domain_name)?;
        let base = format!("https://{domain_name}/api/v1/oauth2/authorize");
        let mut address = RedirectAddress::new(base);
        address.query("client_id", &self.client_id);
        address.query("redirect_uri", &self.redirect_uri);
        address.query("response_type", self.response_type.as_str());
        if let Some(scope) = &self.scope {
            address.query("scope", scope);
        }
        if let Some(state) = &self.state {
            address.query("state", state);
        }
        Ok(address.into_string())
    }
}

/// What is answered: OAuth authorisation (OAuth统一登录页面认证).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OauthAuthorizeReply {}

/// With what the browser comes back: OAuth authorisation (OAuth统一登录页面认证).
///
/// It comes back to: `redirect_uri`.
///
/// Sites: mainland; source: `zh-cn_topic_0070649141`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OauthAuthorizeCallback {
    /// Authorisation code of the login. It can be used once.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649141`.
    #[redact]
    pub code: String,
    /// Echo of state.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649141`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
}

impl OauthAuthorizeCallback {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            state: None,
        }
    }
}

impl OauthAuthorizeCallback {
    /// Reads the query with which the browser arrives.
    ///
    /// It must bring the state that this session sent as `state`: a browser that comes from
    /// elsewhere is refused.
    pub fn from_query(
        query: &str,
        state: &RedirectState,
    ) -> Result<Self, RedirectError> {
        let query = RedirectQuery::parse(query);
        query.check_state("state", state)?;
        Ok(Self {
            code: query.required("code")?,
            state: query.optional("state"),
        })
    }
}
