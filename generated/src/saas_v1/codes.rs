// Written by `koo generate`; do not edit.

//! Result codes.

/// Result codes of SaaS Access Guide V1.0 (Deprecated) (SaaS类商品接入指南
/// V1.0(已下线):通用和自服务SaaS类商品接入指南 V1.0、联营SaaS类商品接入指南 V1.0(基础接口)).
#[derive(Clone, Debug, PartialEq, Eq, Hash, koo_runtime::ResultCode)]
pub enum ResultCode {
    /// The call succeeded.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`, `en-us_topic_0070649057`.
    #[code("000000", role = success)]
    Success,
    /// The signature of the call is missing or wrong.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`, `en-us_topic_0070649057`.
    #[code("000001", role = signature)]
    AuthenticationFailed,
    /// A parameter of the request is missing or not valid.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`, `en-us_topic_0070649057`.
    #[code("000002", role = parameter)]
    InvalidParameter,
    /// The instance id of the request does not exist.
    ///
    /// Answered by `refreshInstance`, `expireInstance`, `releaseInstance`, upgrade,
    /// `instanceStatus`, `queryInstance`.
    ///
    /// The table names renewal, expiry and release only; it makes sense for the other three as
    /// well.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`,
    /// `en-us_topic_0070649057`.
    #[code("000003", role = not_found)]
    InstanceNotFound,
    /// The request was accepted and is still being worked on. Its main use is a creation that
    /// goes on in the background.
    ///
    /// A comment in the official sample calls it a code for special cases that ordinary
    /// merchants may ignore.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`, `en-us_topic_0070649057`.
    #[code("000004", role = pending, retryable)]
    Processing,
    /// The merchant's service failed for a reason that has no code of its own.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`, `en-us_topic_0070649057`.
    #[code("000005", role = internal, retryable)]
    InternalError,
    /// There is no instance left that could be assigned.
    ///
    /// Answered by `newInstance`.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`,
    /// `en-us_topic_0070649057`.
    #[code("000100")]
    NoResourceAvailable,
    /// The phone number is empty or in use already.
    ///
    /// Answered by `newInstance`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`.
    #[code("000101")]
    MobileNumberUnavailable,
    /// The e-mail address is empty or in use already.
    ///
    /// Answered by `newInstance`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`.
    #[code("000102")]
    EmailUnavailable,
    /// The product was bought before and cannot be bought a second time.
    ///
    /// Answered by `newInstance`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`.
    #[code("000103")]
    RepeatedPurchase,
    /// The service behind the product failed.
    ///
    /// Answered by `newInstance`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`.
    #[code("000104")]
    ProductServiceFailed,
    /// The account holds the benefits already.
    ///
    /// Answered by `newInstance`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`.
    #[code("000105")]
    BenefitAlreadyHeld,
    /// The product is sold out.
    ///
    /// Answered by `newInstance`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`.
    #[code("000106")]
    SoldOut,
    /// The e-mail domain that was chosen for the SaaS product is taken.
    ///
    /// Answered by `newInstance`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`.
    #[code("000107")]
    EmailDomainTaken,
    /// A code the contract does not list, kept as received.
    #[code(other)]
    Other(String),
}
