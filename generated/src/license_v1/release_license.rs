// Written by `koo generate`; do not edit.

//! `releaseLicense`: Release a license (License释放).
//!
//! Says that a license is given up. The merchant may delete the instance.
//!
//! When: A license expired and was not renewed within the retention period, or the buyer
//! unsubscribed successfully.
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `instanceId`.
//!
//! A repeated call must answer success, which is concluded from the general rule. A release is
//! final: `instanceId` is unique over all purchases, so what is bought later has another one.
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
//! Sites: mainland; source: `zh-cn_topic_0000001353261785`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ResultCode};

/// What the caller sends: Release a license (License释放).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseLicenseRequest {
    /// Says that this request releases a license.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353261785`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Id of the order of the original purchase, not of the unsubscription.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353261785`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Id of the instance, as the merchant returned it when the instance was created.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353261785`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Time at which the request was sent, in UTC. It is a signed parameter like the others and
    /// also the second part of the key of the signature, so use it exactly as it arrives. Do
    /// not insist on 17 digits. No limit on its age is documented.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmssSSS`, UTC.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353261785`.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
}

impl ReleaseLicenseRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        order_id: impl Into<String>,
        instance_id: impl Into<String>,
        time_stamp: impl Into<String>,
    ) -> Self {
        Self {
            activity: Activity::ReleaseLicense,
            order_id: order_id.into(),
            instance_id: instance_id.into(),
            time_stamp: time_stamp.into(),
        }
    }
}

impl Request for ReleaseLicenseRequest {
    const INTERFACE: &'static str = "releaseLicense";
    type Reply = ReleaseLicenseReply;

    fn idempotency_key(&self) -> Option<String> {
        Some([Self::INTERFACE, &self.instance_id].join("\u{1f}"))
    }
}

/// What is answered: Release a license (License释放).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseLicenseReply {
    /// Result code. 000000 means success.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353261785`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000001353261785`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl ReleaseLicenseReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
