// Written by `koo generate`; do not edit.

//! `refreshLicense`: Renew a license (License续费).
//!
//! Gives a license a new end. Products that are sold by period must have it.
//!
//! When: A renewal was paid, or a trial became a formal purchase.
//!
//! # Rules
//!
//! - Find the license by `instanceId`, because the order is a new one.
//! - When this call fails, the resource of the customer may be released.
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `orderId`, `instanceId`.
//!
//! A repeated call must not extend twice and is answered with success; every renewal has a new
//! `orderId`. The rule is concluded from the general one.
//!
//! The error is shown under production interface messages in the seller console and mailed to
//! the customer service mailbox and the account. After the repair restart the call there, or
//! ask partner@huaweicloud.com to call again.
//!
//! The call is made once.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0000001353381237`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, PeriodType, ResultCode};

/// What the caller sends: Renew a license (License续费).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct RefreshLicenseRequest {
    /// Says that this request renews a license.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353381237`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Id of the order of the renewal, not of the purchase.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353381237`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Id of the instance, as the merchant returned it when the instance was created.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353381237`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// New id of the product. It is sent when the period type changed on renewal or conversion.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353381237`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub product_id: Option<String>,
    /// New end of the license.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmss`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353381237`.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmss"))]
    pub expire_time: String,
    /// Time at which the request was sent, in UTC. It is a signed parameter like the others and
    /// also the second part of the key of the signature, so use it exactly as it arrives. Do
    /// not insist on 17 digits. No limit on its age is documented.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmssSSS`, UTC.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353381237`.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
    /// Period type. It is sent for period sale (`chargingMode` 1).
    ///
    /// Optional; at most 10 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353381237`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 10, nested)]
    pub period_type: Option<PeriodType>,
    /// Number of periods, such as 1, 2 or 3. It is sent for period sale (`chargingMode` 1).
    ///
    /// Optional; at most 2 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353381237`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_number: Option<i64>,
}

impl RefreshLicenseRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        order_id: impl Into<String>,
        instance_id: impl Into<String>,
        expire_time: impl Into<String>,
        time_stamp: impl Into<String>,
    ) -> Self {
        Self {
            activity: Activity::RefreshLicense,
            order_id: order_id.into(),
            instance_id: instance_id.into(),
            product_id: None,
            expire_time: expire_time.into(),
            time_stamp: time_stamp.into(),
            period_type: None,
            period_number: None,
        }
    }
}

impl Request for RefreshLicenseRequest {
    const INTERFACE: &'static str = "refreshLicense";
    type Reply = RefreshLicenseReply;

    fn idempotency_key(&self) -> Option<String> {
        Some([Self::INTERFACE, &self.order_id, &self.instance_id].join("\u{1f}"))
    }
}

/// What is answered: Renew a license (License续费).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct RefreshLicenseReply {
    /// Result code. 000000 means success.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353381237`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353381237`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl RefreshLicenseReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
