// Written by `koo generate`; do not edit.

//! Result codes.

/// Result codes of SaaS Access Guide V2.0 (New Products) (SaaS类商品接入指南 V2.0(新商品上架)).
#[derive(Clone, Debug, PartialEq, Eq, Hash, koo_runtime::ResultCode)]
pub enum ResultCode {
    /// The call succeeded.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`, `en-us_topic_0070649057`.
    #[code("000000", role = success)]
    Success,
    /// The signature of the call is missing or wrong.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`, `en-us_topic_0070649057`.
    #[code("000001", role = signature)]
    AuthenticationFailed,
    /// A parameter of the request is missing or not valid.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`, `en-us_topic_0070649057`.
    #[code("000002", role = parameter)]
    InvalidParameter,
    /// The instance id of the request does not exist.
    ///
    /// Answered by `refreshInstance`, `updateInstanceStatus`, `releaseInstance`,
    /// `upgradeInstance`.
    ///
    /// The table names renewal, expiry and release; a comment in the official sample adds
    /// `upgradeInstance`.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `code_official_sample`.
    #[code("000003", role = not_found)]
    InstanceNotFound,
    /// The request was accepted and is still being worked on. Its main use is a creation that
    /// goes on in the background.
    ///
    /// A comment in the official sample calls it a code for special cases that ordinary
    /// merchants may ignore.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`, `en-us_topic_0070649057`.
    #[code("000004", role = pending, retryable)]
    Processing,
    /// The merchant's service failed for a reason that has no code of its own.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`, `en-us_topic_0070649057`.
    #[code("000005", role = internal, retryable)]
    InternalError,
    /// There is no free resource from which an instance could be made.
    ///
    /// Answered by `newInstance`, `upgradeInstance`.
    ///
    /// The table has it for creation; a comment in the official sample also uses it for an
    /// upgrade without free resources.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `code_official_sample`.
    #[code("000100")]
    NoResourceAvailable,
    /// The mobile number is empty or belongs to somebody else already.
    ///
    /// Answered by `newInstance`.
    ///
    /// The official sample uses 000101 for a problem with the application secret of the
    /// joint-operations kit.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`.
    #[code("000101")]
    MobileNumberUnavailable,
    /// The e-mail address is empty or belongs to somebody else already.
    ///
    /// Answered by `newInstance`.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`.
    #[code("000102")]
    EmailUnavailable,
    /// The product may not be bought a second time.
    ///
    /// Answered by `newInstance`.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`.
    #[code("000103")]
    RepeatedPurchase,
    /// The service behind the product failed.
    ///
    /// Answered by `newInstance`.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`.
    #[code("000104")]
    ProductServiceFailed,
    /// The account holds the benefit already and cannot open it again.
    ///
    /// Answered by `newInstance`.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`.
    #[code("000105")]
    BenefitAlreadyHeld,
    /// The resources of the product are sold out.
    ///
    /// Answered by `newInstance`.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`.
    #[code("000106")]
    SoldOut,
    /// The e-mail domain chosen for the SaaS product exists already.
    ///
    /// Answered by `newInstance`.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`.
    #[code("000107")]
    EmailDomainTaken,
    /// A code the contract does not list, kept as received.
    #[code(other)]
    Other(String),
}
