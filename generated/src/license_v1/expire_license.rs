// Written by `koo generate`; do not edit.

//! `expireLicense`: Expire a license (License过期).
//!
//! Says that a license has ended. It counts, while `expireTime` of `getLicense` is only an
//! estimate.
//!
//! When: A license has reached its end.
//!
//! # Rules
//!
//! - Freeze the license and delete nothing, as the SaaS guide V1.0 has it.
//!
//! # Repeated calls
//!
//! A repeated call must answer success, which is concluded from the general rule. Decide by the
//! state of the license and never by the record of an earlier call, because it may expire, be
//! renewed, and expire again.
//!
//! The error is shown under production interface messages in the seller console and mailed to
//! the customer service mailbox and the account. After the repair restart the call there, or
//! ask partner@huaweicloud.com to call again.
//!
//! The call is made once, as those for renewal and release are.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: mainland; source: `expire_license_fragment`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ResultCode};

/// What the caller sends: Expire a license (License过期).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ExpireLicenseRequest {
    /// Says that this request expires a license.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: mainland; source: `expire_license_fragment`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Id of the order of the purchase.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `expire_license_fragment`; concluded, not printed.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Id of the instance, as the merchant returned it when the instance was created.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `expire_license_fragment`; concluded, not printed.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Time at which the request was sent, in UTC. It is a signed parameter like the others and
    /// also the second part of the key of the signature, so use it exactly as it arrives. Do
    /// not insist on 17 digits. No limit on its age is documented.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmssSSS`, UTC.
    ///
    /// Sites: mainland; source: `expire_license_fragment`; concluded, not printed.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
}

impl ExpireLicenseRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        order_id: impl Into<String>,
        instance_id: impl Into<String>,
        time_stamp: impl Into<String>,
    ) -> Self {
        Self {
            activity: Activity::ExpireLicense,
            order_id: order_id.into(),
            instance_id: instance_id.into(),
            time_stamp: time_stamp.into(),
        }
    }
}

impl Request for ExpireLicenseRequest {
    const INTERFACE: &'static str = "expireLicense";
    type Reply = ExpireLicenseReply;
}

/// What is answered: Expire a license (License过期).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ExpireLicenseReply {
    /// Result code. 000000 means success.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `expire_license_fragment`; concluded, not printed.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `expire_license_fragment`; concluded, not printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl ExpireLicenseReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
