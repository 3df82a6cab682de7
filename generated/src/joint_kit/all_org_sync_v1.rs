// Written by `koo generate`; do not edit.

//! `allOrgSyncV1`: Department full sync (V1.0) (组织部门信息同步(全量)).
//!
//! Gives the merchant all departments of an enterprise at once. V1.0 of `allOrgSync`.
//!
//! When: The application is bound to an enterprise. It is also called when the seller creates
//! an application credential.
//!
//! # Rules
//!
//! - Parse the text of `orgInfo` as JSON. Its departments have name where V2.0 has `orgName`.
//! - An application that knows no departments may simply answer success.
//!
//! # Repeated calls
//!
//! Instance, tenant and `orgCode` of each element identify the record. Repeated calls create
//! nothing new and answer success.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! Not documented.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000005.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649113`, `saascenter_0139_0143`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::ResultCode;

/// What the caller sends: Department full sync (V1.0) (组织部门信息同步(全量)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AllOrgSyncV1Request {
    /// Id of the instance, as the merchant returned it for the order. It is empty while the
    /// seller applies for an application credential or debugs, and filled for buyers.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649113`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Id of the tenant.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649113`.
    #[validate(max_chars = 64)]
    pub tenant_id: String,
    /// All departments as a flat list. It is a string that holds a JSON array whose elements
    /// are of the type OrgInfoV1.
    ///
    /// Mandatory; length not documented; JSON inside the text.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649113`.
    #[validate(format = json)]
    pub org_info: String,
    /// Whether the data are real or come from debugging.
    ///
    /// Mandatory; at most 2 characters.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649113`.
    pub test_flag: i64,
    /// Time of the call, 17 digits in UTC+8.
    ///
    /// Mandatory; length not documented; `yyyyMMddHHmmssSSS`, Beijing time.
    ///
    /// The layout was read off the examples.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649113`.
    #[validate(format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
}

impl AllOrgSyncV1Request {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        instance_id: impl Into<String>,
        tenant_id: impl Into<String>,
        org_info: impl Into<String>,
        test_flag: i64,
        time_stamp: impl Into<String>,
    ) -> Self {
        Self {
            instance_id: instance_id.into(),
            tenant_id: tenant_id.into(),
            org_info: org_info.into(),
            test_flag,
            time_stamp: time_stamp.into(),
        }
    }
}

impl Request for AllOrgSyncV1Request {
    const INTERFACE: &'static str = "allOrgSyncV1";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/produceAPI/allOrgSync"];
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == 1;
    type Reply = AllOrgSyncV1Reply;
}

/// What is answered: Department full sync (V1.0) (组织部门信息同步(全量)).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AllOrgSyncV1Reply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649113`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649113`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl AllOrgSyncV1Reply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
