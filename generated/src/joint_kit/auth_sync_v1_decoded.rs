// Written by `koo generate`; do not edit.

//! `authSyncV1Decoded`: User authorisation sync (V1.0): The list inside the text
//! (租户应用授权信息同步接口).
//!
//! What `userList` holds once its text is parsed as JSON. On the wire it is always text in
//! V1.0, and V2.0 sends the array itself.
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

use super::{ResultCode, UserV1};

/// What the caller sends: User authorisation sync (V1.0): The list inside the text
/// (租户应用授权信息同步接口).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AuthSyncV1DecodedRequest {
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
    /// The users concerned.
    ///
    /// Mandatory; at most 500 elements.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[validate(max_items = 500, nested)]
    pub user_list: Vec<UserV1>,
}

impl Request for AuthSyncV1DecodedRequest {
    const INTERFACE: &'static str = "authSyncV1Decoded";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/produceAPI/authSync"];
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == 1;
    type Reply = AuthSyncV1DecodedReply;
}

/// What is answered: User authorisation sync (V1.0): The list inside the text
/// (租户应用授权信息同步接口).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AuthSyncV1DecodedReply {
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

impl AuthSyncV1DecodedReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
