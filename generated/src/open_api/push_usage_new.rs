// Written by `koo generate`; do not edit.

//! `pushUsageNew`: Usage push (new) (按需使用量推送(新)).
//!
//! Reports what instances of pay-per-use products have consumed. The platform rates the records
//! and charges the customer. A code of success says that the records arrived, not that they are
//! right.
//!
//! When: Pay-per-use resources have produced usage.
//!
//! # Rules
//!
//! - The interface does not refuse wrong records. A job in the background checks them, and
//!   failures are listed in the seller console under 交易管理 > 话单管理 and have to be sent
//!   again.
//! - Report at least once an hour, best in the first 15 minutes of the following hour. When
//!   real time is impossible, 2 hours are the limit.
//! - Hourly reports are recommended. A single daily report belongs between 00:00 and 00:15 of
//!   the next day and must be in by 01:00, otherwise the charge slips one day.
//! - The resource starts not after `begin_time`, `begin_time` is not after `end_time`, and
//!   `end_time` is not after the time of the report.
//! - The `end_time` is not after the time at which the resource was closed.
//! - Times are in UTC, eight hours behind Beijing time.
//! - Once a record was collected, for hourly billing at minute 15, a second one cannot replace
//!   it.
//! - Use the id of the pay-per-use instance, never that of the package instance.
//! - The `begin_time` is at most 21 days in the past.
//! - A call has at most 1000 records.
//!
//! # Repeated calls
//!
//! `metering_sn` identifies a record, and one that was used before is reported as record code
//! 005: when a call is repeated because its answer was lost, that code says that the record had
//! arrived. Two records of the same instance with equal `begin_time` and `end_time` are
//! duplicates as well, and only the first is billed.
//!
//! The merchant sends records again that the later check of the platform rejected. No schedule
//! is printed.
//!
//! # Result codes
//!
//! MKT.0000, 94060001, 94060002, 94060004, 94060005.
//!
//! # Source
//!
//! Sites: intl, mainland; source: `zh-cn_topic_0070649410`, `intl_topic_0070649083`,
//! `intl_topic_0070649117`, `search_snippets`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{ResultCode, UsageRecord};

/// What the caller sends: Usage push (new) (按需使用量推送(新)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PushUsageNewRequest {
    /// The usage records, at most 1000 in one call.
    ///
    /// Mandatory; at most 1000 characters each; at most 1000 elements.
    ///
    /// The printed limit is not enforced, see the erratum "usage-record-count".
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649410`, `intl_topic_0070649117`.
    #[validate(max_items = 1000, nested)]
    pub usage_records: Vec<UsageRecord>,
}

impl PushUsageNewRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(usage_records: Vec<UsageRecord>) -> Self {
        Self { usage_records }
    }
}

impl Request for PushUsageNewRequest {
    const INTERFACE: &'static str = "pushUsageNew";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &[
        "https://mkt-intl.myhuaweicloud.com/api/mkp-openapi-public/global/v1/isv/usage-data",
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v1/isv/usage-data",
    ];
    type Reply = PushUsageNewReply;
}

/// What is answered: Usage push (new) (按需使用量推送(新)).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PushUsageNewReply {
    /// Outcome of the call. MKT.0000 is success.
    ///
    /// Mandatory.
    ///
    /// Sites: eu, intl, mainland; source: `search_snippets`; read in a fragment only.
    #[validate(nested)]
    pub error_code: ResultCode,
    /// Text of the outcome.
    ///
    /// Optional; at most 255 characters.
    ///
    /// Sites: eu, intl, mainland; source: `search_snippets`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub error_msg: Option<String>,
}

impl PushUsageNewReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
