// Written by `koo generate`; do not edit.

//! `tenantSync`: Enterprise sync (企业同步).
//!
//! Tells the merchant which enterprise an order belongs to, that it changed, or that it left.
//!
//! When: A buyer binds the bought application to an enterprise, unbinds it or dissolves the
//! enterprise (both flag 0), or the name or domain of the tenant changes. It is also called
//! when the seller creates an application credential.
//!
//! # Rules
//!
//! - Store `tenantId` and `domainName` for each tenant. The login of its users needs them.
//! - On a delete, do not check whether the instance exists that the base interfaces created.
//! - After a delete the order may be bound to another tenant.
//!
//! # Repeated calls
//!
//! Instance and tenant identify the record. A repeated add creates nothing new and answers
//! success, and a repeated delete answers success even when nothing is left. Add, delete and
//! add again are three calls, so do not drop a call because its record was seen before.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The buyer decides whether to try again, and the merchant is told by SMS or e-mail.
//!
//! No automatic interval is documented.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000005.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649433`, `guide_396fd955`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::ResultCode;

/// What the caller sends: Enterprise sync (企业同步).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct TenantSyncRequest {
    /// Id of the instance, as the merchant returned it for the order. It is empty while the
    /// seller applies for an application credential or debugs, and filled for buyers.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Order id of the platform. It is empty while the seller applies for an application
    /// credential or debugs, and filled for buyers.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Id of the tenant, that is, of the enterprise in the authentication centre.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`.
    #[validate(max_chars = 64)]
    pub tenant_id: String,
    /// Short name of the enterprise. It leads the login of its users to the right domain.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`.
    #[validate(max_chars = 64)]
    pub tenant_code: String,
    /// Name of the enterprise.
    ///
    /// Mandatory; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`.
    #[validate(max_chars = 255)]
    pub name: String,
    /// Domain of the authentication centre of the tenant. Every OAuth and CAS call for this
    /// tenant goes there. Accept it with and without https:// in front.
    ///
    /// Mandatory; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`.
    #[validate(max_chars = 255)]
    pub domain_name: String,
    /// Kind of change.
    ///
    /// Mandatory; at most 2 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`.
    pub flag: i64,
    /// Whether the data are real or come from debugging.
    ///
    /// Mandatory; at most 2 characters.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`.
    pub test_flag: i64,
    /// Time of the call, 17 digits in UTC+8.
    ///
    /// Mandatory; length not documented; `yyyyMMddHHmmssSSS`, Beijing time.
    ///
    /// The layout was read off the examples.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`.
    #[validate(format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
}

impl Request for TenantSyncRequest {
    const INTERFACE: &'static str = "tenantSync";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/produceAPI/v2/tenantSync"];
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == 1;
    type Reply = TenantSyncReply;
}

/// What is answered: Enterprise sync (企业同步).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct TenantSyncReply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl TenantSyncReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
