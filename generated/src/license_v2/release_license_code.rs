// Written by `koo generate`; do not edit.

//! `releaseLicenseCode`: Releasing an authorization code (释放授权码(可选)).
//!
//! Tells the merchant to release the resource behind an authorization code.
//!
//! When: The product expired and the retention period passed without a renewal, or an
//! unsubscription succeeded.
//!
//! # Repeated calls
//!
//! Debugging and probing send the same saved case again, so a repeated notice must succeed.
//! Releasing a released code is a success; this is a conclusion.
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
//! Sites: mainland; source: `zh-cn_topic_0070649169`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ResultCode, TestFlag};

/// What the caller sends: Releasing an authorization code (释放授权码(可选)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseLicenseCodeRequest {
    /// Says that this notice releases a code.
    ///
    /// Mandatory; at most 32 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649169`.
    #[validate(max_chars = 32, nested)]
    pub activity: Activity,
    /// Authorization code. Codes in the examples begin with PL.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649169`.
    #[redact]
    #[validate(max_chars = 64)]
    pub license: String,
    /// Id of the unsubscription order. It is sent when an unsubscription caused the release.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649169`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub order_id: Option<String>,
    /// Id of the order line.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649169`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub order_line_id: Option<String>,
    /// Marks a request of the debug console or of probing. `0`, the default, is a real request.
    /// Check and answer a debug request as usual, but leave business data alone.
    ///
    /// Optional; at most 2 characters; 0 if absent.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649169`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub test_flag: Option<TestFlag>,
}

impl ReleaseLicenseCodeRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(license: impl Into<String>) -> Self {
        Self {
            activity: Activity::ReleaseLicenseCode,
            license: license.into(),
            order_id: None,
            order_line_id: None,
            test_flag: None,
        }
    }
}

impl Request for ReleaseLicenseCodeRequest {
    const INTERFACE: &'static str = "releaseLicenseCode";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = ReleaseLicenseCodeReply;
}

/// What is answered: Releasing an authorization code (释放授权码(可选)).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseLicenseCodeReply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649169`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649169`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl ReleaseLicenseCodeReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
