// Written by `koo generate`; do not edit.

//! `releaseInstance`: Releasing an instance (释放实例).
//!
//! Deletes an instance that the buyer gave up or did not renew.
//!
//! When: An instance expired and was not renewed in time, or the buyer unsubscribed from it.
//!
//! # Rules
//!
//! - Delete the instance.
//! - A request with `orderId` is an unsubscription; one without it is a release after expiry,
//!   which is a conclusion.
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `instanceId`.
//!
//! Releasing an instance that is already released must succeed, be it for another `orderId`.
//! The rule is concluded from the general one and from the V1.0 page. A release is final:
//! `instanceId` is globally unique, so what is bought later has another one.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! Nothing is documented on the known pages.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: eu, intl, mainland; source: `zh-cn_topic_0070649431`, `topic_0070649096`,
//! `eu_000013`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ResultCode, TestFlag};

/// What the caller sends: Releasing an instance (释放实例).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseInstanceRequest {
    /// Says that this request releases an instance.
    ///
    /// Mandatory; at most 32 characters.
    ///
    /// The pages call this the expiry scenario. V2.0 has no interface `expireInstance` of its
    /// own.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649431`, `topic_0070649096`,
    /// `eu_000013`.
    #[validate(max_chars = 32, nested)]
    pub activity: Activity,
    /// Id of the instance, as the merchant returned it when the instance was created.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649431`, `topic_0070649096`,
    /// `eu_000013`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Id of the order of the unsubscription.
    ///
    /// Conditional; at most 64 characters.
    ///
    /// Needed: The release was caused by an unsubscription.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649431`, `topic_0070649096`,
    /// `eu_000013`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub order_id: Option<String>,
    /// Id of the order line.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649431`, `topic_0070649096`,
    /// `eu_000013`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub order_line_id: Option<String>,
    /// Marks a request of the debug console or of probing. Treat only `1` as a debug request,
    /// and an absent or empty value and `0` as a real one. Check and sign a debug request as
    /// usual and answer well-formed success, but leave business data alone.
    ///
    /// Optional; at most 2 characters.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// On eu: values 1, 0; 0 if absent; Real requests may carry `0`, which is also the default.
    ///
    /// On intl: values 1, 0; 0 if absent; The copy of 2024, the newest known, still lists `0`
    /// and has it as the default.
    ///
    /// On mainland: values 1; Real requests leave the parameter out.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649431`, `topic_0070649096`,
    /// `eu_000013`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub test_flag: Option<TestFlag>,
}

impl ReleaseInstanceRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(instance_id: impl Into<String>) -> Self {
        Self {
            activity: Activity::ReleaseInstance,
            instance_id: instance_id.into(),
            order_id: None,
            order_line_id: None,
            test_flag: None,
        }
    }
}

impl Request for ReleaseInstanceRequest {
    const INTERFACE: &'static str = "releaseInstance";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = ReleaseInstanceReply;

    fn idempotency_key(&self) -> Option<String> {
        Some([Self::INTERFACE, &self.instance_id].join("\u{1f}"))
    }
}

/// What is answered: Releasing an instance (释放实例).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseInstanceReply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649431`, `topic_0070649096`,
    /// `eu_000013`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649431`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl ReleaseInstanceReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
