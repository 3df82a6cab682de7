// Written by `koo generate`; do not edit.

//! `refreshInstance`: Updating an instance (更新实例).
//!
//! Tells the merchant the new expiry of an instance.
//!
//! When: A trial of a product for a period became formal, the product was renewed, or a renewal
//! period was unsubscribed.
//!
//! # Repeated calls
//!
//! Set the expiry to the given value, so that a repeated request answers success. This is a
//! conclusion.
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
//! Sites: mainland; source: `zh-cn_topic_0070649252`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ResultCode, Scene, TestFlag};

/// What the caller sends: Updating an instance (更新实例).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct RefreshInstanceRequest {
    /// Says that this request updates an instance.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649252`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Why the expiry changed.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649252`.
    #[validate(max_chars = 64, nested)]
    pub scene: Scene,
    /// Id of the order of the conversion or of the renewal, or of the renewal order that is
    /// unsubscribed, by scene.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649252`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Id of the order line.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649252`.
    #[validate(max_chars = 64)]
    pub order_line_id: String,
    /// Id of the instance, as the merchant returned it when the instance was created.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649252`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Id of the new product. It is sent when the kind of period changed.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649252`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub product_id: Option<String>,
    /// New expiry of the instance. Accept it with and without milliseconds.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmss` or `yyyyMMddHHmmssSSS`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649252`.
    #[validate(
        max_chars = 20,
        format = timestamp("yyyyMMddHHmmss", "yyyyMMddHHmmssSSS")
    )]
    pub expire_time: String,
    /// Marks a request of the debug console or of probing. `0`, the default, is a real request.
    /// Check and answer a debug request as usual, but leave business data alone.
    ///
    /// Optional; at most 2 characters; 0 if absent.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649252`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub test_flag: Option<TestFlag>,
}

impl RefreshInstanceRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        scene: Scene,
        order_id: impl Into<String>,
        order_line_id: impl Into<String>,
        instance_id: impl Into<String>,
        expire_time: impl Into<String>,
    ) -> Self {
        Self {
            activity: Activity::RefreshInstance,
            scene,
            order_id: order_id.into(),
            order_line_id: order_line_id.into(),
            instance_id: instance_id.into(),
            product_id: None,
            expire_time: expire_time.into(),
            test_flag: None,
        }
    }
}

impl Request for RefreshInstanceRequest {
    const INTERFACE: &'static str = "refreshInstance";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = RefreshInstanceReply;
}

/// What is answered: Updating an instance (更新实例).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct RefreshInstanceReply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649252`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649252`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl RefreshInstanceReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
