// Written by `koo generate`; do not edit.

//! `orgidToken`: OrgID access token (OrgID 获取AccessToken).
//!
//! Exchanges a code of OrgID for an access token. OrgID is a related service with a host of its
//! own that uses the V1.0 sync interfaces.
//!
//! When: After the login of a user, when the application is integrated with OrgID by OAuth.
//!
//! # Rules
//!
//! - Errors come with HTTP status 400, 401 or 500 and the members of the variant failure.
//!
//! # Source
//!
//! Sites: mainland; source: `orgid_ShowOauth2Token`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{AccessType, GrantType, TokenType};

/// What the caller sends: OrgID access token (OrgID 获取AccessToken).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OrgidTokenRequest {
    /// Kind of grant, always `authorization_code`.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2Token`.
    #[validate(nested)]
    pub grant_type: GrantType,
    /// Code that OrgID issued.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2Token`.
    #[redact]
    pub code: String,
    /// Id of the application.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2Token`.
    pub client_id: String,
    /// Secret of the application.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2Token`.
    #[redact]
    pub client_secret: String,
    /// Callback. It equals the home address that is set up for the application.
    ///
    /// Mandatory; length not documented; a URL.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2Token`.
    #[validate(format = url)]
    pub redirect_uri: String,
    /// Mode of the token. It is the online mode when the parameter is absent.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2Token`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub access_type: Option<AccessType>,
}

impl OrgidTokenRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        grant_type: GrantType,
        code: impl Into<String>,
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
        redirect_uri: impl Into<String>,
    ) -> Self {
        Self {
            grant_type,
            code: code.into(),
            client_id: client_id.into(),
            client_secret: client_secret.into(),
            redirect_uri: redirect_uri.into(),
            access_type: None,
        }
    }
}

impl Request for OrgidTokenRequest {
    const INTERFACE: &'static str = "orgidToken";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] =
        &["https://orgid.huaweiapaas.cn/orgid/openapi/v1/oauth2/token"];
    type Reply = OrgidTokenReply;
}

/// What is answered: OrgID access token (OrgID 获取AccessToken).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OrgidTokenReply {
    /// Access token.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2Token`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_token: Option<String>,
    /// Token that gets the next access token. It is there only in the offline mode.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2Token`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
    /// Granted scope.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2Token`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Kind of token.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2Token`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub token_type: Option<TokenType>,
    /// Seconds for which the access token lives.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2Token`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_in: Option<i64>,
}
