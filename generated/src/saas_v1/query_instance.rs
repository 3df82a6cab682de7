// Written by `koo generate`; do not edit.

//! `queryInstance`: Instance Query (查询实例信息).
//!
//! Asks for the access data and the usage of one or several instances. The answer is shown to
//! the buyer.
//!
//! When: A buyer looks at purchased instances.
//!
//! # Rules
//!
//! - Return the current usage of pay-per-use products and the used part of packages as they are
//!   at the moment of the call.
//!
//! # Repeated calls
//!
//! The call only reads.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! No figure is documented.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: intl, mainland; source: `zh-cn_topic_0070649185`, `guide_060db51a`,
//! `saascenter_usermanual_0137`, `topic_0070649081`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, EncryptType, InstanceInfo, ResultCode, TestFlag};

/// What the caller sends: Instance Query (查询实例信息).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct QueryInstanceRequest {
    /// Says that this request queries instances.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649185`, `guide_060db51a`,
    /// `saascenter_usermanual_0137`, `topic_0070649081`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Time at which the request was sent, in UTC. It is a signed parameter like the others and
    /// also the second part of the key of the signature, so use it exactly as it arrives. Do
    /// not insist on 17 digits. No limit on its age is documented.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmssSSS`, UTC.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649185`, `guide_060db51a`,
    /// `saascenter_usermanual_0137`, `topic_0070649081`.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
    /// Ids of the instances to look up, one id or up to 100 joined with commas.
    ///
    /// Mandatory; at most 64 characters; up to 100 elements of at most 64 characters, joined
    /// with commas.
    ///
    /// The printed limit is not enforced, see the erratum "query-instance-id-length".
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649185`, `guide_060db51a`,
    /// `saascenter_usermanual_0137`, `topic_0070649081`.
    #[validate(format = comma_list(max_items = 100, max_chars_each = 64))]
    pub instance_id: String,
    /// Marks a call of the debug console or of probing. Treat only `1` as a debug call, and an
    /// absent value and `0`, which is the default, as a real one.
    ///
    /// Optional; at most 2 characters; 0 if absent.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649185`, `guide_060db51a`,
    /// `saascenter_usermanual_0137`, `topic_0070649081`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub test_flag: Option<TestFlag>,
}

impl QueryInstanceRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(time_stamp: impl Into<String>, instance_id: impl Into<String>) -> Self {
        Self {
            activity: Activity::QueryInstance,
            time_stamp: time_stamp.into(),
            instance_id: instance_id.into(),
            test_flag: None,
        }
    }
}

impl Request for QueryInstanceRequest {
    const INTERFACE: &'static str = "queryInstance";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = QueryInstanceReply;
}

/// What is answered: Instance Query (查询实例信息).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct QueryInstanceReply {
    /// Result code. Only 000000 counts as success.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649185`, `guide_060db51a`,
    /// `saascenter_usermanual_0137`, `topic_0070649081`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649185`, `guide_060db51a`,
    /// `saascenter_usermanual_0137`, `topic_0070649081`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
    /// Algorithm under which `userName` and password of `appInfo` are encrypted. Without it
    /// they are under AES-256.
    ///
    /// Optional; at most 3 characters; 1 if absent.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649185`, `guide_060db51a`,
    /// `saascenter_usermanual_0137`, `topic_0070649081`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 3, nested)]
    pub encrypt_type: Option<EncryptType>,
    /// One element for each instance of the query.
    ///
    /// Optional.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649185`, `guide_060db51a`,
    /// `saascenter_usermanual_0137`, `topic_0070649081`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub info: Option<Vec<InstanceInfo>>,
}

impl QueryInstanceReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
