// Written by `koo generate`; do not edit.

//! `reportSoftwareUsage`: Reporting the usage of the software (授权码软件使用统计(可选)).
//!
//! Reports who uses the software under an authorization code, or how many clients do. At most
//! 100 codes fit into one call.
//!
//! When: After activation, on the first use of the software each day. No call is needed on a
//! day without use.
//!
//! # Rules
//!
//! - Joint License products sold on the public cloud must connect this interface, although its
//!   title says optional.
//! - Name either a client or a number of active clients in each record, never both.
//!
//! # Repeated calls
//!
//! Nothing is documented.
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
//! Sites: mainland; source: `zh-cn_topic_0000002290055385`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{ResultCode, Usage, UsageReport};

/// What the caller sends: Reporting the usage of the software (授权码软件使用统计(可选)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ReportSoftwareUsageRequest {
    /// Usage by authorization code, at most 100 elements.
    ///
    /// Mandatory; at most 100 characters each; at most 100 elements.
    ///
    /// The printed limit is not enforced, see the erratum "list-length".
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000002290055385`.
    #[validate(max_items = 100, nested)]
    pub usage_info: Vec<Usage>,
}

impl ReportSoftwareUsageRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(usage_info: Vec<Usage>) -> Self {
        Self { usage_info }
    }
}

impl Request for ReportSoftwareUsageRequest {
    const INTERFACE: &'static str = "reportSoftwareUsage";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &[
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v2/license/software-usage-info",
    ];
    type Reply = ReportSoftwareUsageReply;
}

/// What is answered: Reporting the usage of the software (授权码软件使用统计(可选)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ReportSoftwareUsageReply {
    /// Result code. Treat a code that is not listed as another error.
    ///
    /// Mandatory; at most 16 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000002290055385`.
    #[validate(max_chars = 16, nested)]
    pub error_code: ResultCode,
    /// Text that explains the result code.
    ///
    /// Mandatory; at most 1024 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000002290055385`.
    #[validate(max_chars = 1024)]
    pub error_msg: String,
    /// What the platform found in the report. Only the beginning of one member's name is known.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000002290055385`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub data: Option<UsageReport>,
}

impl ReportSoftwareUsageReply {
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
