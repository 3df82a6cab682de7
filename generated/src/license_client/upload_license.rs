// Written by `koo generate`; do not edit.

//! `uploadLicense`: Uploading a license as text or as a file (字符串/文件流上传).
//!
//! Pushes a license to the platform, as text or as a file. The body is multipart/form-data with
//! a JSON part and, for a file, the file itself.
//!
//! When: The license that `getLicenseAsync` asked for exists.
//!
//! # Rules
//!
//! - Verify the certificate of the platform strictly.
//! - Send `isvUpdateFileReq` as a part of content type application/json, and file as a part
//!   only when type is FILE.
//!
//! # Repeated calls
//!
//! Nothing is documented.
//!
//! The platform does not repeat anything. When mkt.myhuaweicloud.com cannot be reached, send
//! the call to mkt.myhuaweicloud.cn.
//!
//! # Result codes
//!
//! CBC.0000, CBC.0150, CBC.0101, CBC.0999, 91381033, 91381034, 91381035, 91381036, 91381037,
//! 91381038, 91380150.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649351`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{LicenseUpload, ResultCode};

/// What the caller sends: Uploading a license as text or as a file (字符串/文件流上传).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UploadLicenseRequest {
    /// The `eventId` of `getLicenseAsync`.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[serde(rename = "event_id")]
    #[validate(max_chars = 64)]
    pub event_id: String,
    /// Content of the license file.
    ///
    /// Conditional.
    ///
    /// Needed: The member type of `isvUpdateFileReq` is FILE.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Vec<u8>>,
    /// What is uploaded, as a part of content type application/json. It holds everything but
    /// the file.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[validate(nested)]
    pub isv_update_file_req: LicenseUpload,
}

impl UploadLicenseRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(event_id: impl Into<String>, isv_update_file_req: LicenseUpload) -> Self {
        Self {
            event_id: event_id.into(),
            file: None,
            isv_update_file_req,
        }
    }
}

impl Request for UploadLicenseRequest {
    const INTERFACE: &'static str = "uploadLicense";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &[
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v1/market-event/{event_id}/file",
    ];
    type Reply = UploadLicenseReply;
}

/// What is answered: Uploading a license as text or as a file (字符串/文件流上传).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct UploadLicenseReply {
    /// Result code. Treat a code that is not listed as another error.
    ///
    /// Mandatory; at most 16 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[validate(max_chars = 16, nested)]
    pub error_code: ResultCode,
    /// Text that explains the result code.
    ///
    /// Mandatory; at most 1024 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[validate(max_chars = 1024)]
    pub error_msg: String,
}

impl UploadLicenseReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(error_msg: impl Into<String>) -> Self {
        Self {
            error_code: ResultCode::default(),
            error_msg: error_msg.into(),
        }
    }
}
