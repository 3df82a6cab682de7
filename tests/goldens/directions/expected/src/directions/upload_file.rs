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
    /// Name of the file.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    pub name: String,
    /// The file.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `calls`.
    pub file: Vec<u8>,
}

impl UploadFileRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(name: impl Into<String>, file: Vec<u8>) -> Self {
        Self { name: name.into(), file }
    }
}

impl Request for UploadFileRequest {
    const INTERFACE: &'static str = "uploadFile";
    type Reply = UploadFileReply;
}

/// What is answered: Uploading a file (上传).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct UploadFileReply {}
