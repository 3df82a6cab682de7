// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::cipher::{CipherError, Decrypt, Encrypt};
use koo_runtime::secret::Secret;
use koo_runtime::{Decimal, OpenEnum, Redact, Validate};
use serde::{Deserialize, Serialize};

/// Which interface a request calls. All of them arrive at the same address.
///
/// Sites: intl, mainland.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Activity {
    /// New purchase.
    #[wire("newInstance")]
    NewInstance,
    /// Renewal.
    #[wire("refreshInstance")]
    RefreshInstance,
    /// Expiry.
    #[wire("expireInstance")]
    ExpireInstance,
    /// Release.
    #[wire("releaseInstance")]
    ReleaseInstance,
    /// Upgrade.
    #[wire("upgrade")]
    Upgrade,
    /// Freeze or unfreeze.
    #[wire("instanceStatus")]
    InstanceStatus,
    /// Query of instances.
    #[wire("queryInstance")]
    QueryInstance,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// How the buyer gets to the product.
///
/// Sites: intl, mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AppInfo {
    /// Address that the buyer opens to use the product. Debugging of `newInstance` fails
    /// without it.
    ///
    /// Mandatory; at most 512 characters; a URL.
    ///
    /// Sites: intl, mainland; source: `guide_00a3aa73`, `zh-cn_topic_0070649185`,
    /// `guide_060db51a`, `saascenter_usermanual_0137`, `topic_0070649081`.
    #[validate(max_chars = 512, format = url)]
    pub front_end_url: String,
    /// Address of the management back office.
    ///
    /// Optional; at most 512 characters; a URL.
    ///
    /// Sites: intl, mainland; source: `guide_00a3aa73`, `zh-cn_topic_0070649185`,
    /// `guide_060db51a`, `saascenter_usermanual_0137`, `topic_0070649081`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 512, format = url)]
    pub admin_url: Option<String>,
    /// Account of the administrator for the back office, usually an e-mail address or a phone
    /// number, encrypted under the algorithm that `encryptType` names. The limit counts the
    /// encrypted text with its initial vector, so at most 79 bytes fit.
    ///
    /// Optional; at most 128 characters; encrypted under sensitive-256.
    ///
    /// Sites: intl, mainland; source: `guide_00a3aa73`, `zh-cn_topic_0070649185`,
    /// `guide_060db51a`, `saascenter_usermanual_0137`, `topic_0070649081`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 128)]
    pub user_name: Option<String>,
    /// Initial password of the administrator, encrypted under the algorithm that `encryptType`
    /// names. The limit counts the encrypted text with its initial vector, so at most 79 bytes
    /// fit.
    ///
    /// Optional; at most 128 characters; encrypted under sensitive-256.
    ///
    /// Sites: intl, mainland; source: `guide_00a3aa73`, `zh-cn_topic_0070649185`,
    /// `guide_060db51a`, `saascenter_usermanual_0137`, `topic_0070649081`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 128)]
    pub password: Option<String>,
    /// Anything else the buyer needs to know. Write Chinese text as JSON escapes, a backslash
    /// followed by u and four hexadecimal digits.
    ///
    /// Optional; at most 1024 characters.
    ///
    /// Sites: intl, mainland; source: `guide_00a3aa73`, `zh-cn_topic_0070649185`,
    /// `guide_060db51a`, `saascenter_usermanual_0137`, `topic_0070649081`.
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

impl AppInfo {
    /// `user_name` in the clear; `None` if it is absent.
    pub fn user_name_decrypted(
        &self,
        cipher: &(impl Decrypt + ?Sized),
    ) -> Result<Option<Secret>, CipherError> {
        self.user_name.as_deref().map(|sealed| cipher.decrypt(sealed)).transpose()
    }

    /// Puts a value into `user_name`, encrypted.
    pub fn encrypt_user_name(
        &mut self,
        plain: &str,
        cipher: &(impl Encrypt + ?Sized),
    ) -> Result<(), CipherError> {
        self.user_name = Some(cipher.encrypt(plain)?);
        Ok(())
    }

    /// `password` in the clear; `None` if it is absent.
    pub fn password_decrypted(
        &self,
        cipher: &(impl Decrypt + ?Sized),
    ) -> Result<Option<Secret>, CipherError> {
        self.password.as_deref().map(|sealed| cipher.decrypt(sealed)).transpose()
    }

    /// Puts a value into `password`, encrypted.
    pub fn encrypt_password(
        &mut self,
        plain: &str,
        cipher: &(impl Encrypt + ?Sized),
    ) -> Result<(), CipherError> {
        self.password = Some(cipher.encrypt(plain)?);
        Ok(())
    }
}

/// How an order is charged.
///
/// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum ChargingMode {
    /// Pay-per-use.
    #[wire("0")]
    OnDemand,
    /// For a period, yearly or monthly.
    #[wire("1")]
    Period,
    /// One-time.
    #[wire("3")]
    OneTime,
    /// Pay-per-use package.
    #[wire("5")]
    OnDemandPackage,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Algorithm of encrypted values.
///
/// Sites: intl, mainland; source: `guide_00a3aa73`, `zh-cn_topic_0070649185`,
/// `topic_0070649081`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum EncryptType {
    /// `AES256_CBC_PKCS5Padding`.
    #[wire("1")]
    Aes256,
    /// `AES128_CBC_PKCS5Padding`.
    #[wire("2")]
    Aes128,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// What a query returns about one instance.
///
/// Sites: intl, mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct InstanceInfo {
    /// Id of the instance that this element describes.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649185`, `guide_060db51a`,
    /// `saascenter_usermanual_0137`, `topic_0070649081`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// How the buyer gets to the product. Leave it out only when the buyer gets these data
    /// another way, such as by SMS or e-mail.
    ///
    /// Optional.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649185`, `guide_060db51a`,
    /// `saascenter_usermanual_0137`, `topic_0070649081`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub app_info: Option<AppInfo>,
    /// Usage figures. Return them for pay-per-use instances and packages; a package has one
    /// element for each metered item it contains.
    ///
    /// Optional.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649185`, `guide_060db51a`,
    /// `saascenter_usermanual_0137`, `topic_0070649081`.
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

/// Period type of a purchase.
///
/// Sites: intl, mainland; source: `search_snippets`, `zh-cn_topic_0070649014`; read in a
/// fragment only.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum PurchasePeriod {
    /// Yearly.
    #[wire("year")]
    Year,
    /// Monthly.
    #[wire("month")]
    Month,
    /// Daily, for trials only.
    #[wire("day")]
    Day,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Period type of a renewal.
///
/// Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
/// `en-us_topic_0070649014`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum RenewalPeriod {
    /// Yearly.
    #[wire("year")]
    Year,
    /// Monthly.
    #[wire("month")]
    Month,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Status an instance is to take.
///
/// Sites: intl, mainland; source: `zh-cn_topic_0070649407`, `saascenter_usermanual_0136`,
/// `en-us_topic_0070649069`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum TargetStatus {
    /// The instance becomes unusable, and its data are kept.
    #[wire("FREEZE")]
    Freeze,
    /// The instance becomes usable again.
    #[wire("NORMAL")]
    Normal,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Whether a call is a debug call.
///
/// Sites: intl, mainland.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum TestFlag {
    /// Debug call.
    #[wire("1")]
    Debug,
    /// Real call.
    #[wire("0")]
    Real,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Whether a purchase is a trial.
///
/// Sites: intl, mainland; source: `search_snippets`, `code_java_welink`,
/// `code_java_tenant_order`; read in a fragment only.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum TrialFlag {
    /// Trial.
    #[wire("1")]
    Trial,
    /// No trial.
    #[wire("0")]
    Formal,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Whether a renewal converts a trial.
///
/// Sites: intl, mainland; source: `zh-cn_topic_0070649014`, `zh-cn_topic_0070649180`,
/// `en-us_topic_0070649014`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum TrialToFormal {
    /// A trial becomes a product for a period.
    #[wire("1")]
    Converted,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// One usage figure of an instance.
///
/// Sites: intl, mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UsageInfo {
    /// Id of the pay-per-use instance to which the figure belongs, when a package is queried.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `search_snippets`, `guide_060db51a`; read in a fragment
    /// only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub related_instance_id: Option<String>,
    /// Amount used, with at most four decimals. It is the running total for a pay-per-use
    /// instance and the used part for a package.
    ///
    /// Mandatory; at most 20 characters; at most 12 digits, 4 of them after the point.
    ///
    /// The type is printed as Double(12,4).
    ///
    /// Sites: intl, mainland; source: `search_snippets`, `zh-cn_topic_0082027567`; read in a
    /// fragment only.
    #[validate(max_chars = 20, decimal(12, 4))]
    pub usage_value: Decimal,
    /// Time at which the figure was taken, in UTC.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmssSSS`, UTC.
    ///
    /// Sites: intl, mainland; source: `search_snippets`, `zh-cn_topic_0082027567`; read in a
    /// fragment only.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmssSSS"))]
    pub statistical_time: String,
    /// Address of a page on which the buyer sees the usage in detail.
    ///
    /// Optional; at most 512 characters; a URL.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
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
