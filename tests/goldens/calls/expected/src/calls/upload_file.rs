// Written by `koo generate`; do not edit.

//! `uploadFile`: Uploading a file (上传).
//!
//! # Source
//!
//! Sites: north, south; source: `calls`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Uploading a file (上传).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UploadFileRequest {
    /// A note.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What is uploaded.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `calls`.
    #[validate(nested)]
    pub info: UploadFileRequestInfo,
    /// The file.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `calls`.
    pub file: Vec<u8>,
    /// Another one.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `calls`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plain: Option<Vec<u8>>,
}

impl UploadFileRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(info: UploadFileRequestInfo, file: Vec<u8>) -> Self {
        Self {
            note: None,
            info,
            file,
            plain: None,
        }
    }
}

/// What is uploaded.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UploadFileRequestInfo {
    /// Name of the file.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    pub name: String,
}

impl UploadFileRequestInfo {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}

impl Request for UploadFileRequest {
    const INTERFACE: &'static str = "uploadFile";
    type Reply = UploadFileReply;
}

/// What is answered: Uploading a file (上传).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct UploadFileReply {}
