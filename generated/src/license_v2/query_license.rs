// Written by `koo generate`; do not edit.

//! `queryLicense`: Querying authorization codes (查询授权码(必选)).
//!
//! Asks for status and expiry of authorization codes, which control whether the software may be
//! used. Version 1 takes a single code; version 2 takes several. Either is enough for access.
//! The interface was formerly called heartbeat (授权码心跳检测).
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

/// What the caller sends: Querying authorization codes (查询授权码(必选)).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct QueryLicenseRequest {}

impl Request for QueryLicenseRequest {
    const INTERFACE: &'static str = "queryLicense";
    type Reply = QueryLicenseReply;
}

/// What is answered: Querying authorization codes (查询授权码(必选)).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct QueryLicenseReply {}
