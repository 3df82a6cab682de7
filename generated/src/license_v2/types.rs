// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::{OpenEnum, Redact, Validate};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What the activation of a single authorization code answers.
///
/// Sites: mainland; source: `zh-cn_topic_0070649244`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ActivatedLicense {
    /// Details of the code as JSON text inside the string. LicenseCodeInfo describes the
    /// document. Its order id and expiry are for information only.
    ///
    /// Mandatory; at most 1024 characters; JSON inside the text.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649244`.
    #[validate(max_chars = 1024, format = json)]
    pub license_code_info: String,
}

impl ActivatedLicense {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(license_code_info: impl Into<String>) -> Self {
        Self {
            license_code_info: license_code_info.into(),
        }
    }
}

/// Which notice a request is. All of them arrive at the same address.
///
/// Sites: mainland.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Activity {
    /// Renewal, or a renewal period that was unsubscribed.
    #[wire("refreshLicenseCode")]
    RefreshLicenseCode,
    /// Freeze or unfreeze.
    #[wire("updateLicenseCodeStatus")]
    UpdateLicenseCodeStatus,
    /// Release after expiry or unsubscription.
    #[wire("releaseLicenseCode")]
    ReleaseLicenseCode,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Who uses the software, as older clients report it with the query.
///
/// The object may be extended. Only the mandatory members are checked.
///
/// Sites: mainland; source: `zh-cn_topic_0070649245`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct HeartbeatInfo {
    /// Mark of the end user that is unique in the merchant's software, such as an account id or
    /// a device code.
    ///
    /// Mandatory; at most 256 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649245`.
    #[redact]
    #[validate(max_chars = 256)]
    pub third_party_account: String,
    /// IP address from which the customer logs in.
    ///
    /// Optional; at most 32 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649245`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 32)]
    pub ip: Option<String>,
}

impl HeartbeatInfo {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(third_party_account: impl Into<String>) -> Self {
        Self {
            third_party_account: third_party_account.into(),
            ip: None,
        }
    }
}

/// The document that `license_code_info` holds as JSON text. Only an example shows it, so types
/// are those of the example, and any member may be absent.
///
/// Sites: mainland; source: `zh-cn_topic_0070649244`.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct LicenseCodeInfo {
    /// State of the code. The example shows ALIVE only; the query lists further states.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649244`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub status: Option<Status>,
    /// Estimated expiry. Rely on the query instead.
    ///
    /// Optional; length not documented; `yyyyMMddHHmmss`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649244`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(format = timestamp("yyyyMMddHHmmss"))]
    pub expire_time: Option<String>,
    /// Product id.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649244`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
    /// Order id.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649244`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
    /// Quantity attribute of the specification that was bought. It is a number without quotes
    /// in the example.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649244`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
}

/// State of an authorization code.
///
/// Sites: mainland; source: `zh-cn_topic_0070649245`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum LicenseCodeStatus {
    /// The code is valid.
    #[wire("ALIVE")]
    Alive,
    /// The code has expired.
    #[wire("EXPIRED")]
    Expired,
    /// The code was released.
    #[wire("RELEASED")]
    Released,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// What the query of a single authorization code answers. It may gain members, so ignore
/// unknown ones.
///
/// Sites: mainland; source: `zh-cn_topic_0070649245`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct LicenseInfo {
    /// Authorization code.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649245`.
    #[redact]
    #[validate(max_chars = 64)]
    pub license_code: String,
    /// State of the code. Let it control the software.
    ///
    /// Mandatory; at most 10 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649245`.
    #[validate(max_chars = 10, nested)]
    pub status: LicenseCodeStatus,
    /// Time of activation. Its type and form are not known.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649245`; read in a fragment only.
    pub activate_time: Value,
    /// Expiry of the code. The page says that the query answers the expiry; the name is taken
    /// from the activation, and type and form are not known.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649245`; concluded, not printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expire_time: Option<Value>,
}

impl LicenseInfo {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        license_code: impl Into<String>,
        status: LicenseCodeStatus,
        activate_time: Value,
    ) -> Self {
        Self {
            license_code: license_code.into(),
            status,
            activate_time,
            expire_time: None,
        }
    }
}

/// Status that the resource behind an authorization code is to take.
///
/// Sites: mainland; source: `zh-cn_topic_0070649168`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum RequestedStatus {
    /// The resource becomes unusable, and its data are kept.
    #[wire("FREEZE")]
    Freeze,
    /// The resource becomes usable again.
    #[wire("UNFREEZE")]
    Unfreeze,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Why the validity of an authorization code changes.
///
/// Sites: mainland; source: `zh-cn_topic_0070649167`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Scene {
    /// The code was renewed.
    #[wire("RENEWAL")]
    Renewal,
    /// A renewal period was unsubscribed, so the expiry may move backwards.
    #[wire("UNSUBSCRIBE_RENEWAL_PERIOD")]
    UnsubscribeRenewalPeriod,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// One usage record. It names either a client or a number of clients, never both.
///
/// Sites: mainland; source: `zh-cn_topic_0000002290055385`.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct SoftwareUsageInfo {
    /// Mark by which a client logs in, such as an account id or a device code. The platform
    /// counts active clients by it.
    ///
    /// Conditional; at most 256 characters.
    ///
    /// Needed: Exactly one of id and `active_num` is reported.
    ///
    /// Needed when `!(present(active_num))`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000002290055385`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "!present(active_num)", max_chars = 256)]
    pub id: Option<String>,
    /// Number of clients that were active that day, of at most 9 digits.
    ///
    /// Conditional; at most 9 characters.
    ///
    /// Needed: Exactly one of id and `active_num` is reported.
    ///
    /// Needed when `!(present(id))`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000002290055385`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "!present(id)")]
    pub active_num: Option<i64>,
}

/// State of the code. The example shows ALIVE only; the query lists further states.
///
/// Sites: mainland; source: `zh-cn_topic_0070649244`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Status {
    /// The code is valid.
    #[wire("ALIVE")]
    Alive,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Usage of the software under one authorization code.
///
/// Sites: mainland; source: `zh-cn_topic_0000002290055385`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct Usage {
    /// Authorization code. Codes in the examples begin with PL.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000002290055385`.
    #[redact]
    #[validate(max_chars = 64)]
    pub license: String,
    /// Usage records of the code, at most 100. The name has a capital I.
    ///
    /// Mandatory; at most 100 characters each; at most 100 elements.
    ///
    /// The printed limit is not enforced, see the erratum "list-length".
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000002290055385`.
    #[serde(rename = "software_usage_Info")]
    #[validate(max_items = 100, nested)]
    pub software_usage_info: Vec<SoftwareUsageInfo>,
}

impl Usage {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        license: impl Into<String>,
        software_usage_info: Vec<SoftwareUsageInfo>,
    ) -> Self {
        Self {
            license: license.into(),
            software_usage_info,
        }
    }
}

/// What a usage report answers. Only the beginning of one member's name is known.
///
/// Sites: mainland; source: `zh-cn_topic_0000002290055385`.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct UsageReport {
    /// A member whose name begins with `check_fail_`, probably the codes that failed the check.
    /// The star stands for the part of the name that is not known, so look for the member among
    /// the unknown ones.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0000002290055385`; read in a fragment only.
    #[serde(rename = "check_fail_*", default, skip_serializing_if = "Option::is_none")]
    pub check_fail: Option<Value>,
}
