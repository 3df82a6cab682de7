// Written by `koo generate`; do not edit.

//! `instanceStatus`: Resource status change (资源状态变更).
//!
//! Freezes an instance or makes it usable again.
//!
//! When: A resource is to be frozen or unfrozen. The mainland page names expiry and violations
//! of products for a period; the international one expiry, violations, and arrears of
//! pay-per-use products and packages. When arrears are settled within the grace or retention
//! period, the platform unfreezes through this call.
//!
//! # Repeated calls
//!
//! No rule is printed. `instanceId` and the target status together tell what is asked, and
//! setting the status that an instance already has must succeed. Never answer from the record
//! of an earlier call, because an instance may be frozen, unfrozen and frozen again.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! No figure is documented, only that failures are mailed and that interfaces are watched.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: intl, mainland; source: `zh-cn_topic_0070649407`, `saascenter_usermanual_0136`,
//! `en-us_topic_0070649069`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ResultCode, TargetStatus, TestFlag};

/// What the caller sends: Resource status change (资源状态变更).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct InstanceStatusRequest {
    /// Says that this request sets the status of an instance. Value and next parameter have the
    /// same name.
    ///
    /// Mandatory; at most 32 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649407`, `saascenter_usermanual_0136`,
    /// `en-us_topic_0070649069`.
    #[validate(max_chars = 32, nested)]
    pub activity: Activity,
    /// Id of the instance, as `newInstance` returned it for the pay-per-use item.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649407`, `saascenter_usermanual_0136`,
    /// `en-us_topic_0070649069`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Status the instance shall take.
    ///
    /// Mandatory; at most 32 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649407`, `saascenter_usermanual_0136`,
    /// `en-us_topic_0070649069`.
    #[validate(max_chars = 32, nested)]
    pub instance_status: TargetStatus,
    /// Time at which the request was sent, in UTC. It is a signed parameter like the others and
    /// also the second part of the key of the signature, so use it exactly as it arrives. Do
    /// not insist on 17 digits. No limit on its age is documented.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmssSSS`, UTC.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649407`, `saascenter_usermanual_0136`,
    /// `en-us_topic_0070649069`.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
    /// Marks a call of the debug console or of probing. Treat only `1` as a debug call, and an
    /// absent value and `0`, which is the default, as a real one.
    ///
    /// Optional; at most 2 characters; 0 if absent.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649407`, `saascenter_usermanual_0136`,
    /// `en-us_topic_0070649069`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub test_flag: Option<TestFlag>,
}

impl InstanceStatusRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        instance_id: impl Into<String>,
        instance_status: TargetStatus,
        time_stamp: impl Into<String>,
    ) -> Self {
        Self {
            activity: Activity::InstanceStatus,
            instance_id: instance_id.into(),
            instance_status,
            time_stamp: time_stamp.into(),
            test_flag: None,
        }
    }
}

impl Request for InstanceStatusRequest {
    const INTERFACE: &'static str = "instanceStatus";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = InstanceStatusReply;
}

/// What is answered: Resource status change (资源状态变更).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct InstanceStatusReply {
    /// Result code. Only 000000 counts as success.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649407`, `saascenter_usermanual_0136`,
    /// `en-us_topic_0070649069`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649407`, `saascenter_usermanual_0136`,
    /// `en-us_topic_0070649069`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl InstanceStatusReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
