// Written by `koo generate`; do not edit.

//! `authorize`: Login (登录).
//!
//! # Source
//!
//! Sites: north, south; source: `login`.

use koo_runtime::call::Request;
use koo_runtime::redirect::{
    RedirectAddress, RedirectError, RedirectQuery, RedirectState,
};
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Kind, Level, Prompt};

/// What the caller sends: Login (登录).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AuthorizeRequest {
    /// Where the browser comes back to.
    ///
    /// Mandatory; length not documented; a URL.
    ///
    /// Sites: north, south; source: `login`.
    #[serde(rename = "redirect_uri")]
    #[validate(format = url)]
    pub redirect_uri: String,
    /// Kind of login.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `login`.
    #[validate(nested)]
    pub kind: Kind,
    /// What is asked.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `login`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub prompt: Option<Prompt>,
    /// Age of the session in seconds.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `login`.
    #[serde(rename = "max_age", default, skip_serializing_if = "Option::is_none")]
    pub max_age: Option<i64>,
    /// Whether to ask again.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `login`.
    pub again: bool,
    /// Scopes.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `login`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scopes: Option<Vec<String>>,
    /// Comes back unchanged.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `login`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Host of the login page.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `login`.
    pub domain: String,
    /// Id of the tenant.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `login`.
    #[serde(rename = "tenant-id")]
    pub tenant_id: String,
}

impl AuthorizeRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        redirect_uri: impl Into<String>,
        kind: Kind,
        again: bool,
        domain: impl Into<String>,
        tenant_id: impl Into<String>,
    ) -> Self {
        Self {
            redirect_uri: redirect_uri.into(),
            kind,
            prompt: None,
            max_age: None,
            again,
            scopes: None,
            state: None,
            domain: domain.into(),
            tenant_id: tenant_id.into(),
        }
    }
}

impl Request for AuthorizeRequest {
    const INTERFACE: &'static str = "authorize";
    type Reply = AuthorizeReply;
}

impl AuthorizeRequest {
    /// The address to which the browser is sent.
    ///
    /// An error if a host name is none, or the site has no address.
    pub fn url(&self) -> Result<String, RedirectError> {
        let domain = RedirectAddress::host("domain", &self.domain)?;
        let tenant_id = RedirectAddress::segment(&self.tenant_id);
        let base = format!("https://{domain}/tenants/{tenant_id}/authorize");
        let mut address = RedirectAddress::new(base);
        address.query("redirect_uri", &self.redirect_uri);
        address.query("kind", self.kind.as_str());
        if let Some(prompt) = &self.prompt {
            address.query("prompt", prompt.as_str());
        }
        if let Some(max_age) = &self.max_age {
            address.query("max_age", &max_age.to_string());
        }
        address.query("again", &self.again.to_string());
        if let Some(scopes) = &self.scopes {
            address.query("scopes", &serde_json::json!(scopes).to_string());
        }
        if let Some(state) = &self.state {
            address.query("state", state);
        }
        Ok(address.into_string())
    }
}

/// What is answered: Login (登录).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct AuthorizeReply {}

/// With what the browser comes back: Login (登录).
///
/// It comes back to: `redirect_uri`.
///
/// Sites: north, south; source: `login`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AuthorizeCallback {
    /// Code.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `login`.
    #[redact]
    pub code: String,
    /// Kind of login.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `login`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub kind: Option<Kind>,
    /// How sure the login is.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `login`.
    #[validate(nested)]
    pub level: Level,
    /// Seconds.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `login`.
    #[serde(rename = "expires_in")]
    pub expires_in: i64,
    /// Seconds.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `login`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<i64>,
    /// Echo.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `login`.
    pub state: String,
}

impl AuthorizeCallback {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        code: impl Into<String>,
        level: Level,
        expires_in: i64,
        state: impl Into<String>,
    ) -> Self {
        Self {
            code: code.into(),
            kind: None,
            level,
            expires_in,
            since: None,
            state: state.into(),
        }
    }
}

impl AuthorizeCallback {
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
            kind: query.optional("kind").map(Kind::from),
            level: query.required("level")?.into(),
            expires_in: query.parsed("expires_in")?,
            since: query.parsed_if_there("since")?,
            state: query.required("state")?,
        })
    }
}
