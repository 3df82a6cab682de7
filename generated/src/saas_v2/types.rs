// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::{Decimal, OpenEnum, Redact, Validate};
use serde::{Deserialize, Serialize};

/// Which interface a request calls. All of them arrive at the same address.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Activity {
    /// New purchase.
    #[wire("newInstance")]
    NewInstance,
    /// Query of instance information.
    #[wire("queryInstance")]
    QueryInstance,
    /// Renewal, conversion of a trial, or a renewal that was cancelled.
    #[wire("refreshInstance")]
    RefreshInstance,
    /// Freeze or unfreeze.
    #[wire("updateInstanceStatus")]
    UpdateInstanceStatus,
    /// Release after expiry or unsubscription.
    #[wire("releaseInstance")]
    ReleaseInstance,
    /// Upgrade.
    #[wire("upgradeInstance")]
    UpgradeInstance,
    /// Check before a change on renewal.
    ///
    /// Since 2025.
    ///
    /// Sites: intl, mainland.
    #[wire("changeInstanceCheck")]
    ChangeInstanceCheck,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// How the customer gets to the application. The platform shows it in the resource details of
/// the purchased service.
///
/// The tables of V2.0 have no encryption rule for `userName`, password and memo, and the
/// official sample returns them in clear text.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AppInfo {
    /// Address of the site for the customer. It may be an address that needs no login.
    ///
    /// Mandatory; at most 512 characters; a URL.
    ///
    /// On eu: The row is not known on this site and taken to be the same.
    ///
    /// Sites: eu, intl, mainland; source: `guide_395ef846`, `topic_0070649093`.
    #[validate(max_chars = 512, format = url)]
    pub front_end_url: String,
    /// Address of the management back office.
    ///
    /// Optional; at most 512 characters; a URL.
    ///
    /// On eu: The row is not known on this site and taken to be the same.
    ///
    /// Sites: eu, intl, mainland; source: `guide_395ef846`, `topic_0070649093`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 512, format = url)]
    pub admin_url: Option<String>,
    /// Account of the administrator, in clear text.
    ///
    /// Optional; at most 128 characters.
    ///
    /// On eu: The row is not known on this site and taken to be the same.
    ///
    /// Sites: eu, intl, mainland; source: `guide_395ef846`, `topic_0070649093`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 128)]
    pub user_name: Option<String>,
    /// Initial password of the administrator, in clear text.
    ///
    /// Optional; at most 128 characters.
    ///
    /// On eu: The row is not known on this site and taken to be the same.
    ///
    /// Sites: eu, intl, mainland; source: `guide_395ef846`, `topic_0070649093`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 128)]
    pub password: Option<String>,
    /// Remarks or further data the customer needs to use the application. Write characters
    /// outside ASCII as JSON escapes, a backslash followed by u and four hexadecimal digits.
    ///
    /// Optional; at most 1024 characters.
    ///
    /// On eu: The row is not known on this site and taken to be the same.
    ///
    /// The length is printed on the mainland page only; the international copy breaks off
    /// inside this row.
    ///
    /// Sites: eu, intl, mainland; source: `guide_395ef846`, `topic_0070649093`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 1024)]
    pub memo: Option<String>,
}

impl AppInfo {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(front_end_url: impl Into<String>) -> Self {
        Self {
            front_end_url: front_end_url.into(),
            admin_url: None,
            user_name: None,
            password: None,
            memo: None,
        }
    }
}

/// What a query returns about one instance.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct InstanceInfo {
    /// Id of the instance that this element describes.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// On eu: The row is not known on this site and taken to be the same.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649428`, `topic_0070649093`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Access data of the application. Leave it out only when the customer gets the access data
    /// another way, such as by SMS or e-mail.
    ///
    /// Optional.
    ///
    /// On eu: The row is not known on this site and taken to be the same.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649428`, `topic_0070649093`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub app_info: Option<AppInfo>,
    /// Usage figures of the instance, one element for each metered item.
    ///
    /// Conditional.
    ///
    /// Needed: The instance is pay-per-use or a pay-per-use package. A package lists every
    /// metered item it contains.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649428`, `guide_395ef846`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub usage_info: Option<Vec<UsageInfo>>,
}

impl InstanceInfo {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(instance_id: impl Into<String>) -> Self {
        Self {
            instance_id: instance_id.into(),
            app_info: None,
            usage_info: None,
        }
    }
}

/// The product to which an instance shall change. The pages do not define its members; it is
/// likely the object of the same name in the order query, which has `productId`, `skuCode` and
/// `linearValue`.
///
/// A merchant's code accepts a JSON object and also a string that holds one as JSON.
///
/// Sites: eu, intl, mainland; source: `zh-cn_topic_0000002411753620`,
/// `en-us_topic_0000002464934193`.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ProductInfo {
    /// Id of the target product.
    ///
    /// Optional; length not documented.
    ///
    /// The only member that a merchant's code reads. Whether it is always there is unknown.
    ///
    /// Sites: intl; source: `code_merchant_java`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
}

/// Why an instance is updated.
///
/// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649429`, `topic_0070649094`,
/// `eu_000011`.
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
    /// The subscription was renewed together with a change of specification or quantity.
    ///
    /// Since 2025.
    ///
    /// Sites: intl, mainland.
    #[wire("RENEWAL_CHANGE")]
    RenewalChange,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Whether a request is a debug request.
///
/// Sites: eu, intl, mainland; source: `zh-cn_topic_00706494271`, `zh-cn_topic_0070649428`,
/// `zh-cn_topic_0070649430`, `topic_0070649092`, `topic_0070649093`,
/// `en-us_topic_0000002464934193`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum TestFlag {
    /// Debug request.
    #[wire("1")]
    Debug,
    /// Real request.
    ///
    /// Sites: eu.
    #[wire("0")]
    Real,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// One usage figure of an instance.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UsageInfo {
    /// Id of the pay-per-use instance to which the figure belongs.
    ///
    /// Conditional; at most 64 characters.
    ///
    /// Needed: The queried instance is a package.
    ///
    /// Sites: mainland; source: `guide_395ef846`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub related_instance_id: Option<String>,
    /// Amount used, with at most four decimals. It is the running total for a pay-per-use
    /// instance and the consumed part for a package.
    ///
    /// Mandatory; at most 20 characters; at most 12 digits, 4 of them after the point.
    ///
    /// Sites: mainland; source: `guide_395ef846`.
    #[validate(max_chars = 20, decimal(12, 4))]
    pub usage_value: Decimal,
    /// Time at which the figure was taken, in UTC.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmssSSS`, UTC.
    ///
    /// Sites: mainland; source: `guide_395ef846`.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmssSSS"))]
    pub statistical_time: String,
    /// Address of a page on which the buyer sees the usage in detail.
    ///
    /// Optional; at most 512 characters; a URL.
    ///
    /// Sites: mainland; source: `guide_395ef846`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 512, format = url)]
    pub dashboard_url: Option<String>,
}

impl UsageInfo {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(usage_value: Decimal, statistical_time: impl Into<String>) -> Self {
        Self {
            related_instance_id: None,
            usage_value,
            statistical_time: statistical_time.into(),
            dashboard_url: None,
        }
    }
}
