// Written by `koo generate`; do not edit.

//! `applicationSyncV1`: Application credential sync (V1.0) (租户应用信息同步接口).
//!
//! Gives the merchant the OAuth client id and client secret of its application at one tenant.
//! V1.0 of `applicationSync`.
//!
//! When: After the tenant sync, when the application is bound to an enterprise. It is also
//! called when the seller creates an application credential.
//!
//! # Rules
//!
//! - Store `clientId` and the decrypted client secret for each tenant, and never write them
//!   into code.
//! - On a delete, do not check whether the instance exists that the base interfaces created.
//!
//! # Repeated calls
//!
//! Instance, tenant and application identify the record. A repeated add creates nothing new and
//! answers success, and a repeated delete answers success even when nothing is left. Do not
//! drop a call because its record was seen before.
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
//! Sites: mainland; source: `zh-cn_topic_0070649110`, `saascenter_0139_0143`.

use koo_runtime::call::Request;
use koo_runtime::cipher::{CipherError, Decrypt};
use koo_runtime::secret::Secret;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::ResultCode;

/// What the caller sends: Application credential sync (V1.0) (租户应用信息同步接口).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationSyncV1Request {
    /// Id of the instance, as the merchant returned it for the order. It is empty while the
    /// seller applies for an application credential or debugs, and filled for buyers.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649110`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Id of the tenant, the same value as in the tenant sync.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649110`.
    #[validate(max_chars = 64)]
    pub tenant_id: String,
    /// Id of the application, from its credential.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649110`.
    #[validate(max_chars = 64)]
    pub app_id: String,
    /// OAuth client id of this application in the authentication centre of the tenant.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649110`.
    #[validate(max_chars = 64)]
    pub client_id: String,
    /// OAuth client secret of this application at the tenant, encrypted with the public key of
    /// the application credential. Decrypt it and use the clear text at the token endpoint.
    ///
    /// Mandatory; length not documented; encrypted under client-secret.
    ///
    /// The form of the text is not printed; Base64 is presumed.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649110`.
    #[redact]
    pub client_secret: String,
    /// Kind of change.
    ///
    /// Mandatory; at most 2 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649110`.
    pub flag: i64,
    /// Whether the data are real or come from debugging.
    ///
    /// Mandatory; at most 2 characters.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649110`.
    pub test_flag: i64,
    /// Time of the call, 17 digits in UTC+8.
    ///
    /// Mandatory; length not documented; `yyyyMMddHHmmssSSS`, Beijing time.
    ///
    /// The layout was read off the examples.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649110`.
    #[validate(format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
}

impl ApplicationSyncV1Request {
    /// `client_secret` in the clear.
    pub fn client_secret_decrypted(
        &self,
        cipher: &(impl Decrypt + ?Sized),
    ) -> Result<Secret, CipherError> {
        cipher.decrypt(&self.client_secret)
    }
}

impl Request for ApplicationSyncV1Request {
    const INTERFACE: &'static str = "applicationSyncV1";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/produceAPI/applicationSync"];
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == 1;
    type Reply = ApplicationSyncV1Reply;
}

/// What is answered: Application credential sync (V1.0) (租户应用信息同步接口).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationSyncV1Reply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649110`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649110`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl ApplicationSyncV1Reply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
