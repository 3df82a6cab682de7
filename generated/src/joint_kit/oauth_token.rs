// Written by `koo generate`; do not edit.

//! `oauthToken`: OAuth access token (OAuth获取AccessToken).
//!
//! Exchanges the authorisation code for an access token and a refresh token.
//!
//! When: Right after the callback.
//!
//! # Rules
//!
//! - `client_id` and `client_secret` travel as fields of the form. PKCE is not documented.
//! - The code is wrong, used or expired.
//! - The stored client id is out of date. Bind the tenant again, so that `tenantSync`,
//!   `applicationSync` and `allOrgSync` are called once more.
//! - The client secret was not decrypted, or the call went to the wrong domain.
//! - DomainName, `clientId` and `clientSecret` do not belong together.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649448`, `saascenter_0161_0165`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{GrantType, TokenType};

/// What the caller sends: OAuth access token (OAuth获取AccessToken).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OauthTokenRequest {
    /// `domainName` of the tenant sync, without https:// in front.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`, `zh-cn_topic_0070649109`.
    pub domain_name: String,
    /// `clientId` of the tenant, from the application sync.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649448`.
    pub client_id: String,
    /// Client secret of the tenant in clear text, after decryption.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649448`.
    #[redact]
    pub client_secret: String,
    /// Authorisation code of the login. It can be used once.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649448`.
    #[redact]
    pub code: String,
    /// Kind of grant, always `authorization_code`.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649448`.
    #[validate(nested)]
    pub grant_type: GrantType,
    /// Callback. When it is sent, it must equal that of `oauthAuthorize`.
    ///
    /// Optional; length not documented; a URL.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649448`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(format = url)]
    pub redirect_uri: Option<String>,
}

impl OauthTokenRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        domain_name: impl Into<String>,
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
        code: impl Into<String>,
    ) -> Self {
        Self {
            domain_name: domain_name.into(),
            client_id: client_id.into(),
            client_secret: client_secret.into(),
            code: code.into(),
            grant_type: GrantType::AuthorizationCode,
            redirect_uri: None,
        }
    }
}

impl Request for OauthTokenRequest {
    const INTERFACE: &'static str = "oauthToken";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["https://{domain_name}/api/v1/oauth2/token"];
    type Reply = OauthTokenReply;
}

/// What is answered: OAuth access token (OAuth获取AccessToken).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OauthTokenReply {
    /// Access token. It is there when the call succeeded.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649448`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_token: Option<String>,
    /// Kind of token. It is there when the call succeeded.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649448`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub token_type: Option<TokenType>,
    /// Seconds for which the access token lives. It is there when the call succeeded.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649448`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_in: Option<i64>,
    /// Granted scope. It is there when the call succeeded.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649448`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Token that gets the next access token. It lives 30 days by default. It is there when the
    /// call succeeded, although one example shows an answer without it.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649448`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
    /// Error code. It is there when the call failed.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649448`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// Text of the error. It is there when the call failed.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649448`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
}
