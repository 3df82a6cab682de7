// Written by `koo generate`; do not edit.

//! `getLicense`: Obtain a license (new purchase) (获取License).
//!
//! Asks for the license of an order. The merchant makes it and answers with its text.
//!
//! When: A buyer has bought and paid.
//!
//! # Rules
//!
//! - Make an `instanceId` that is unique over all purchases. A good one is the `businessId` of
//!   the first call for the order; a UUID does as well.
//! - Do not act on `expireTime`, which is only an estimate; the license ends with the expire
//!   call.
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `orderId`.
//!
//! A repeated call answers success with the license and the `instanceId` that were made the
//! first time, never with second ones. `businessId` changes on every call and must not be part
//! of the key.
//!
//! The caller tries again every 1h for 3h.
//!
//! The order stays at the step in which the merchant delivers the license. Restart the call
//! among the production interface messages, or deliver by hand on the supervision page. Unlike
//! SaaS, nothing is unsubscribed.
//!
//! When the call succeeds in time, the order moves on to acceptance by the buyer.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000004, 000005, 000100.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0000001353181669`, `guide_e8050184`,
//! `zh-cn_topic_0070649153`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, PeriodType, ResultCode};

/// What the caller sends: Obtain a license (new purchase) (获取License).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct GetLicenseRequest {
    /// Time at which the request was sent, in UTC. It is a signed parameter like the others and
    /// also the second part of the key of the signature, so use it exactly as it arrives. Do
    /// not insist on 17 digits. No limit on its age is documented.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmssSSS`, UTC.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353181669`.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
    /// Says that this request asks for a license.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353181669`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Id of the buyer's Huawei Cloud account. It is unique.
    ///
    /// Mandatory; at most 100 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353181669`.
    #[validate(max_chars = 100)]
    pub customer_id: String,
    /// Account name of the buyer.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353181669`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub customer_name: Option<String>,
    /// Business id of the platform. It is different on every request, also when the same order
    /// is sent again, so it never identifies an order.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353181669`.
    #[validate(max_chars = 64)]
    pub business_id: String,
    /// Id of the order that was paid.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353181669`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Code of the specification that was bought. A renewal keeps it, even when the period type
    /// changes.
    ///
    /// Optional; at most 64 characters.
    ///
    /// The row was seen in full on the oldest edition only.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649153`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub sku_code: Option<String>,
    /// Id of the product. Under one `skuCode` every period type, such as monthly and yearly,
    /// has an id of its own.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// The row was seen in full on the oldest edition only.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649153`.
    #[validate(max_chars = 64)]
    pub product_id: String,
    /// Estimated end of the license, the creation of the order plus the period, for information
    /// only. It is sent for period sale, not for one-time sale.
    ///
    /// Optional; at most 20 characters; `yyyyMMddHHmmss`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649153`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmss"))]
    pub expire_time: Option<String>,
    /// Period type. It is sent for period sale (`chargingMode` 1), not for one-time sale
    /// (`chargingMode` 3).
    ///
    /// Optional; at most 10 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649153`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 10, nested)]
    pub period_type: Option<PeriodType>,
    /// Value of the numeric attribute for quantity.
    ///
    /// Optional.
    ///
    /// The row is cut off behind the type, so the length is unknown. It is 4 for the parameter
    /// of the same name in older copies of the SaaS guide V1.0.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649153`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
}

impl GetLicenseRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        time_stamp: impl Into<String>,
        customer_id: impl Into<String>,
        business_id: impl Into<String>,
        order_id: impl Into<String>,
        product_id: impl Into<String>,
    ) -> Self {
        Self {
            time_stamp: time_stamp.into(),
            activity: Activity::GetLicense,
            customer_id: customer_id.into(),
            customer_name: None,
            business_id: business_id.into(),
            order_id: order_id.into(),
            sku_code: None,
            product_id: product_id.into(),
            expire_time: None,
            period_type: None,
            amount: None,
        }
    }
}

impl Request for GetLicenseRequest {
    const INTERFACE: &'static str = "getLicense";
    type Reply = GetLicenseReply;

    fn idempotency_key(&self) -> Option<String> {
        Some([Self::INTERFACE, &self.order_id].join("\u{1f}"))
    }

    fn vary(&mut self, fresh: &str) {
        self.business_id = fresh.to_owned();
    }
}

/// What is answered: Obtain a license (new purchase) (获取License).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct GetLicenseReply {
    /// Result code. 000000 means success.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `guide_e8050184`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Mandatory; sent always; at most 255 characters.
    ///
    /// Mandatory here, optional in the other three interfaces.
    ///
    /// Sites: mainland; source: `guide_e8050184`.
    #[validate(max_chars = 255)]
    pub result_msg: String,
    /// Id of the instance, made by the merchant and unique. It stays the same over the life of
    /// the license.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Early editions, which had no renewal, expiry or release, left it empty or did not have
    /// it.
    ///
    /// Sites: mainland; source: `guide_e8050184`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Text of the license that is handed to the buyer.
    ///
    /// Mandatory; length not documented.
    ///
    /// The length column is empty.
    ///
    /// Sites: mainland; source: `guide_e8050184`.
    #[redact]
    pub license: String,
}

impl GetLicenseReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        result_msg: impl Into<String>,
        instance_id: impl Into<String>,
        license: impl Into<String>,
    ) -> Self {
        Self {
            result_code: ResultCode::default(),
            result_msg: result_msg.into(),
            instance_id: instance_id.into(),
            license: license.into(),
        }
    }
}
