// Written by `koo generate`; do not edit.

//! `queryLicenseV2`: Querying authorization codes: Batch (查询授权码(必选)).
//!
//! Asks for several authorization codes. Only the address and the existence of this version are
//! certain; its tables are not known.
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
use serde_json::Value;

use super::ResultCode;

/// What the caller sends: Querying authorization codes: Batch (查询授权码(必选)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct QueryLicenseV2Request {
    /// Authorization codes to query. Name and type are taken from the batch activation.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649245`; concluded, not printed.
    #[redact]
    pub license_list: Vec<String>,
}

impl QueryLicenseV2Request {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(license_list: Vec<String>) -> Self {
        Self { license_list }
    }
}

impl Request for QueryLicenseV2Request {
    const INTERFACE: &'static str = "queryLicenseV2";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &[
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v2/license/heartbeat",
    ];
    type Reply = QueryLicenseV2Reply;
}

/// What is answered: Querying authorization codes: Batch (查询授权码(必选)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct QueryLicenseV2Reply {
    /// Result code. Treat a code that is not listed as another error.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649245`; concluded, not printed.
    #[validate(nested)]
    pub error_code: ResultCode,
    /// Text that explains the result code.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649245`; concluded, not printed.
    pub error_msg: String,
    /// Details of the codes, presumably one LicenseInfo for each. The form is not known.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649245`; concluded, not printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Value>,
}

impl QueryLicenseV2Reply {
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
