// Written by `koo generate`; do not edit.

//! `newInstance`: Creating an instance (创建实例).
//!
//! Creates the instance that a buyer has paid for. The request carries ids only; buyer,
//! specification, quantity and period are read from the order query.
//!
//! When: A buyer has paid a new order. Probing and the debug console send it too.
//!
//! # Rules
//!
//! - Do not block. When provisioning is slow, create the id, answer at once and provision in
//!   the background.
//! - Read buyer, specification, quantity and period from the order query; the request does not
//!   carry them.
//! - A good `instanceId` is the `businessId` of the first request for the order line.
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `orderId`, `orderLineId`.
//!
//! A repeated request creates nothing and answers with the same `instanceId`. For pay-per-use
//! the key is `orderId` and `productId`; `productId` is not in the request and has to come from
//! the order query by `orderLineId`. `businessId` changes on every request and must not be part
//! of the key.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The caller tries again every 1h for 3h.
//!
//! The order is marked as failed and unsubscribed automatically. The merchant can restart the
//! call by hand among the service interface messages (生产接口消息) of the seller console.
//!
//! The figures come from a fragment without page title whose wording matches this guide. The
//! online License guide prints other ones.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000004, 000005, 000100, 000101, 000102, 000103, 000104, 000105,
//! 000106, 000107.
//!
//! # Source
//!
//! Sites: eu, intl, mainland; source: `zh-cn_topic_00706494271`, `zh-cn_topic_0070649427`,
//! `topic_0070649092`, `eu_000009`.

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
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_00706494271`, `zh-cn_topic_0070649427`,
    /// `topic_0070649092`, `eu_000009`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Id of the order that was paid.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_00706494271`, `zh-cn_topic_0070649427`,
    /// `topic_0070649092`, `eu_000009`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Id of the order line for which the instance is created. In the examples it is the order
    /// id, a hyphen and six digits.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_00706494271`, `zh-cn_topic_0070649427`,
    /// `topic_0070649092`, `eu_000009`.
    #[validate(max_chars = 64)]
    pub order_line_id: String,
    /// Business id of the platform, a UUID in the examples. It is different on every request,
    /// also when the same order is sent again. The value of the first request is recommended as
    /// `instanceId`.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_00706494271`, `zh-cn_topic_0070649427`,
    /// `topic_0070649092`, `eu_000009`.
    #[validate(max_chars = 64)]
    pub business_id: String,
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
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_00706494271`, `zh-cn_topic_0070649427`,
    /// `topic_0070649092`, `eu_000009`.
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
    /// Result code. The codes of the creation group apply besides the two listed here.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// On eu: The row is not known on this site and taken to be the same.
    ///
    /// Sites: eu, intl, mainland; source: `guide_4eef2101`, `zh-cn_topic_00706494271`,
    /// `topic_0070649092`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// On eu: The row is not known on this site and taken to be the same.
    ///
    /// Sites: eu, intl, mainland; source: `guide_4eef2101`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
    /// Id of the instance, made by the merchant and globally unique. It is the merchant's name
    /// for this purchase from now on.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// On the international and European sites the duty to return it stands in the text; the
    /// row itself is not known there.
    ///
    /// Sites: eu, intl, mainland; source: `guide_4eef2101`.
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
