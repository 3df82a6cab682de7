// Written by `koo generate`; do not edit.

//! `changeInstanceCheck`: Verifying a change upon renewal (续费变更校验).
//!
//! Asks whether an instance can take another product on renewal. Nothing changes yet.
//!
//! When: A buyer asks, while renewing, to raise or lower the specification or to scale in or
//! out. The platform calls before it accepts the change.
//!
//! # Rules
//!
//! - Answer whether this instance can take the target product.
//! - For a downgrade, compare the current usage with the smaller quota and refuse when it would
//!   be exceeded.
//! - Change nothing. The change itself arrives later as `refreshInstance` with the scene
//!   `RENEWAL_CHANGE`.
//!
//! # Repeated calls
//!
//! The call only checks.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! Nothing is documented.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000005.
//!
//! # Source
//!
//! Sites: intl, mainland; source: `zh-cn_topic_0000002411753620`,
//! `en-us_topic_0000002464934193`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ProductInfo, ResultCode, TestFlag};

/// What the caller sends: Verifying a change upon renewal (续费变更校验).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ChangeInstanceCheckRequest {
    /// Says that this request checks a change.
    ///
    /// Mandatory; at most 32 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0000002411753620`,
    /// `en-us_topic_0000002464934193`.
    #[validate(max_chars = 32, nested)]
    pub activity: Activity,
    /// Id of the instance, as the merchant returned it when the instance was created.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0000002411753620`,
    /// `en-us_topic_0000002464934193`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Target product of the change. Accept a JSON object and also a string that holds one as
    /// JSON.
    ///
    /// Mandatory.
    ///
    /// The pages do not define its members.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0000002411753620`,
    /// `en-us_topic_0000002464934193`.
    #[validate(nested)]
    pub product_info: ProductInfo,
    /// Marks a request of the debug console or of probing. Treat only `1` as a debug request,
    /// and an absent or empty value and `0` as a real one. Check and sign a debug request as
    /// usual and answer well-formed success, but leave business data alone.
    ///
    /// Optional; at most 2 characters.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// On intl: values 1; Real requests leave the parameter out.
    ///
    /// On mainland: values 1; Real requests leave the parameter out.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0000002411753620`,
    /// `en-us_topic_0000002464934193`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub test_flag: Option<TestFlag>,
}

impl ChangeInstanceCheckRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(instance_id: impl Into<String>, product_info: ProductInfo) -> Self {
        Self {
            activity: Activity::ChangeInstanceCheck,
            instance_id: instance_id.into(),
            product_info,
            test_flag: None,
        }
    }
}

impl Request for ChangeInstanceCheckRequest {
    const INTERFACE: &'static str = "changeInstanceCheck";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = ChangeInstanceCheckReply;
}

/// What is answered: Verifying a change upon renewal (续费变更校验).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ChangeInstanceCheckReply {
    /// Result code, 000000 when the change is possible. No code for a refusal is documented.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0000002411753620`,
    /// `en-us_topic_0000002464934193`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0000002411753620`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl ChangeInstanceCheckReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
