// Written by `koo generate`; do not edit.

//! `updateLicenseCodeStatus`: Changing the status of an authorization code
//! (变更授权码状态(可选)).
//!
//! Tells the merchant to freeze or unfreeze the resource behind an authorization code.
//!
//! When: The product expired and the grace period passed without a renewal, so the resource is
//! frozen. The notice also unfreezes it.
//!
//! # Rules
//!
//! - Keep the data of the user while the resource is frozen; it can still be renewed.
//!
//! # Repeated calls
//!
//! Debugging and probing send the same saved case again, so a repeated notice must succeed.
//! Freezing a frozen code is a success; this is a conclusion.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The caller tries again every 2m up to 60 times.
//!
//! The platform stops. The merchant sends the notice again from the seller console after a
//! repair.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649168`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, RequestedStatus, ResultCode, TestFlag};

/// What the caller sends: Changing the status of an authorization code (变更授权码状态(可选)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UpdateLicenseCodeStatusRequest {
    /// Says that this notice changes the status of a code.
    ///
    /// Mandatory; at most 32 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649168`.
    #[validate(max_chars = 32, nested)]
    pub activity: Activity,
    /// Authorization code. Codes in the examples begin with PL.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649168`.
    #[redact]
    #[validate(max_chars = 64)]
    pub license: String,
    /// Status the resource behind the code is to take.
    ///
    /// Mandatory; at most 32 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649168`.
    #[validate(max_chars = 32, nested)]
    pub status: RequestedStatus,
    /// Marks a request of the debug console or of probing. `0`, the default, is a real request.
    /// Check and answer a debug request as usual, but leave business data alone.
    ///
    /// Optional; at most 2 characters; 0 if absent.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649168`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub test_flag: Option<TestFlag>,
}

impl UpdateLicenseCodeStatusRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(license: impl Into<String>, status: RequestedStatus) -> Self {
        Self {
            activity: Activity::UpdateLicenseCodeStatus,
            license: license.into(),
            status,
            test_flag: None,
        }
    }
}

impl Request for UpdateLicenseCodeStatusRequest {
    const INTERFACE: &'static str = "updateLicenseCodeStatus";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = UpdateLicenseCodeStatusReply;
}

/// What is answered: Changing the status of an authorization code (变更授权码状态(可选)).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UpdateLicenseCodeStatusReply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649168`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649168`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl UpdateLicenseCodeStatusReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
