// Written by `koo generate`; do not edit.

//! `pushUsageOld`: Usage push (old) (按需使用量推送(旧)).
//!
//! Reports what instances of pay-per-use products have consumed, signed with the access key
//! pair of the account. The new usage push replaces it; the guides of SaaS V1.0 still document
//! it.
//!
//! When: Pay-per-use resources have produced usage.
//!
//! # Rules
//!
//! - The rules of the new usage push about times, instances, collection and later checks hold
//!   here as well.
//!
//! # Repeated calls
//!
//! Records have no id. Two records of the same instance with equal `begin_time` and `end_time`
//! are duplicates, and the first one wins.
//!
//! The merchant sends records again that the later check of the platform rejected. No schedule
//! is printed.
//!
//! # Result codes
//!
//! MKT.0000, MKT.0999, MKT.0100, MKT.0101, MKT.0102, MKT.0199, MKT.0150, MKT.0151, MKT.0154,
//! MKT.9001, MKT.9002, MKT.9003, MKT.9004, APIGW.0301, APIGW.0303, APIGW.0201.
//!
//! # Source
//!
//! Sites: intl, mainland; source: `zh-cn_topic_0070649411`, `intl_topic_0070649082`,
//! `zh-cn_topic_0070649186`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{OldUsageRecord, ResultCode};

/// What the caller sends: Usage push (old) (按需使用量推送(旧)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PushUsageOldRequest {
    /// The usage records, at most 1000 in one call.
    ///
    /// Mandatory; at most 1000 characters each; at most 1000 elements.
    ///
    /// The printed limit is not enforced, see the erratum "usage-record-count".
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649411`, `intl_topic_0070649082`.
    #[validate(max_items = 1000, nested)]
    pub usage_records: Vec<OldUsageRecord>,
}

impl PushUsageOldRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(usage_records: Vec<OldUsageRecord>) -> Self {
        Self { usage_records }
    }
}

impl Request for PushUsageOldRequest {
    const INTERFACE: &'static str = "pushUsageOld";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &[
        "https://mkt-intl.myhuaweicloud.com/rest/marketplace/v1/isv/usage-data",
        "https://mkt.myhuaweicloud.com/rest/marketplace/v1/isv/usage-data",
    ];
    type Reply = PushUsageOldReply;
}

/// What is answered: Usage push (old) (按需使用量推送(旧)).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PushUsageOldReply {
    /// Outcome of the call. MKT.0000 is success.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// The printed limit is not enforced, see the erratum "old-usage-code-length".
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649186`.
    #[validate(nested)]
    pub error_code: ResultCode,
    /// Text of the outcome.
    ///
    /// Optional; at most 255 characters.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649186`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub error_msg: Option<String>,
}

impl PushUsageOldReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
