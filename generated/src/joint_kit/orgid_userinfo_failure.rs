// Written by `koo generate`; do not edit.

//! `orgidUserinfoFailure`: OrgID user information: Failed call (OrgID 获取用户信息).
//!
//! What the answer holds instead when the HTTP status is 400, 401 or 500.
//!
//! When: After `orgidToken`.
//!
//! # Rules
//!
//! - Errors come with HTTP status 400, 401 or 500 and the members of the variant failure.
//!
//! # Source
//!
//! Sites: mainland; source: `orgid_ShowOauth2UserInfo`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::Role;

/// What the caller sends: OrgID user information: Failed call (OrgID 获取用户信息).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OrgidUserinfoFailureRequest {}

impl Request for OrgidUserinfoFailureRequest {
    const INTERFACE: &'static str = "orgidUserinfoFailure";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] =
        &["https://orgid.huaweiapaas.cn/orgid/openapi/v1/oauth2/userinfo"];
    type Reply = OrgidUserinfoFailureReply;
}

/// What is answered: OrgID user information: Failed call (OrgID 获取用户信息).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OrgidUserinfoFailureReply {
    /// Name of the tenant.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2UserInfo`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant_name: Option<String>,
    /// Code of the tenant.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2UserInfo`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant: Option<String>,
    /// Display name.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2UserInfo`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Mobile number with the prefix of the country.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2UserInfo`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile: Option<String>,
    /// Login account.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2UserInfo`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    /// External id of the user.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2UserInfo`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// Staff number.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2UserInfo`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employee_code: Option<String>,
    /// Role of the user.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2UserInfo`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub role: Option<Role>,
    /// E-mail address. It stands only in the published definitions of 2024.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `crate_orgid`; taken from code.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Error code, such as ORGID.OAUTH.0001, whose number counts up.
    ///
    /// Mandatory; length not documented.
    ///
    /// The form comes from the published definitions.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2UserInfo`, `crate_orgid`.
    pub error_code: String,
    /// Text of the error.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2UserInfo`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_msg: Option<String>,
    /// The same code as `error_code`, kept for older clients.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2UserInfo`.
    pub error: String,
    /// The same text as `error_msg`, kept for older clients.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2UserInfo`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
}

impl OrgidUserinfoFailureReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(error_code: impl Into<String>, error: impl Into<String>) -> Self {
        Self {
            tenant_name: None,
            tenant: None,
            name: None,
            mobile: None,
            user_name: None,
            user_id: None,
            employee_code: None,
            role: None,
            email: None,
            error_code: error_code.into(),
            error_msg: None,
            error: error.into(),
            error_description: None,
        }
    }
}
