// Written by `koo generate`; do not edit.

//! `orgidTokenFailure`: OrgID access token: Failed call (OrgID 获取AccessToken).
//!
//! What the answer holds instead when the HTTP status is 400, 401 or 500.
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

/// What the caller sends: OrgID access token: Failed call (OrgID 获取AccessToken).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OrgidTokenFailureRequest {
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

impl OrgidTokenFailureRequest {
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

impl Request for OrgidTokenFailureRequest {
    const INTERFACE: &'static str = "orgidTokenFailure";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] =
        &["https://orgid.huaweiapaas.cn/orgid/openapi/v1/oauth2/token"];
    type Reply = OrgidTokenFailureReply;
}

/// What is answered: OrgID access token: Failed call (OrgID 获取AccessToken).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OrgidTokenFailureReply {
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
    /// Error code, such as ORGID.OAUTH.0001, whose number counts up.
    ///
    /// Mandatory; length not documented.
    ///
    /// The form comes from the published definitions.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2Token`, `crate_orgid`.
    pub error_code: String,
    /// Text of the error.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2Token`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_msg: Option<String>,
    /// The same code as `error_code`, kept for older clients.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2Token`.
    pub error: String,
    /// The same text as `error_msg`, kept for older clients.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2Token`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
}

impl OrgidTokenFailureReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(error_code: impl Into<String>, error: impl Into<String>) -> Self {
        Self {
            access_token: None,
            refresh_token: None,
            scope: None,
            token_type: None,
            expires_in: None,
            error_code: error_code.into(),
            error_msg: None,
            error: error.into(),
            error_description: None,
        }
    }
}
