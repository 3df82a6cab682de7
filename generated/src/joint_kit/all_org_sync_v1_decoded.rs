// Written by `koo generate`; do not edit.

//! `allOrgSyncV1Decoded`: Department full sync (V1.0): The list inside the text
//! (组织部门信息同步(全量)).
//!
//! What `orgInfo` holds once its text is parsed as JSON. On the wire it is always text in V1.0,
//! and V2.0 sends the array itself.
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

use super::{OrgInfoV1, ResultCode};

/// What the caller sends: Department full sync (V1.0): The list inside the text
/// (组织部门信息同步(全量)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AllOrgSyncV1DecodedRequest {
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
    /// All departments as a flat list.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649113`.
    #[validate(nested)]
    pub org_info: Vec<OrgInfoV1>,
}

impl AllOrgSyncV1DecodedRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        instance_id: impl Into<String>,
        tenant_id: impl Into<String>,
        test_flag: i64,
        time_stamp: impl Into<String>,
        org_info: Vec<OrgInfoV1>,
    ) -> Self {
        Self {
            instance_id: instance_id.into(),
            tenant_id: tenant_id.into(),
            test_flag,
            time_stamp: time_stamp.into(),
            org_info,
        }
    }
}

impl Request for AllOrgSyncV1DecodedRequest {
    const INTERFACE: &'static str = "allOrgSyncV1Decoded";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/produceAPI/allOrgSync"];
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == 1;
    type Reply = AllOrgSyncV1DecodedReply;
}

/// What is answered: Department full sync (V1.0): The list inside the text
/// (组织部门信息同步(全量)).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AllOrgSyncV1DecodedReply {
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

impl AllOrgSyncV1DecodedReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
