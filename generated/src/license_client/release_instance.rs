// Written by `koo generate`; do not edit.

//! `releaseInstance`: Releasing an instance (释放实例).
//!
//! Tells the merchant to release an instance.
//!
//! When: An instance expired and was not renewed, or it was unsubscribed.
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
//! Nothing is documented.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: mainland; source: `guide_31e68ffb`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ResultCode, TestFlag};

/// What the caller sends: Releasing an instance (释放实例).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseInstanceRequest {
    /// Says that this request releases an instance.
    ///
    /// Mandatory; at most 32 characters.
    ///
    /// Sites: mainland; source: `guide_31e68ffb`.
    #[validate(max_chars = 32, nested)]
    pub activity: Activity,
    /// Id of the instance, as the merchant returned it when the instance was created.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `guide_31e68ffb`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Id of the order.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: mainland; source: `guide_31e68ffb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub order_id: Option<String>,
    /// Id of the order line.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: mainland; source: `guide_31e68ffb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub order_line_id: Option<String>,
    /// Marks a request of the debug console or of probing. `0`, the default, is a real request.
    /// Check and answer a debug request as usual, but leave business data alone.
    ///
    /// Optional; at most 2 characters; 0 if absent.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: mainland; source: `guide_31e68ffb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub test_flag: Option<TestFlag>,
}

impl ReleaseInstanceRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(instance_id: impl Into<String>) -> Self {
        Self {
            activity: Activity::ReleaseInstance,
            instance_id: instance_id.into(),
            order_id: None,
            order_line_id: None,
            test_flag: None,
        }
    }
}

impl Request for ReleaseInstanceRequest {
    const INTERFACE: &'static str = "releaseInstance";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = ReleaseInstanceReply;
}

/// What is answered: Releasing an instance (释放实例).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseInstanceReply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `guide_31e68ffb`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `guide_31e68ffb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl ReleaseInstanceReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
