// Written by `koo generate`; do not edit.

//! `authSyncV1`: User authorisation sync (V1.0) (租户应用授权信息同步接口).
//!
//! Tells the merchant which users of a tenant may use the application, and in which role. V1.0
//! of `authSync`.
//!
//! When: An administrator of the enterprise grants, changes or withdraws the application for
//! users. It is also called when the seller applies for a test account.
//!
//! # Rules
//!
//! - Parse the text of `userList` as JSON. It holds at most 500 users.
//! - Key local accounts by tenant and `userName`, because `userName` is unique inside one
//!   tenant only.
//! - On a delete, do not check whether the instance exists that the base interfaces created.
//!
//! # Repeated calls
//!
//! Instance, tenant, application and `userName` of each element identify the record. A repeated
//! add creates nothing new and answers success, and a repeated delete answers success even when
//! nothing is left. Do not drop a call because its record was seen before.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The administrator of the enterprise decides whether to go on, and the merchant is told by
//! SMS or e-mail.
//!
//! The call is asynchronous. No automatic interval is documented.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000005.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649111`, `saascenter_0139_0143`, `guide_7a5e6212`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::ResultCode;

/// What the caller sends: User authorisation sync (V1.0) (租户应用授权信息同步接口).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AuthSyncV1Request {
    /// Id of the instance, as the merchant returned it for the order. It is empty while the
    /// seller applies for an application credential or debugs, and filled for buyers.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Id of the tenant, the same value as in the tenant sync.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[validate(max_chars = 64)]
    pub tenant_id: String,
    /// Id of the application, from its credential, the same value as in the application sync.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[validate(max_chars = 64)]
    pub app_id: String,
    /// The users concerned, at most 500 in a call. It is a string that holds a JSON array whose
    /// elements are of the type UserV1.
    ///
    /// Mandatory; length not documented; JSON inside the text.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[redact]
    #[validate(format = json)]
    pub user_list: String,
    /// Time of this synchronisation, 17 digits in UTC+8.
    ///
    /// Mandatory; length not documented; `yyyyMMddHHmmssSSS`, Beijing time.
    ///
    /// The layout was read off the example.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[validate(format = timestamp("yyyyMMddHHmmssSSS"))]
    pub current_sync_time: String,
    /// Kind of change.
    ///
    /// Mandatory; at most 2 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    pub flag: i64,
    /// Whether the data are real or come from debugging.
    ///
    /// Mandatory; at most 2 characters.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    pub test_flag: i64,
    /// Time of the call, 17 digits in UTC+8.
    ///
    /// Mandatory; length not documented; `yyyyMMddHHmmssSSS`, Beijing time.
    ///
    /// The layout was read off the examples.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[validate(format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
}

impl Request for AuthSyncV1Request {
    const INTERFACE: &'static str = "authSyncV1";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/produceAPI/authSync"];
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == 1;
    type Reply = AuthSyncV1Reply;
}

/// What is answered: User authorisation sync (V1.0) (租户应用授权信息同步接口).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AuthSyncV1Reply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl AuthSyncV1Reply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
