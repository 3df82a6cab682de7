// Written by `koo generate`; do not edit.

//! `singleOrgSync`: Department incremental sync (部门增量同步).
//!
//! Tells the merchant that one department of a bound enterprise was added, changed or removed.
//!
//! When: An administrator of a bound enterprise adds, changes or removes a department.
//!
//! # Rules
//!
//! - An application that knows no departments may simply answer success.
//! - On a delete, do not check whether the instance exists that the base interfaces created.
//!
//! # Repeated calls
//!
//! Instance, tenant and `orgCode` identify the record. A repeated add creates nothing new and
//! answers success, and a repeated delete answers success even when nothing is left. Do not
//! drop a call because its record was seen before.
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
//! Sites: mainland; source: `zh-cn_topic_0070649436`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::ResultCode;

/// What the caller sends: Department incremental sync (部门增量同步).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct SingleOrgSyncRequest {
    /// Id of the instance, as the merchant returned it for the order. It is empty while the
    /// seller applies for an application credential or debugs, and filled for buyers.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649436`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Id of the tenant, the same value as in the tenant sync.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649436`.
    #[validate(max_chars = 64)]
    pub tenant_id: String,
    /// Code of the department, unique in the tenant.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649436`.
    #[validate(max_chars = 64)]
    pub org_code: String,
    /// Name of the department, unique on its level. It may be changed.
    ///
    /// Mandatory; at most 128 characters.
    ///
    /// The type is printed as Vachar(128).
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649436`.
    #[validate(max_chars = 128)]
    pub org_name: String,
    /// `orgCode` of the parent department. Only a top department leaves it empty. It changes
    /// when the department moves.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649436`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub parent_code: Option<String>,
    /// Kind of change.
    ///
    /// Mandatory; at most 2 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649436`.
    pub flag: i64,
    /// Whether the data are real or come from debugging.
    ///
    /// Mandatory; at most 2 characters.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649436`.
    pub test_flag: i64,
    /// Time of the call, 17 digits in UTC+8.
    ///
    /// Mandatory; length not documented; `yyyyMMddHHmmssSSS`, Beijing time.
    ///
    /// The layout was read off the examples.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649436`.
    #[validate(format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
}

impl SingleOrgSyncRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        instance_id: impl Into<String>,
        tenant_id: impl Into<String>,
        org_code: impl Into<String>,
        org_name: impl Into<String>,
        flag: i64,
        test_flag: i64,
        time_stamp: impl Into<String>,
    ) -> Self {
        Self {
            instance_id: instance_id.into(),
            tenant_id: tenant_id.into(),
            org_code: org_code.into(),
            org_name: org_name.into(),
            parent_code: None,
            flag,
            test_flag,
            time_stamp: time_stamp.into(),
        }
    }
}

impl Request for SingleOrgSyncRequest {
    const INTERFACE: &'static str = "singleOrgSync";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/produceAPI/v2/singleOrgSync"];
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == 1;
    type Reply = SingleOrgSyncReply;
}

/// What is answered: Department incremental sync (部门增量同步).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct SingleOrgSyncReply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649436`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649436`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl SingleOrgSyncReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
