// Written by `koo generate`; do not edit.

//! `uploadEventFile`: Uploading a string or a file (字符串/文件流上传).
//!
//! Delivers the result of an asynchronous event to the platform, in practice the license string
//! or the license file of an online License product. The body is multipart/form-data with one
//! JSON part and, for a file, a second part.
//!
//! When: The merchant has made the license string or license file that a call of the platform
//! asked for. The online License guide requires this call together with the order query.
//!
//! # Result codes
//!
//! CBC.0000, CBC.0150, CBC.0101, CBC.0999, 91381033, 91381034, 91381035, 91381036, 91381037,
//! 91381038, 91380150, 92020000, 92020001, 92020002, 92020004, 92020005, APIGW.0301,
//! APIGW.0303, APIGW.0201.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649351`, `saascenter_usermanual_0114`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{ResultCode, UploadKind};

/// What the caller sends: Uploading a string or a file (字符串/文件流上传).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UploadEventFileRequest {
    /// Id of the event. The sample equals the sample of `businessId`, so it is the id that the
    /// triggering call of the platform brought.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[serde(rename = "event_id")]
    #[validate(max_chars = 64)]
    pub event_id: String,
    /// What is uploaded, as a JSON object (application/json).
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[validate(nested)]
    pub isv_update_file_req: UploadEventFileRequestIsvUpdateFileReq,
    /// Content of the file.
    ///
    /// Conditional.
    ///
    /// Needed: The member type of `isvUpdateFileReq` is FILE.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Vec<u8>>,
}

impl UploadEventFileRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        event_id: impl Into<String>,
        isv_update_file_req: UploadEventFileRequestIsvUpdateFileReq,
    ) -> Self {
        Self {
            event_id: event_id.into(),
            isv_update_file_req,
            file: None,
        }
    }
}

/// What is uploaded, as a JSON object (application/json).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UploadEventFileRequestIsvUpdateFileReq {
    /// Whether a string or a file is uploaded.
    ///
    /// Mandatory; at most 10 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[validate(max_chars = 10, nested)]
    pub r#type: UploadKind,
    /// Name of the file.
    ///
    /// Conditional; at most 1024 characters.
    ///
    /// Needed: The member type is FILE.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[serde(rename = "file_name", default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 1024)]
    pub file_name: Option<String>,
    /// SHA-256 of the file, in lower-case hexadecimal digits as in the sample.
    ///
    /// Conditional; at most 1024 characters; hexadecimal digits.
    ///
    /// Needed: The member type is FILE.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 1024, format = hex)]
    pub sha256: Option<String>,
    /// The string, such as a license.
    ///
    /// Conditional; at most 1024 characters.
    ///
    /// Needed: The member type is CHARACTERS.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 1024)]
    pub characters: Option<String>,
}

impl UploadEventFileRequestIsvUpdateFileReq {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(r#type: UploadKind) -> Self {
        Self {
            r#type,
            file_name: None,
            sha256: None,
            characters: None,
        }
    }
}

impl Request for UploadEventFileRequest {
    const INTERFACE: &'static str = "uploadEventFile";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &[
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v1/market-event/{event_id}/file",
    ];
    type Reply = UploadEventFileReply;
}

/// What is answered: Uploading a string or a file (字符串/文件流上传).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct UploadEventFileReply {
    /// Outcome of the call.
    ///
    /// Mandatory; at most 16 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[validate(max_chars = 16, nested)]
    pub error_code: ResultCode,
    /// Text of the outcome.
    ///
    /// Mandatory; at most 1024 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[validate(max_chars = 1024)]
    pub error_msg: String,
}

impl UploadEventFileReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(error_msg: impl Into<String>) -> Self {
        Self {
            error_code: ResultCode::default(),
            error_msg: error_msg.into(),
        }
    }
}
