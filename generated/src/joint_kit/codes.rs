// Written by `koo generate`; do not edit.

//! Result codes.

/// Result codes of Joint operations kit and joint account login (联营Kit接口与联营账号登录).
#[derive(Clone, Debug, PartialEq, Eq, Hash, koo_runtime::ResultCode)]
pub enum ResultCode {
    /// The call succeeded.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`, `en-us_topic_0070649057`.
    #[code("000000", role = success)]
    Success,
    /// The signature of the call is missing or wrong.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`, `en-us_topic_0070649057`.
    #[code("000001", role = signature)]
    AuthenticationFailed,
    /// A parameter of the request is missing or not valid.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`, `en-us_topic_0070649057`.
    #[code("000002", role = parameter)]
    InvalidParameter,
    /// The instance id does not exist. It is meant for renewal, expiry and release. Never
    /// answer it to a sync that deletes; a delete does not look whether the instance exists.
    ///
    /// Belongs to the base interfaces. The kit shares the table of codes and documents none of
    /// its own.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649421`.
    #[code("000003", role = not_found)]
    InstanceNotFound,
    /// The request was accepted and is still being worked on. Its main use is a creation that
    /// goes on in the background.
    ///
    /// A comment in the official sample calls it a code for special cases that ordinary
    /// merchants may ignore.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`, `en-us_topic_0070649057`.
    #[code("000004", role = pending, retryable)]
    Processing,
    /// The merchant's service failed for a reason that has no code of its own.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649421`, `topic_0070649099`,
    /// `zh-cn_topic_0070649057`, `zh-cn_topic_0070649114`, `en-us_topic_0070649057`.
    #[code("000005", role = internal, retryable)]
    InternalError,
    /// There is no free resource from which an instance could be made.
    ///
    /// Belongs to the creation of an instance by the base interfaces.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649421`.
    #[code("000100")]
    NoResourceAvailable,
    /// The mobile number is empty or belongs to somebody else already.
    ///
    /// - `applicationSync`: The client secret cannot be decrypted.
    ///
    /// Belongs to the creation of an instance by the base interfaces.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649421`.
    #[code("000101")]
    MobileNumberUnavailable,
    /// The e-mail address is empty or belongs to somebody else already.
    ///
    /// Belongs to the creation of an instance by the base interfaces.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649421`.
    #[code("000102")]
    EmailUnavailable,
    /// The product was bought already and may not be bought a second time.
    ///
    /// Belongs to the creation of an instance by the base interfaces.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649421`.
    #[code("000103")]
    RepeatedPurchase,
    /// The service behind the product failed.
    ///
    /// Belongs to the creation of an instance by the base interfaces.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649421`.
    #[code("000104")]
    ProductServiceFailed,
    /// The account holds the benefits already.
    ///
    /// Belongs to the creation of an instance by the base interfaces.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649421`.
    #[code("000105")]
    BenefitAlreadyHeld,
    /// The product is sold out.
    ///
    /// Belongs to the creation of an instance by the base interfaces.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649421`.
    #[code("000106")]
    SoldOut,
    /// The e-mail domain chosen for the SaaS product exists already.
    ///
    /// Belongs to the creation of an instance by the base interfaces.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649421`.
    #[code("000107")]
    EmailDomainTaken,
    /// A code the contract does not list, kept as received.
    #[code(other)]
    Other(String),
}
