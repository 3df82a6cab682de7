// Written by `koo generate`; do not edit.

//! `orderNotify`: Order notification (订单通知接口).
//!
//! Tells the merchant that an order was paid. It brings ids only; what was bought is read from
//! the order query. All access types can have it (SaaS, License, API, hardware, professional
//! service and so on). Image products are not supported yet.
//!
//! When: An order of a covered product was paid. The nodes are new purchase, renewal, change
//! and unsubscription.
//!
//! # Rules
//!
//! - Call `queryOrder` with the ids of the notification to learn what was bought.
//! - Only HTTP status 200 with content type application/json and `resultCode` 000000 is
//!   success. Everything else is a failure and is tried again.
//! - Bind a production address in the seller console to access types, to single products, or to
//!   both. An overlap still gives one notification for each order.
//! - One access type or product is bound to one production address only. Remove the old binding
//!   before you change it.
//! - It is served over HTTPS with TLS 1.2 or newer and a certificate of a trusted authority,
//!   under a domain name. A bare IP address is not accepted.
//! - The platform calls from addresses that are not fixed, so an allow-list by IP address is
//!   not possible.
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `orderId`, `orderLineId`.
//!
//! Answer success again to a repeated notification. The rule is a conclusion.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The caller tries again for 3h.
//!
//! The platform stops. It tells the merchant by mail to the address bound to the account, and
//! lists the failure among the service interface messages (生产接口消息) of the seller console,
//! where the merchant can restart the call by hand, also after the 3 hours.
//!
//! The interval between the tries is not printed.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000004, 000005.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0000002091799153`, `zh-cn_topic_0000002091799149`,
//! `usermanual_zh-cn_topic_0000002091799149`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ResultCode, TestFlag};

/// What the caller sends: Order notification (订单通知接口).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OrderNotifyRequest {
    /// Says that this request is an order notification.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000002091799153`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Id of the order.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000002091799153`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Id of the order line.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000002091799153`.
    #[validate(max_chars = 64)]
    pub order_line_id: String,
    /// Marks a debug call. Check and answer it as usual, but leave business data alone.
    ///
    /// Mandatory; at most 2 characters; 0 if absent.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000002091799153`.
    #[validate(max_chars = 2, nested)]
    pub test_flag: TestFlag,
}

impl OrderNotifyRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        order_id: impl Into<String>,
        order_line_id: impl Into<String>,
        test_flag: TestFlag,
    ) -> Self {
        Self {
            activity: Activity::OrderNotify,
            order_id: order_id.into(),
            order_line_id: order_line_id.into(),
            test_flag,
        }
    }
}

impl Request for OrderNotifyRequest {
    const INTERFACE: &'static str = "orderNotify";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == TestFlag::Debug;
    type Reply = OrderNotifyReply;

    fn idempotency_key(&self) -> Option<String> {
        Some([Self::INTERFACE, &self.order_id, &self.order_line_id].join("\u{1f}"))
    }
}

/// What is answered: Order notification (订单通知接口).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OrderNotifyReply {
    /// Outcome of the call.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000002091799153`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000002091799153`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl OrderNotifyReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
