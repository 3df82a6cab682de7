// Written by `koo generate`; do not edit.

//! `pushUsageLegacyV1`: Usage push, oldest address (按需使用量推送 (最早版本)).
//!
//! Oldest form of the usage push. No current guide describes it; it is known from the code of a
//! merchant only and is kept here to recognise it.
//!
//! When: It has no use any more.
//!
//! # Source
//!
//! Sites: mainland; source: `merchant_push_v1`; taken from code.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::LegacyUsageRecord;

/// What the caller sends: Usage push, oldest address (按需使用量推送 (最早版本)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PushUsageLegacyV1Request {
    /// Account name of the merchant.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_push_v1`; taken from code.
    pub partner_id: String,
    /// The usage records.
    ///
    /// Mandatory.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_push_v1`; taken from code.
    #[validate(nested)]
    pub usage_records: Vec<LegacyUsageRecord>,
}

impl PushUsageLegacyV1Request {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        partner_id: impl Into<String>,
        usage_records: Vec<LegacyUsageRecord>,
    ) -> Self {
        Self {
            partner_id: partner_id.into(),
            usage_records,
        }
    }
}

impl Request for PushUsageLegacyV1Request {
    const INTERFACE: &'static str = "pushUsageLegacyV1";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &[
        "https://mkt.myhuaweicloud.com/v1.0/{partnerId}/billing/bill-mgr/push-usage-data",
    ];
    type Reply = PushUsageLegacyV1Reply;
}

/// What is answered: Usage push, oldest address (按需使用量推送 (最早版本)).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PushUsageLegacyV1Reply {}
