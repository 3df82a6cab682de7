// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::{OpenEnum, Redact, Validate};
use serde::{Deserialize, Serialize};

/// Which scene a request is for. All of them arrive at the same address.
///
/// Sites: mainland.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Activity {
    /// New purchase.
    #[wire("newInstance")]
    NewInstance,
    /// Renewal, conversion of a trial, or a renewal that was cancelled.
    #[wire("refreshInstance")]
    RefreshInstance,
    /// Freeze or unfreeze.
    #[wire("updateInstanceStatus")]
    UpdateInstanceStatus,
    /// Release after expiry or unsubscription.
    #[wire("releaseInstance")]
    ReleaseInstance,
    /// Request for a license.
    #[wire("getLicenseAsync")]
    GetLicenseAsync,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Status an instance is to take.
///
/// Sites: mainland.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum InstanceStatus {
    /// The instance becomes unusable, and its data are kept.
    #[wire("FREEZE")]
    Freeze,
    /// The instance becomes usable again.
    #[wire("UNFREEZE")]
    Unfreeze,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Whether a license is text or a file.
///
/// Sites: mainland; source: `zh-cn_topic_0070649351`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum LicenseKind {
    /// License text.
    #[wire("CHARACTERS")]
    Characters,
    /// License file.
    #[wire("FILE")]
    File,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// The JSON part of an upload. It says what the license is, and carries it if it is text.
///
/// Sites: mainland; source: `zh-cn_topic_0070649351`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct LicenseUpload {
    /// Kind of license.
    ///
    /// Mandatory; at most 10 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[validate(max_chars = 10, nested)]
    pub r#type: LicenseKind,
    /// Name of the license file.
    ///
    /// Conditional; at most 1024 characters.
    ///
    /// Needed: The member type is FILE.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[serde(rename = "file_name", default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 1024)]
    pub file_name: Option<String>,
    /// SHA-256 of the license file. The example has 64 hexadecimal digits in lower case.
    ///
    /// Conditional; at most 1024 characters.
    ///
    /// Needed: The member type is FILE.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 1024)]
    pub sha256: Option<String>,
    /// License text.
    ///
    /// Conditional; at most 1024 characters.
    ///
    /// Needed: The member type is CHARACTERS.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649351`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 1024)]
    pub characters: Option<String>,
}

impl LicenseUpload {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(r#type: LicenseKind) -> Self {
        Self {
            r#type,
            file_name: None,
            sha256: None,
            characters: None,
        }
    }
}

/// Why an instance is updated.
///
/// Sites: mainland; source: `zh-cn_topic_0070649252`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Scene {
    /// A trial was turned into a formal subscription.
    #[wire("TRIAL_TO_FORMAL")]
    TrialToFormal,
    /// The subscription was renewed.
    #[wire("RENEWAL")]
    Renewal,
    /// A renewal period was unsubscribed, so the expiry may move backwards.
    #[wire("UNSUBSCRIBE_RENEWAL_PERIOD")]
    UnsubscribeRenewalPeriod,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Whether a request is a debug request.
///
/// Sites: mainland.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum TestFlag {
    /// Debug request.
    #[wire("1")]
    Debug,
    /// Real request.
    #[wire("0")]
    Real,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
