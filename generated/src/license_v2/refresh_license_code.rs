// Written by `koo generate`; do not edit.

//! `refreshLicenseCode`: Updating the validity of an authorization code
//! (更新授权码有效期(可选)).
//!
//! Tells the merchant the new expiry of an authorization code.
//!
//! When: For products sold by month or year, after a renewal was paid or a renewal period was
//! unsubscribed. If the notice fails, the resource behind the code may be released.
//!
//! # Repeated calls
//!
//! Debugging and probing send the same saved case again, so a repeated notice must succeed. Set
//! the expiry to the given value instead of adding a period; this is a conclusion.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The caller tries again every 2m up to 60 times.
//!
//! The platform stops. The failure is listed under service interface messages (生产接口消息) of
//! the seller console, from where the merchant sends it again after a repair. The customer
//! service mailbox and the mailbox of the account are told.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649167`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ResultCode, Scene, TestFlag};

/// What the caller sends: Updating the validity of an authorization code
/// (更新授权码有效期(可选)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct RefreshLicenseCodeRequest {
    /// Says that this notice updates the validity of a code.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649167`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Why the validity changed.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649167`.
    #[validate(max_chars = 64, nested)]
    pub scene: Scene,
    /// Id of the order of this renewal or unsubscription. It is a new id, not that of the
    /// purchase or of an earlier renewal.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649167`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Id of the order line.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649167`.
    #[validate(max_chars = 64)]
    pub order_line_id: String,
    /// Authorization code. Codes in the examples begin with PL.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649167`.
    #[redact]
    #[validate(max_chars = 64)]
    pub license: String,
    /// Id of the new product. It is sent when a renewal or a conversion changes the kind of
    /// period.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649167`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub product_id: Option<String>,
    /// New expiry of the code.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmss`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649167`.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmss"))]
    pub expire_time: String,
    /// Marks a request of the debug console or of probing. `0`, the default, is a real request.
    /// Check and answer a debug request as usual, but leave business data alone.
    ///
    /// Optional; at most 2 characters; 0 if absent.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649167`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub test_flag: Option<TestFlag>,
}

impl RefreshLicenseCodeRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        scene: Scene,
        order_id: impl Into<String>,
        order_line_id: impl Into<String>,
        license: impl Into<String>,
        expire_time: impl Into<String>,
    ) -> Self {
        Self {
            activity: Activity::RefreshLicenseCode,
            scene,
            order_id: order_id.into(),
            order_line_id: order_line_id.into(),
            license: license.into(),
            product_id: None,
            expire_time: expire_time.into(),
            test_flag: None,
        }
    }
}

impl Request for RefreshLicenseCodeRequest {
    const INTERFACE: &'static str = "refreshLicenseCode";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = RefreshLicenseCodeReply;
}

/// What is answered: Updating the validity of an authorization code (更新授权码有效期(可选)).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct RefreshLicenseCodeReply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649167`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649167`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl RefreshLicenseCodeReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
