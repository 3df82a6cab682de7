// Written by `koo generate`; do not edit.

//! `refreshInstance`: Updating an instance (更新实例).
//!
//! Gives an instance of a periodic product a new expiry.
//!
//! When: A trial was turned into a formal subscription, a renewal was paid, a renewal period
//! was unsubscribed, or the subscription was changed on renewal.
//!
//! # Rules
//!
//! - Set the expiry of the instance to `expireTime`. The value is absolute, also when it moves
//!   backwards after a renewal was unsubscribed.
//! - When this call keeps failing, the service of the customer may be released.
//! - A new `productId` says that the type of the billing period changed.
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `orderId`, `orderLineId`, `instanceId`,
//! `scene`.
//!
//! The guide does not spell it out. The expiry is an absolute value, so applying the same
//! request again changes nothing.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The merchant restarts the call by hand in the seller console.
//!
//! No interval and no number of tries is known.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: eu, intl, mainland; source: `zh-cn_topic_0070649429`, `topic_0070649094`,
//! `eu_000011`.

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
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649429`, `topic_0070649094`,
    /// `eu_000011`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// What triggered the update.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649429`, `topic_0070649094`,
    /// `eu_000011`.
    #[validate(max_chars = 64, nested)]
    pub scene: Scene,
    /// Id of the order of this event, which is the conversion order, the renewal order or, for
    /// an unsubscribed renewal, the unsubscription order.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649429`, `topic_0070649094`,
    /// `eu_000011`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Id of the order line of this event.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649429`, `topic_0070649094`,
    /// `eu_000011`.
    #[validate(max_chars = 64)]
    pub order_line_id: String,
    /// Id of the instance, as the merchant returned it when the instance was created.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649429`, `topic_0070649094`,
    /// `eu_000011`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Id of the product after the change. It is sent when a renewal or a conversion changes
    /// the period type.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649429`, `topic_0070649094`,
    /// `eu_000011`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub product_id: Option<String>,
    /// New expiry of the instance, in UTC. Accept it with and without milliseconds.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmss` or `yyyyMMddHHmmssSSS`, UTC.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649429`, `topic_0070649094`,
    /// `eu_000011`.
    #[validate(
        max_chars = 20,
        format = timestamp("yyyyMMddHHmmss", "yyyyMMddHHmmssSSS")
    )]
    pub expire_time: String,
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
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649429`, `topic_0070649094`,
    /// `eu_000011`.
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

    fn idempotency_key(&self) -> Option<String> {
        let key = [
            Self::INTERFACE,
            &self.order_id,
            &self.order_line_id,
            &self.instance_id,
            self.scene.as_str(),
        ];
        Some(key.join("\u{1f}"))
    }
}

/// What is answered: Updating an instance (更新实例).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct RefreshInstanceReply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Read on a republished copy of the mainland page. The international and European copies
    /// break off before the row; sibling pages have the same shape.
    ///
    /// Sites: eu, intl, mainland; source: `saascenter_0086_0091`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// The copy breaks off inside the row; the length is that of the same row on sibling pages.
    ///
    /// Sites: eu, intl, mainland; source: `saascenter_0086_0091`; concluded, not printed.
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
