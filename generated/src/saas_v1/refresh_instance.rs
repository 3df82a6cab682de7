// Written by `koo generate`; do not edit.

//! `refreshInstance`: Renewal (商品续费).
//!
//! Gives an instance a new end of service.
//!
//! When: A renewal was paid, a trial became a paid order, or, on newer mainland pages, a
//! renewal was cancelled (退续费).
//!
//! # Rules
//!
//! - Find the instance by `instanceId`, because the order is a new one.
//! - Make a frozen instance usable again.
//! - The debug case must pass with and without `productId`, and without `trialToFormal` and
//!   with 1.
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `orderId`, `instanceId`.
//!
//! A repeated order must not extend the instance twice and is answered with success. The pages
//! name `orderId` as the key. A repeated call has the same `instanceId`, too; as a part of the
//! key it keeps an order for a second instance, should there be one, from being answered with
//! the record of the first.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The caller tries again for 1h.
//!
//! The platform stops. The merchant repairs the interface, then restarts the call among the
//! production interface messages or writes to partner@huaweicloud.com.
//!
//! An older copy says that the call is made once only.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
//! `en-us_topic_0070649014`.

use koo_runtime::call::Request;
use koo_runtime::{Decimal, Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, RenewalPeriod, ResultCode, TestFlag, TrialToFormal};

/// What the caller sends: Renewal (商品续费).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct RefreshInstanceRequest {
    /// Says that this request renews an instance.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
    /// `en-us_topic_0070649014`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Id of the order of the renewal or of its cancellation, not of the purchase.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
    /// `en-us_topic_0070649014`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Id of the instance, as the merchant returned it when the instance was created.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
    /// `en-us_topic_0070649014`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// New id of the product, when the renewal changes the period type or a trial is converted.
    ///
    /// Optional; at most 64 characters; since 2018-05-12.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
    /// `en-us_topic_0070649014`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub product_id: Option<String>,
    /// New end of the service.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmss`.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
    /// `en-us_topic_0070649014`.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmss"))]
    pub expire_time: String,
    /// Whether the call converts a trial. Without it there is no conversion.
    ///
    /// Optional; at most 2 characters; since 2018-05-12.
    ///
    /// On intl: The text also speaks of a trial that becomes pay-per-use, without a value for
    /// it.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
    /// `en-us_topic_0070649014`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub trial_to_formal: Option<TrialToFormal>,
    /// Time at which the request was sent, in UTC. It is a signed parameter like the others and
    /// also the second part of the key of the signature, so use it exactly as it arrives. Do
    /// not insist on 17 digits. No limit on its age is documented.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmssSSS`, UTC.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
    /// `en-us_topic_0070649014`.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
    /// Period type of the renewal. It is sent for products for a period, not for one-time ones.
    ///
    /// Optional; at most 10 characters.
    ///
    /// The table names `chargingMode` 1 and 3, which this call does not carry.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
    /// `en-us_topic_0070649014`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 10, nested)]
    pub period_type: Option<RenewalPeriod>,
    /// Number of periods, such as 1, 2 or 3. It is sent for products for a period, not for
    /// one-time ones.
    ///
    /// Optional; at most 2 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
    /// `en-us_topic_0070649014`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_number: Option<i64>,
    /// Amount of the order, with at most three decimals, in CNY on the mainland site and in USD
    /// on the international one. It is 0 or more for a renewal and negative for a cancelled
    /// one.
    ///
    /// Optional; at most 20 characters; at most 20 digits, 3 of them after the point.
    ///
    /// The type is printed as bigdecimal. An older copy has neither a length nor the negative
    /// case.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
    /// `en-us_topic_0070649014`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 20, decimal(20, 3))]
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
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
    /// `en-us_topic_0070649014`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 1, nested)]
    pub test_flag: Option<TestFlag>,
}

impl RefreshInstanceRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        order_id: impl Into<String>,
        instance_id: impl Into<String>,
        expire_time: impl Into<String>,
        time_stamp: impl Into<String>,
    ) -> Self {
        Self {
            activity: Activity::RefreshInstance,
            order_id: order_id.into(),
            instance_id: instance_id.into(),
            product_id: None,
            expire_time: expire_time.into(),
            trial_to_formal: None,
            time_stamp: time_stamp.into(),
            period_type: None,
            period_number: None,
            order_amount: None,
            test_flag: None,
        }
    }
}

impl Request for RefreshInstanceRequest {
    const INTERFACE: &'static str = "refreshInstance";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = RefreshInstanceReply;

    fn idempotency_key(&self) -> Option<String> {
        Some([Self::INTERFACE, &self.order_id, &self.instance_id].join("\u{1f}"))
    }
}

/// What is answered: Renewal (商品续费).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct RefreshInstanceReply {
    /// Result code. Only 000000 counts as success.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
    /// `en-us_topic_0070649014`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
    /// `en-us_topic_0070649014`.
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
