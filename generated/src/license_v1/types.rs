// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::OpenEnum;

/// Which interface a request calls. All of them arrive at the same address.
///
/// Sites: mainland.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Activity {
    /// New purchase.
    #[wire("getLicense")]
    GetLicense,
    /// Renewal or conversion of a trial.
    #[wire("refreshLicense")]
    RefreshLicense,
    /// Expiry.
    #[wire("expireLicense")]
    ExpireLicense,
    /// Release.
    #[wire("releaseLicense")]
    ReleaseLicense,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Period type.
///
/// Sites: mainland; source: `zh-cn_topic_0070649153`, `zh-cn_topic_0000001353381237`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum PeriodType {
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
