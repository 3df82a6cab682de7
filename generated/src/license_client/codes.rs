// Written by `koo generate`; do not edit.

//! Result codes.

/// Result codes of Joint-operation License products, access guide for client software
/// (联营License客户端软件对接指南).
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
    /// The instance id of the request does not exist.
    ///
    /// Answered by `refreshInstance`, `updateInstanceStatus`, `releaseInstance`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649288`.
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
    /// Answered by `newInstance`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649288`.
    #[code("000100")]
    NoResourceAvailable,
    /// The order now in force has no licenses left.
    ///
    /// Answered by `getLicenseAsync`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649288`.
    #[code("000900")]
    LicenseQuotaUsedUp,
    /// The requested dates lie outside the validity of the order.
    ///
    /// Answered by `getLicenseAsync`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649288`.
    #[code("000901")]
    LicensePeriodOutsideOrder,
    /// A license for a period needs an end date.
    ///
    /// Answered by `getLicenseAsync`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649288`.
    #[code("000902")]
    LicenseEndDateRequired,
    /// The license needs a device fingerprint or hardware code.
    ///
    /// Answered by `getLicenseAsync`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649288`.
    #[code("000903")]
    DeviceFingerprintRequired,
    /// The caller has no permission.
    ///
    /// Answered by `uploadLicense`.
    ///
    /// Printed text is `Role permission denied`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("91380150")]
    RolePermissionDenied,
    /// The license resource is not valid.
    ///
    /// Answered by `uploadLicense`.
    ///
    /// Printed text is `License resource invalid`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("91381033")]
    LicenseResourceInvalid,
    /// The license request is not valid.
    ///
    /// Answered by `uploadLicense`.
    ///
    /// Printed text is `license apply invalid`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("91381034")]
    LicenseRequestInvalid,
    /// The period has no licenses left.
    ///
    /// Answered by `uploadLicense`.
    ///
    /// Printed text is `license period has no remain amount`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("91381035")]
    LicensePeriodExhausted,
    /// The license service of the platform failed.
    ///
    /// Answered by `uploadLicense`.
    ///
    /// Printed text is `inner error`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("91381036", retryable)]
    LicenseInternalError,
    /// The form of the license is wrong.
    ///
    /// Answered by `uploadLicense`.
    ///
    /// Printed text is `Invalid license format.`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("91381037")]
    LicenseFormatInvalid,
    /// The license request was refused.
    ///
    /// Answered by `uploadLicense`.
    ///
    /// Printed text is `License apply has been denied.`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("91381038")]
    LicenseRequestDenied,
    /// The call of the open interface succeeded.
    ///
    /// Answered by `uploadLicense`.
    ///
    /// Printed text is `Success`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("CBC.0000", success)]
    OpenSuccess,
    /// A parameter of the call is not valid.
    ///
    /// Answered by `uploadLicense`.
    ///
    /// Printed text is `Invalid parameter`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("CBC.0101")]
    OpenInvalidParameter,
    /// The call could not be authenticated.
    ///
    /// Answered by `uploadLicense`.
    ///
    /// Printed text is `Illegal operation`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("CBC.0150")]
    OpenAuthenticationFailed,
    /// The platform failed for a reason that has no code of its own.
    ///
    /// Answered by `uploadLicense`.
    ///
    /// Printed text is `internal error`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("CBC.0999", retryable)]
    OpenInternalError,
    /// A code the contract does not list, kept as received.
    #[code(other)]
    Other(String),
}
