// Written by `koo generate`; do not edit.

//! `oauthUserinfo`: OAuth user information (OAuth获取用户信息).
//!
//! Says who logged in. name, `userName`, tenant, role and `organizationCode` are the attributes
//! to check.
//!
//! When: After the token call.
//!
//! # Rules
//!
//! - The token is missing, wrong or expired.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649450`, `zh-cn_topic_0070649123`,
//! `guide_9e0b27fe`, `saascenter_0161_0165`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::Role;

/// What the caller sends: OAuth user information (OAuth获取用户信息).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OauthUserinfoRequest {
    /// `domainName` of the tenant sync, without https:// in front.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`, `zh-cn_topic_0070649109`.
    pub domain_name: String,
}

impl OauthUserinfoRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(domain_name: impl Into<String>) -> Self {
        Self {
            domain_name: domain_name.into(),
        }
    }
}

impl Request for OauthUserinfoRequest {
    const INTERFACE: &'static str = "oauthUserinfo";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] =
        &["https://{domain_name}/api/v1/oauth2/userinfo"];
    type Reply = OauthUserinfoReply;
}

/// What is answered: OAuth user information (OAuth获取用户信息).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OauthUserinfoReply {
    /// Id of the user in the authentication centre.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649450`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Login account, equal to `userName` of the user authorisation sync.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649450`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    /// Display name.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649450`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// E-mail address, masked by default.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649450`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Mobile number, masked by default.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649450`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile: Option<String>,
    /// Role of the user.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649450`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub role: Option<Role>,
    /// Name of the department.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649450`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization_name: Option<String>,
    /// Id of the user.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649450`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// Code of the department, equal to `orgCode` of the sync interfaces.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649450`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization_code: Option<String>,
    /// Name of the tenant.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649450`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project_name: Option<String>,
    /// Id of the tenant. The protocol page calls it the `domainId` of the enterprise.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649450`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant: Option<String>,
    /// Stands only on the protocol page of the login from the workbench.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `guide_9e0b27fe`; read in a fragment only.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acc_name: Option<String>,
    /// Stands only on the protocol page of the login from the workbench.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `guide_9e0b27fe`; read in a fragment only.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login_name: Option<String>,
    /// Error code. It is there when the call failed.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649450`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// Text of the error. It is there when the call failed.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649450`.
    #[serde(rename = "error_description")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
}
