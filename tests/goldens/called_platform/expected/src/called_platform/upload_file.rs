// Written by `koo generate`; do not edit.

//! `uploadFile`: Uploading a file (上传).
//!
//! # Result codes
//!
//! 0, A.1, A.9.
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::ResultCode;

/// What the caller sends: Uploading a file (上传).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UploadFileRequest {
    /// What it is.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub about: UploadFileRequestAbout,
    /// The file.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Vec<u8>>,
}

impl UploadFileRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(about: UploadFileRequestAbout) -> Self {
        Self { about, file: None }
    }
}

/// What it is.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UploadFileRequestAbout {
    /// Name.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub name: String,
}

impl UploadFileRequestAbout {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}

impl Request for UploadFileRequest {
    const INTERFACE: &'static str = "uploadFile";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["https://north.example/files"];
    type Reply = UploadFileReply;
}

/// What is answered: Uploading a file (上传).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UploadFileReply {
    /// Code.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub code: ResultCode,
    /// Text.
    ///
    /// Optional; at most 100 characters.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 100)]
    pub text: Option<String>,
}

impl UploadFileReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
