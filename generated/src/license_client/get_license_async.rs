// Written by `koo generate`; do not edit.

//! `getLicenseAsync`: Requesting a license asynchronously (异步申请License).
//!
//! Asks the merchant to make a license. The reply carries none; the merchant pushes the license
//! with `uploadLicense` once it exists, with `eventId` in the path.
//!
//! When: A user asks for a license in ISCDesk, and the platform passes the request on.
//!
//! # Rules
//!
//! - Push the license with `uploadLicense` as soon as it exists, with `eventId` as `event_id`.
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `eventId`, `deviceFingerprint`.
//!
//! A repeated request must yield the license that was already made, because an upload may have
//! broken off. Without a `deviceFingerprint` the `eventId` alone tells.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! Nothing is documented, but the platform may send the request again.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000004, 000005, 000900, 000901, 000902, 000903.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649255`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ResultCode, TestFlag};

/// What the caller sends: Requesting a license asynchronously (异步申请License).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct GetLicenseAsyncRequest {
    /// Says that this request asks for a license.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649255`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Id of the instance, as the merchant returned it when the instance was created.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649255`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Start of the validity, in UTC.
    ///
    /// Mandatory; at most 32 characters; yyyy-MM-dd HH:mm:ss 'z', UTC.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649255`.
    #[validate(max_chars = 32, format = timestamp("yyyy-MM-dd HH:mm:ss 'z'"))]
    pub effective_time: String,
    /// End of the validity, in UTC. Products for a period need it; answer 000902 when it is
    /// missing.
    ///
    /// Optional; at most 32 characters; yyyy-MM-dd HH:mm:ss 'z', UTC.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649255`, `zh-cn_topic_0070649288`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 32, format = timestamp("yyyy-MM-dd HH:mm:ss 'z'"))]
    pub expire_time: Option<String>,
    /// Number of this request at the platform. The upload of the license names it.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649255`.
    #[validate(max_chars = 64)]
    pub event_id: String,
    /// Device fingerprint or hardware code for licenses that are bound to a device. Answer
    /// 000903 when the license needs it and it is missing.
    ///
    /// Optional; at most 1024 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649255`, `zh-cn_topic_0070649288`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 1024)]
    pub device_fingerprint: Option<String>,
    /// Marks a request of the debug console or of probing. `0`, the default, is a real request.
    /// Check and answer a debug request as usual, but leave business data alone.
    ///
    /// Optional; at most 2 characters; 0 if absent.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649255`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub test_flag: Option<TestFlag>,
}

impl GetLicenseAsyncRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        instance_id: impl Into<String>,
        effective_time: impl Into<String>,
        event_id: impl Into<String>,
    ) -> Self {
        Self {
            activity: Activity::GetLicenseAsync,
            instance_id: instance_id.into(),
            effective_time: effective_time.into(),
            expire_time: None,
            event_id: event_id.into(),
            device_fingerprint: None,
            test_flag: None,
        }
    }
}

impl Request for GetLicenseAsyncRequest {
    const INTERFACE: &'static str = "getLicenseAsync";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = GetLicenseAsyncReply;

    fn idempotency_key(&self) -> Option<String> {
        let key = [
            Self::INTERFACE,
            &self.event_id,
            self.device_fingerprint.as_deref().unwrap_or_default(),
        ];
        Some(key.join("\u{1f}"))
    }
}

/// What is answered: Requesting a license asynchronously (异步申请License).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct GetLicenseAsyncReply {
    /// Result code. The other codes apply besides the two listed here.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649255`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649255`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl GetLicenseAsyncReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
