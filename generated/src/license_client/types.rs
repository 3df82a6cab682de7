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

/// Whether it is an assembly, as text.
///
/// Sites: mainland; source: `zh-cn_topic_0070649276`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Assembly {
    /// An assembly. Open the file that is named like the folder.
    #[wire("true")]
    Assembly,
    /// A single file.
    #[wire("false")]
    SingleFile,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Whether the upgrade is forced, as text.
///
/// Sites: mainland; source: `zh-cn_topic_0070649273`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum FromForceWin {
    /// Forced, and made after the application has closed.
    #[wire("true")]
    Forced,
    /// Not forced. The application decides and answers with UpgradeNotify.
    #[wire("false")]
    NotForced,
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

/// Kind of license.
///
/// Sites: mainland; source: `zh-cn_topic_0070649269`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum LicenseType {
    /// The license is a file.
    #[wire("file")]
    File,
    /// The license is a text.
    #[wire("string")]
    Text,
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

/// How the file was opened.
///
/// Sites: mainland; source: `zh-cn_topic_0070649276`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum OpenType {
    /// Opened.
    #[wire("OpenOnly")]
    OpenOnly,
    /// Opened and checked out.
    #[wire("OpenAndCheckout")]
    OpenAndCheckout,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
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

/// Whether the license was obtained. The name begins with a capital letter, unlike status of
/// `EVENT_SAVE_RESULT`.
///
/// Sites: mainland; source: `zh-cn_topic_0070649269`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Status {
    /// The license was obtained.
    #[wire("success")]
    Success,
    /// No license was obtained.
    #[wire("failed")]
    Failed,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// State of the file. With CHECKIN and OpenOnly, saving to the cloud is not supported.
///
/// Sites: mainland; source: `zh-cn_topic_0070649276`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum WorkState {
    /// Checked in.
    #[wire("CHECKIN")]
    CheckedIn,
    /// Checked out.
    #[wire("CHECKOUT")]
    CheckedOut,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
