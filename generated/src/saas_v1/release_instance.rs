// Written by `koo generate`; do not edit.

//! `releaseInstance`: Resource Release (商品资源释放).
//!
//! Deletes an instance and its data.
//!
//! When: The freeze and retention period has ended, the buyer unsubscribed, or a pay-per-use
//! account stays in arrears.
//!
//! # Rules
//!
//! - Delete the instance and its data.
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `instanceId`.
//!
//! A repeated call must not be processed again and is answered with success. A release is
//! final: `instanceId` is unique everywhere, so what is bought later has another one.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The caller tries again for 1h.
//!
//! The platform stops. The merchant repairs the interface, then restarts the call among the
//! production interface messages.
//!
//! An older copy says that the call is made once only.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: intl, mainland; source: `zh-cn_topic_0070649056`, `en-us_topic_0070649056`.

use koo_runtime::call::Request;
use koo_runtime::{Decimal, Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ResultCode, TestFlag};

/// What the caller sends: Resource Release (商品资源释放).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseInstanceRequest {
    /// Says that this request releases an instance.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649056`, `en-us_topic_0070649056`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Id of the instance to delete.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649056`, `en-us_topic_0070649056`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Id of the order of the purchase.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649056`, `en-us_topic_0070649056`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Time at which the request was sent, in UTC. It is a signed parameter like the others and
    /// also the second part of the key of the signature, so use it exactly as it arrives. Do
    /// not insist on 17 digits. No limit on its age is documented.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmssSSS`, UTC.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649056`, `en-us_topic_0070649056`.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
    /// Amount that belongs to the release, with at most three decimals, in CNY on the mainland
    /// site and in USD on the international one.
    ///
    /// Optional; at most 20 characters; not below 0; at most 20 digits, 3 of them after the
    /// point.
    ///
    /// The type is printed as bigdecimal.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649056`, `en-us_topic_0070649056`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 20, decimal(20, 3), minimum = 0)]
    pub order_amount: Option<Decimal>,
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
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649056`, `en-us_topic_0070649056`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 1, nested)]
    pub test_flag: Option<TestFlag>,
}

impl ReleaseInstanceRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        instance_id: impl Into<String>,
        order_id: impl Into<String>,
        time_stamp: impl Into<String>,
    ) -> Self {
        Self {
            activity: Activity::ReleaseInstance,
            instance_id: instance_id.into(),
            order_id: order_id.into(),
            time_stamp: time_stamp.into(),
            order_amount: None,
            test_flag: None,
        }
    }
}

impl Request for ReleaseInstanceRequest {
    const INTERFACE: &'static str = "releaseInstance";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = ReleaseInstanceReply;

    fn idempotency_key(&self) -> Option<String> {
        Some([Self::INTERFACE, &self.instance_id].join("\u{1f}"))
    }
}

/// What is answered: Resource Release (商品资源释放).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseInstanceReply {
    /// Result code. Only 000000 counts as success.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649056`, `en-us_topic_0070649056`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649056`, `en-us_topic_0070649056`.
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
