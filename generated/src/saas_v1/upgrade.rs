// Written by `koo generate`; do not edit.

//! `upgrade`: Upgrade (商品升级).
//!
//! Gives an instance changed attribute values (升配), higher numeric amounts (扩容), or both.
//!
//! When: A buyer has paid an upgrade order.
//!
//! # Rules
//!
//! - The `instanceId` stays the same.
//! - Changed attribute values bring a new `skuCode` and a new `productId`; more of the same
//!   keeps both.
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `orderId`, `instanceId`.
//!
//! A repeated order must not upgrade twice and is answered with success. The order is a new
//! one. The pages name `orderId` as the key; `instanceId` is a part of it here for the same
//! reason as at `refreshInstance`.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The caller tries again for 3h.
//!
//! The order counts as failed and is unsubscribed. Until then the merchant can restart the call
//! among the production interface messages.
//!
//! An older copy adds that it is one call an hour.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: intl, mainland; source: `zh-cn_topic_0213512664`, `zh-cn_topic_0000001297828992`,
//! `en-us_topic_0213512664`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ResultCode, TestFlag};

/// What the caller sends: Upgrade (商品升级).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UpgradeRequest {
    /// Says that this request upgrades an instance.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0213512664`, `zh-cn_topic_0000001297828992`,
    /// `en-us_topic_0213512664`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Id of the instance, which the upgrade does not change.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0213512664`, `zh-cn_topic_0000001297828992`,
    /// `en-us_topic_0213512664`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Id of the upgrade order.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0213512664`, `zh-cn_topic_0000001297828992`,
    /// `en-us_topic_0213512664`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Code of the specification after the upgrade. It changes with attribute values and stays
    /// when only amounts grow.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0213512664`, `zh-cn_topic_0000001297828992`,
    /// `en-us_topic_0213512664`.
    #[validate(max_chars = 64)]
    pub sku_code: String,
    /// Id of the product after the upgrade. It changes like `skuCode`.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0213512664`, `zh-cn_topic_0000001297828992`,
    /// `en-us_topic_0213512664`.
    #[validate(max_chars = 64)]
    pub product_id: String,
    /// Time at which the request was sent, in UTC. It is a signed parameter like the others and
    /// also the second part of the key of the signature, so use it exactly as it arrives. Do
    /// not insist on 17 digits. No limit on its age is documented.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmssSSS`, UTC.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0213512664`, `zh-cn_topic_0000001297828992`,
    /// `en-us_topic_0213512664`.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
    /// New quantity, in pieces or times.
    ///
    /// Optional; at most 7 characters.
    ///
    /// On intl: at most 4 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0213512664`, `zh-cn_topic_0000001297828992`,
    /// `en-us_topic_0213512664`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
    /// New disk size, in GB.
    ///
    /// Optional; at most 7 characters.
    ///
    /// On intl: at most 4 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0213512664`, `zh-cn_topic_0000001297828992`,
    /// `en-us_topic_0213512664`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disk_size: Option<i64>,
    /// New bandwidth, in Mbps.
    ///
    /// Optional; at most 7 characters.
    ///
    /// On intl: at most 4 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0213512664`, `zh-cn_topic_0000001297828992`,
    /// `en-us_topic_0213512664`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band_width: Option<i64>,
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
    /// Sites: intl, mainland; source: `zh-cn_topic_0213512664`, `zh-cn_topic_0000001297828992`,
    /// `en-us_topic_0213512664`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 1, nested)]
    pub test_flag: Option<TestFlag>,
    /// Further parameters that the merchant defined when publishing and the buyer filled in. It
    /// is a JSON list of SaasExtendParam, in base64, URL-encoded. Undo the two encodings from
    /// the outside in; most servers have already URL-decoded the query.
    ///
    /// Optional; length not documented; URL-encoded base64 of JSON.
    ///
    /// The table lacks the row; the printed example has it.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0213512664`, `zh-cn_topic_0000001297828992`,
    /// `en-us_topic_0213512664`; read in a fragment only.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(format = url_encoded_base64_json)]
    pub saas_extend_params: Option<String>,
}

impl UpgradeRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        instance_id: impl Into<String>,
        order_id: impl Into<String>,
        sku_code: impl Into<String>,
        product_id: impl Into<String>,
        time_stamp: impl Into<String>,
    ) -> Self {
        Self {
            activity: Activity::Upgrade,
            instance_id: instance_id.into(),
            order_id: order_id.into(),
            sku_code: sku_code.into(),
            product_id: product_id.into(),
            time_stamp: time_stamp.into(),
            amount: None,
            disk_size: None,
            band_width: None,
            test_flag: None,
            saas_extend_params: None,
        }
    }
}

impl Request for UpgradeRequest {
    const INTERFACE: &'static str = "upgrade";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = UpgradeReply;

    fn idempotency_key(&self) -> Option<String> {
        Some([Self::INTERFACE, &self.order_id, &self.instance_id].join("\u{1f}"))
    }
}

/// What is answered: Upgrade (商品升级).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UpgradeReply {
    /// Result code. Only 000000 counts as success.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0213512664`, `zh-cn_topic_0000001297828992`,
    /// `en-us_topic_0213512664`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0213512664`, `zh-cn_topic_0000001297828992`,
    /// `en-us_topic_0213512664`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl UpgradeReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
