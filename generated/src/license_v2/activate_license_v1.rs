// Written by `koo generate`; do not edit.

//! `activateLicenseV1`: Activating authorization codes: Single code (激活授权码(必选)).
//!
//! Activates one authorization code and answers its details.
//!
//! When: After the purchase, when the customer hands in the code. The moment counts as the real
//! start of the service, and the service supervision passes its activation step by itself once
//! the code is active.
//!
//! # Rules
//!
//! - Verify the certificate of the platform strictly.
//! - A code that the buyer has not picked up yet is answered with 92020004. Try again after the
//!   pick-up.
//! - Business errors come with HTTP status 200, so look at `error_code`.
//!
//! # Repeated calls
//!
//! A code must not be activated twice. A second call is answered with 92020003.
//!
//! The platform does not repeat anything. When mkt.myhuaweicloud.com cannot be reached, send
//! the call to the same path on mkt.myhuaweicloud.cn.
//!
//! # Result codes
//!
//! 92020000, 92020001, 92020002, 92020003, 92020004, 92020005, 92020020, 95000001, 95000002,
//! 95000003, 95000004.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649244`, `guide_22b6fdfe`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{ActivatedLicense, ResultCode};

/// What the caller sends: Activating authorization codes: Single code (激活授权码(必选)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ActivateLicenseV1Request {
    /// Authorization code to activate.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649244`.
    #[redact]
    #[validate(max_chars = 64)]
    pub license: String,
    /// Time of the real delivery, that is, when the software takes effect, in UTC.
    ///
    /// Optional; at most 16 characters; `yyyyMMddHHmmss`, UTC.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649244`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 16, format = timestamp("yyyyMMddHHmmss"))]
    pub real_effect_time: Option<String>,
}

impl ActivateLicenseV1Request {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(license: impl Into<String>) -> Self {
        Self {
            license: license.into(),
            real_effect_time: None,
        }
    }
}

impl Request for ActivateLicenseV1Request {
    const INTERFACE: &'static str = "activateLicenseV1";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &[
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v1/license/activate",
    ];
    type Reply = ActivateLicenseV1Reply;
}

/// What is answered: Activating authorization codes: Single code (激活授权码(必选)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ActivateLicenseV1Reply {
    /// Result code. Treat a code that is not listed as another error.
    ///
    /// Mandatory; at most 16 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649244`.
    #[validate(max_chars = 16, nested)]
    pub error_code: ResultCode,
    /// Text that explains the result code.
    ///
    /// Mandatory; at most 1024 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649244`.
    #[validate(max_chars = 1024)]
    pub error_msg: String,
    /// Details of the activated code.
    ///
    /// Optional.
    ///
    /// The table prints a slash for the length.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649244`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub data: Option<ActivatedLicense>,
}

impl ActivateLicenseV1Reply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(error_msg: impl Into<String>) -> Self {
        Self {
            error_code: ResultCode::default(),
            error_msg: error_msg.into(),
            data: None,
        }
    }
}
