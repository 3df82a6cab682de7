// Written by `koo generate`; do not edit.

//! `oauthRefreshToken`: OAuth token refresh (OAuth刷新Access Token).
//!
//! Gets a new access token without a new login.
//!
//! When: Before or after the access token ends, while the refresh token lives.
//!
//! # Rules
//!
//! - The refresh token is wrong or expired. Let the user log in again.
//! - Always use the refresh token of the latest answer.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649143`, `zh-cn_topic_0070649443`,
//! `saascenter_0161_0165`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{OauthRefreshTokenRequestGrantType, TokenType};

/// What the caller sends: OAuth token refresh (OAuth刷新Access Token).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OauthRefreshTokenRequest {
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
    /// Sites: mainland; source: `zh-cn_topic_0070649143`.
    pub client_id: String,
    /// Client secret of the tenant in clear text, after decryption.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649143`.
    #[redact]
    pub client_secret: String,
    /// Kind of grant, always `refresh_token`.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649143`.
    #[validate(nested)]
    pub grant_type: OauthRefreshTokenRequestGrantType,
    /// The latest refresh token.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649143`.
    #[redact]
    pub refresh_token: String,
}

impl OauthRefreshTokenRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        domain_name: impl Into<String>,
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
        refresh_token: impl Into<String>,
    ) -> Self {
        Self {
            domain_name: domain_name.into(),
            client_id: client_id.into(),
            client_secret: client_secret.into(),
            grant_type: OauthRefreshTokenRequestGrantType::RefreshToken,
            refresh_token: refresh_token.into(),
        }
    }
}

impl Request for OauthRefreshTokenRequest {
    const INTERFACE: &'static str = "oauthRefreshToken";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["https://{domain_name}/api/v1/oauth2/token"];
    type Reply = OauthRefreshTokenReply;
}

/// What is answered: OAuth token refresh (OAuth刷新Access Token).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OauthRefreshTokenReply {
    /// Access token. It is there when the call succeeded.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649143`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_token: Option<String>,
    /// Kind of token. It is there when the call succeeded.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649143`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub token_type: Option<TokenType>,
    /// Seconds for which the access token lives. It is there when the call succeeded.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649143`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_in: Option<i64>,
    /// Granted scope. It is there when the call succeeded.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649143`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Token that gets the next access token. It lives 30 days by default. It is there when the
    /// call succeeded, although one example shows an answer without it.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649143`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
    /// Error code. It is there when the call failed.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649143`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// Text of the error. It is there when the call failed.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649143`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
}
