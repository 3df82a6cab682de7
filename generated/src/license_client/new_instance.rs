// Written by `koo generate`; do not edit.

//! `newInstance`: Creating an instance (创建实例).
//!
//! Creates the instance that a customer has paid for. The request carries ids only; what was
//! bought is read from the order query of the open API.
//!
//! When: A customer bought a product and paid.
//!
//! # Rules
//!
//! - Call the order query to learn what was bought; the request does not say it.
//! - Do not block. When creation is slow, make the `instanceId`, answer 000004 at once and
//!   create in the background.
//! - After 000004 the platform asks for the instance later. The page of that query is not part
//!   of this guide.
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `orderId`, `orderLineId`.
//!
//! A repeated request answers with the same `instanceId`. The `businessId` of the first request
//! is recommended as `instanceId`.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The caller tries again every 2m for 2h.
//!
//! The merchant is notified of each failure and can restart the call by hand in the meantime.
//! If the fault lasts for 3 hours of calling, the order fails and is unsubscribed
//! automatically.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000004, 000005, 000100.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649251`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ResultCode, TestFlag};

/// What the caller sends: Creating an instance (创建实例).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct NewInstanceRequest {
    /// Says that this request creates an instance.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649251`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Id of the order that was paid.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649251`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Id of the order line for which the instance is created.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649251`.
    #[validate(max_chars = 64)]
    pub order_line_id: String,
    /// Business id of the platform. It is different on every request, also when the same order
    /// is sent again, so it never identifies an order.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649251`.
    #[validate(max_chars = 64)]
    pub business_id: String,
    /// Marks a request of the debug console or of probing. `0`, the default, is a real request.
    /// Check and answer a debug request as usual, but leave business data alone.
    ///
    /// Optional; at most 2 characters; 0 if absent.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649251`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub test_flag: Option<TestFlag>,
}

impl NewInstanceRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        order_id: impl Into<String>,
        order_line_id: impl Into<String>,
        business_id: impl Into<String>,
    ) -> Self {
        Self {
            activity: Activity::NewInstance,
            order_id: order_id.into(),
            order_line_id: order_line_id.into(),
            business_id: business_id.into(),
            test_flag: None,
        }
    }
}

impl Request for NewInstanceRequest {
    const INTERFACE: &'static str = "newInstance";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = NewInstanceReply;

    fn idempotency_key(&self) -> Option<String> {
        Some([Self::INTERFACE, &self.order_id, &self.order_line_id].join("\u{1f}"))
    }

    fn vary(&mut self, fresh: &str) {
        self.business_id = fresh.to_owned();
    }
}

/// What is answered: Creating an instance (创建实例).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct NewInstanceReply {
    /// Result code. The other codes apply besides the two listed here.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649251`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649251`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
    /// Id of the instance, made by the merchant and unique.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649251`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
}

impl NewInstanceReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(instance_id: impl Into<String>) -> Self {
        Self {
            result_code: ResultCode::default(),
            result_msg: None,
            instance_id: instance_id.into(),
        }
    }
}
