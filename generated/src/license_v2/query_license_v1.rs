// Written by `koo generate`; do not edit.

//! `queryLicenseV1`: Querying authorization codes: Single code (查询授权码(必选)).
//!
//! Asks for one authorization code.
//!
//! When: After activation, on the first use of the software each day. No call is needed on a
//! day without use.
//!
//! # Rules
//!
//! - Read status and expiry and let them control the software.
//! - The reply may gain members. Ignore those that are not documented here.
//!
//! # Repeated calls
//!
//! The call only reads.
//!
//! When mkt.myhuaweicloud.com cannot be reached, send the call to the same path on
//! mkt.myhuaweicloud.cn.
//!
//! # Result codes
//!
//! 92020000, 92020001, 92020002, 92020005, 92020011, 92020020, 95000001, 95000002, 95000003,
//! 95000004\.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649245`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{HeartbeatInfo, LicenseInfo, ResultCode};

/// What the caller sends: Querying authorization codes: Single code (查询授权码(必选)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct QueryLicenseV1Request {
    /// Authorization code to query.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649245`.
    #[redact]
    #[validate(max_chars = 64)]
    pub license: String,
    /// Who uses the software.
    ///
    /// Optional.
    ///
    /// Deprecated: Report usage through the usage interface instead. Old clients may keep
    /// sending the member.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649245`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub heartbeat_info: Option<HeartbeatInfo>,
}

impl QueryLicenseV1Request {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(license: impl Into<String>) -> Self {
        Self {
            license: license.into(),
            heartbeat_info: None,
        }
    }
}

impl Request for QueryLicenseV1Request {
    const INTERFACE: &'static str = "queryLicenseV1";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &[
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v1/license/heartbeat",
    ];
    type Reply = QueryLicenseV1Reply;
}

/// What is answered: Querying authorization codes: Single code (查询授权码(必选)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct QueryLicenseV1Reply {
    /// Result code. Treat a code that is not listed as another error.
    ///
    /// Mandatory; at most 16 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649245`.
    #[validate(max_chars = 16, nested)]
    pub error_code: ResultCode,
    /// Text that explains the result code.
    ///
    /// Mandatory; at most 1024 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649245`.
    #[validate(max_chars = 1024)]
    pub error_msg: String,
    /// Details of the code.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649245`.
    #[validate(nested)]
    pub data: LicenseInfo,
}

impl QueryLicenseV1Reply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(error_msg: impl Into<String>, data: LicenseInfo) -> Self {
        Self {
            error_code: ResultCode::default(),
            error_msg: error_msg.into(),
            data,
        }
    }
}
