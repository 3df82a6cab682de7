// Written by `koo generate`; do not edit.

//! `orgidUserinfo`: OrgID user information (OrgID 获取用户信息).
//!
//! Says who logged in through OrgID. The members are in `snake_case` here and in `camelCase` at
//! the tenants' own centres.
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

/// What the caller sends: OrgID user information (OrgID 获取用户信息).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OrgidUserinfoRequest {}

impl Request for OrgidUserinfoRequest {
    const INTERFACE: &'static str = "orgidUserinfo";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] =
        &["https://orgid.huaweiapaas.cn/orgid/openapi/v1/oauth2/userinfo"];
    type Reply = OrgidUserinfoReply;
}

/// What is answered: OrgID user information (OrgID 获取用户信息).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OrgidUserinfoReply {
    /// Name of the tenant.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2UserInfo`.
    #[serde(rename = "tenant_name", default, skip_serializing_if = "Option::is_none")]
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
    #[serde(rename = "user_name", default, skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    /// External id of the user.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2UserInfo`.
    #[serde(rename = "user_id", default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// Staff number.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ShowOauth2UserInfo`.
    #[redact]
    #[serde(rename = "employee_code", default, skip_serializing_if = "Option::is_none")]
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
}
