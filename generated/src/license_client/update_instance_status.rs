// Written by `koo generate`; do not edit.

//! `updateInstanceStatus`: Changing the status of an instance (更新实例状态).
//!
//! Tells the merchant to freeze or unfreeze an instance.
//!
//! When: An instance expired or broke the rules and is frozen, or it was renewed or the
//! violation cleared and is unfrozen.
//!
//! # Rules
//!
//! - Keep the data of the user while the instance is frozen; it can still be renewed.
//!
//! # Repeated calls
//!
//! A repeated request answers success. This is a conclusion.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The caller tries again for 2h.
//!
//! The platform stops. The merchant restarts the call by hand in the seller console under
//! production interface messages after a repair.
//!
//! The interval is not documented.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649253`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, InstanceStatus, ResultCode, TestFlag};

/// What the caller sends: Changing the status of an instance (更新实例状态).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UpdateInstanceStatusRequest {
    /// Says that this request changes the status of an instance.
    ///
    /// Mandatory; at most 32 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649253`.
    #[validate(max_chars = 32, nested)]
    pub activity: Activity,
    /// Id of the instance, as the merchant returned it when the instance was created.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649253`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Status the instance is to take.
    ///
    /// Mandatory; at most 32 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649253`.
    #[validate(max_chars = 32, nested)]
    pub status: InstanceStatus,
    /// Marks a request of the debug console or of probing. `0`, the default, is a real request.
    /// Check and answer a debug request as usual, but leave business data alone.
    ///
    /// Optional; at most 2 characters; 0 if absent.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649253`.
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

/// What is answered: Changing the status of an instance (更新实例状态).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UpdateInstanceStatusReply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649253`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649253`.
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
