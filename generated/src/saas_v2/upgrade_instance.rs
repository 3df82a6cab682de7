// Written by `koo generate`; do not edit.

//! `upgradeInstance`: Upgrading an instance (实例升级).
//!
//! Gives an instance of a periodic product a higher specification or more capacity.
//!
//! When: A buyer has paid an upgrade order.
//!
//! # Rules
//!
//! - The `instanceId` stays the same; the upgrade has a new `orderId` of its own.
//! - The request does not name the target specification. Read sku, product and quantity from
//!   the order query, then apply and record them.
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `orderId`, `orderLineId`.
//!
//! A repeated request must not upgrade twice and must answer success. Only the V1.0 guide
//! spells this out.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! Nothing is documented on the known pages. The upgrade of V1.0 is repeated for 3 hours and
//! then unsubscribed.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000003, 000004, 000005, 000100.
//!
//! # Source
//!
//! Sites: eu, intl, mainland; source: `zh-cn_topic_0070649432`, `topic_0070649097`,
//! `eu_000014`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Activity, ResultCode, TestFlag};

/// What the caller sends: Upgrading an instance (实例升级).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UpgradeInstanceRequest {
    /// Says that this request upgrades an instance.
    ///
    /// Mandatory; at most 32 characters.
    ///
    /// V1.0 and the License guides use the value upgrade.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649432`, `topic_0070649097`,
    /// `eu_000014`.
    #[validate(max_chars = 32, nested)]
    pub activity: Activity,
    /// Id of the instance, which the upgrade does not change.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649432`, `topic_0070649097`,
    /// `eu_000014`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Id of the new upgrade order.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649432`, `topic_0070649097`,
    /// `eu_000014`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Id of the order line of the upgrade.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649432`, `topic_0070649097`,
    /// `eu_000014`.
    #[validate(max_chars = 64)]
    pub order_line_id: String,
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
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649432`, `topic_0070649097`,
    /// `eu_000014`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2, nested)]
    pub test_flag: Option<TestFlag>,
}

impl UpgradeInstanceRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        instance_id: impl Into<String>,
        order_id: impl Into<String>,
        order_line_id: impl Into<String>,
    ) -> Self {
        Self {
            activity: Activity::UpgradeInstance,
            instance_id: instance_id.into(),
            order_id: order_id.into(),
            order_line_id: order_line_id.into(),
            test_flag: None,
        }
    }
}

impl Request for UpgradeInstanceRequest {
    const INTERFACE: &'static str = "upgradeInstance";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = UpgradeInstanceReply;

    fn idempotency_key(&self) -> Option<String> {
        Some([Self::INTERFACE, &self.order_id, &self.order_line_id].join("\u{1f}"))
    }
}

/// What is answered: Upgrading an instance (实例升级).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UpgradeInstanceReply {
    /// Result code. It is text, because its leading zeros count.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649432`, `topic_0070649097`,
    /// `eu_000014`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649432`, `topic_0070649097`,
    /// `eu_000014`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
}

impl UpgradeInstanceReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
