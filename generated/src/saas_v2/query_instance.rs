// Written by `koo generate`; do not edit.

//! `queryInstance`: Querying instance information (查询实例信息).
//!
//! Asks for the access data and the usage of one or several instances. The answer is shown to
//! the buyer.
//!
//! When: The platform polls after `newInstance` until the query succeeds. It also asks while a
//! buyer opens the resource details of a purchased service, and in probing.
//!
//! # Rules
//!
//! - `instanceId` may name several instances joined with commas, at most 100. Answer one
//!   element of info for each.
//! - The official sample answers 000002 when `instanceId` is blank or names more than 100
//!   instances.
//! - Leave `appInfo` out only when the access data reach the customer another way, such as by
//!   SMS or e-mail.
//! - While provisioning is still running, answer 000004 so that the platform keeps polling.
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
//! The caller tries again until it succeeds.
//!
//! Polled after `newInstance` until it succeeds. The interval is not documented.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005.
//!
//! # Source
//!
//! Sites: eu, intl, mainland; source: `zh-cn_topic_0070649428`, `topic_0070649093`,
//! `eu_000010`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, InstanceInfo, ResultCode, TestFlag};

/// What the caller sends: Querying instance information (查询实例信息).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct QueryInstanceRequest {
    /// Says that this request queries instances.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649428`, `topic_0070649093`,
    /// `eu_000010`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Ids of the instances to look up, one id or up to 100 joined with commas.
    ///
    /// Mandatory; at most 100 characters; up to 100 elements of at most 64 characters, joined
    /// with commas.
    ///
    /// The printed limit is not enforced, see the erratum "query-instance-id-length".
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649428`, `topic_0070649093`,
    /// `eu_000010`.
    #[validate(format = comma_list(max_items = 100, max_chars_each = 64))]
    pub instance_id: String,
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
    /// On intl: values 1; Real requests leave the parameter out.
    ///
    /// On mainland: values 1; Real requests leave the parameter out.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649428`, `topic_0070649093`,
    /// `eu_000010`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub test_flag: Option<TestFlag>,
}

impl QueryInstanceRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(instance_id: impl Into<String>) -> Self {
        Self {
            activity: Activity::QueryInstance,
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

/// What is answered: Querying instance information (查询实例信息).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct QueryInstanceReply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649428`, `topic_0070649093`,
    /// `eu_000010`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649428`, `topic_0070649093`,
    /// `eu_000010`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
    /// Appears only inside an example reply, and no table defines it. Leave it out unless a
    /// test shows that the platform wants it.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `guide_395ef846`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encrypt_type: Option<String>,
    /// One element for each instance of the query.
    ///
    /// Optional.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649428`, `topic_0070649093`,
    /// `eu_000010`.
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
