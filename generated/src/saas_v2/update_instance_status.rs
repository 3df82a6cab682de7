// Written by `koo generate`; do not edit.

//! `updateInstanceStatus`: Updating the instance status (更新实例状态).
//!
//! Freezes an instance or makes it usable again.
//!
//! When: The platform freezes an instance when it expires or because of a violation, and
//! unfreezes it after a renewal or when the violation is cleared.
//!
//! # Rules
//!
//! - FREEZE makes the instance unusable but keeps its data for the freeze period of up to 15
//!   days.
//! - UNFREEZE restores the instance.
//!
//! # Repeated calls
//!
//! Setting the status that an instance already has must succeed. Never answer from the record
//! of an earlier call, because an instance may be frozen, unfrozen and frozen again.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The caller tries again for 1h.
//!
//! The platform stops, and the merchant restarts the call by hand.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: eu, intl, mainland; source: `zh-cn_topic_0070649430`, `topic_0070649095`,
//! `eu_000012`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, InstanceStatus, ResultCode, TestFlag};

/// What the caller sends: Updating the instance status (更新实例状态).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UpdateInstanceStatusRequest {
    /// Says that this request sets the status of an instance.
    ///
    /// Mandatory; at most 32 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649430`, `topic_0070649095`,
    /// `eu_000012`.
    #[validate(max_chars = 32, nested)]
    pub activity: Activity,
    /// Id of the instance, as the merchant returned it when the instance was created.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649430`, `topic_0070649095`,
    /// `eu_000012`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Status the instance shall take.
    ///
    /// Mandatory; at most 32 characters.
    ///
    /// V1.0 has a parameter `instanceStatus` with FREEZE and NORMAL instead. Do not mix them.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649430`, `topic_0070649095`,
    /// `eu_000012`.
    #[validate(max_chars = 32, nested)]
    pub status: InstanceStatus,
    /// Marks a request of the debug console or of probing. Treat only `1` as a debug request,
    /// and an absent or empty value and `0` as a real one. Check and sign a debug request as
    /// usual and answer well-formed success, but leave business data alone.
    ///
    /// Optional; at most 2 characters.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// On eu: values 1, 0; 0 if absent; Real requests may carry `0`, which is also the default.
    ///
    /// On intl: values 1; Real requests leave the parameter out.
    ///
    /// On mainland: values 1; Real requests leave the parameter out.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649430`, `topic_0070649095`,
    /// `eu_000012`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub test_flag: Option<TestFlag>,
}

impl UpdateInstanceStatusRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(instance_id: impl Into<String>, status: InstanceStatus) -> Self {
        Self {
            activity: Activity::UpdateInstanceStatus,
            instance_id: instance_id.into(),
            status,
            test_flag: None,
        }
    }
}

impl Request for UpdateInstanceStatusRequest {
    const INTERFACE: &'static str = "updateInstanceStatus";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = UpdateInstanceStatusReply;
}

/// What is answered: Updating the instance status (更新实例状态).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UpdateInstanceStatusReply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649430`, `topic_0070649095`,
    /// `eu_000012`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649430`, `topic_0070649095`,
    /// `eu_000012`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl UpdateInstanceStatusReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
