// Written by `koo generate`; do not edit.

//! `expireInstance`: Expiration (商品过期).
//!
//! Freezes an instance whose term has ended. Its data are kept.
//!
//! When: A purchased product has reached its end.
//!
//! # Rules
//!
//! - Freeze the instance but keep its data. The freeze period lasts up to 15 days, depending on
//!   the level of the customer, and a renewal within it makes the instance usable again.
//!
//! # Repeated calls
//!
//! The pages name `instanceId` as what makes two calls the same, and a repeated call must
//! answer success without being processed again. Decide by the state of the instance and never
//! by the record of an earlier call, because an instance may expire, be renewed, and expire
//! again.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The caller tries again for 1h.
//!
//! The platform stops. The merchant repairs the interface, then restarts the call among the
//! production interface messages (Application Tools > Service Interface Messages, Restart
//! Debugging, on the international site).
//!
//! Pages of different age name different intervals, and one fragment says once only.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: intl, mainland; source: `zh-cn_topic_0070649055`, `zh-cn_topic_0070649181`,
//! `en-us_topic_0070649055`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ResultCode, TestFlag};

/// What the caller sends: Expiration (商品过期).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ExpireInstanceRequest {
    /// Says that this request expires an instance.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649055`, `zh-cn_topic_0070649181`,
    /// `en-us_topic_0070649055`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Id of the instance to freeze.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649055`, `zh-cn_topic_0070649181`,
    /// `en-us_topic_0070649055`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Id of the order of the purchase.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Every table marks it as mandatory, yet every printed example lacks it.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649055`, `zh-cn_topic_0070649181`,
    /// `en-us_topic_0070649055`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Time at which the request was sent, in UTC. It is a signed parameter like the others and
    /// also the second part of the key of the signature, so use it exactly as it arrives. Do
    /// not insist on 17 digits. No limit on its age is documented.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmssSSS`, UTC.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649055`, `zh-cn_topic_0070649181`,
    /// `en-us_topic_0070649055`.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
    /// Marks a call of the debug console or of probing. Treat only `1` as a debug call, and an
    /// absent value and `0` as a real one. A debug call must not create orders, users or
    /// charges.
    ///
    /// Optional; at most 1 character.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// On intl: at most 2 characters; values 1, 0; 0 if absent; A text. Real calls may carry
    /// `0`, which is also the default.
    ///
    /// On mainland: values 1; An integer. Real calls leave the parameter out.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649055`, `zh-cn_topic_0070649181`,
    /// `en-us_topic_0070649055`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 1, nested)]
    pub test_flag: Option<TestFlag>,
}

impl ExpireInstanceRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        instance_id: impl Into<String>,
        order_id: impl Into<String>,
        time_stamp: impl Into<String>,
    ) -> Self {
        Self {
            activity: Activity::ExpireInstance,
            instance_id: instance_id.into(),
            order_id: order_id.into(),
            time_stamp: time_stamp.into(),
            test_flag: None,
        }
    }
}

impl Request for ExpireInstanceRequest {
    const INTERFACE: &'static str = "expireInstance";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = ExpireInstanceReply;
}

/// What is answered: Expiration (商品过期).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ExpireInstanceReply {
    /// Result code. Only 000000 counts as success.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649055`, `zh-cn_topic_0070649181`,
    /// `en-us_topic_0070649055`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649055`, `zh-cn_topic_0070649181`,
    /// `en-us_topic_0070649055`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl ExpireInstanceReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
