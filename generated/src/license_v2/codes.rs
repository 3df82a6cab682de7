// Written by `koo generate`; do not edit.

//! Result codes.

/// Result codes of Joint-operation License products delivered by authorization code, access
/// guide 2.0 (联营License类授权码商品接入指南(2.0版本)).
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
    /// The authorization code of the request does not exist.
    ///
    /// Answered by `refreshLicenseCode`, `updateLicenseCodeStatus`, `releaseLicenseCode`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649189`.
    #[code("000003", role = not_found)]
    LicenseCodeNotFound,
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
    /// The call of the open interface succeeded.
    ///
    /// Answered by `activateLicense`, `queryLicense`, `reportSoftwareUsage`.
    ///
    /// Printed text is `Success`.
    ///
    /// Sites: mainland; source: `guide_category_6d9ba37b`, `guide_74767911`,
    /// `zh-cn_topic_0070649244`.
    #[code("92020000", success)]
    OpenSuccess,
    /// The platform failed for a reason that has no code of its own.
    ///
    /// Answered by `activateLicense`, `queryLicense`, `reportSoftwareUsage`.
    ///
    /// Printed text is `internal error`. The older table gives the same code with HTTP 403 to a
    /// failed authentication and with HTTP 500 to internal errors.
    ///
    /// Sites: mainland; source: `guide_category_6d9ba37b`, `guide_74767911`.
    #[code("92020001", retryable)]
    OpenInternalError,
    /// A parameter of the call is not valid.
    ///
    /// Answered by `activateLicense`, `queryLicense`, `reportSoftwareUsage`.
    ///
    /// Printed text is `invalid param`. The older table has it with HTTP 400.
    ///
    /// Sites: mainland; source: `guide_category_6d9ba37b`, `guide_74767911`.
    #[code("92020002")]
    OpenInvalidParameter,
    /// The state of the authorization code does not allow the call. A code must not be
    /// activated twice.
    ///
    /// Answered by `activateLicense`.
    ///
    /// Printed text is `illegal state`.
    ///
    /// Sites: mainland; source: `guide_category_6d9ba37b`.
    #[code("92020003")]
    OpenIllegalState,
    /// The buyer has not picked up the authorization code yet, so it cannot be activated.
    ///
    /// Answered by `activateLicense`.
    ///
    /// Printed text is `can not active before user received.`.
    ///
    /// Sites: mainland; source: `guide_category_6d9ba37b`, `guide_74767911`.
    #[code("92020004", retryable)]
    OpenNotReceivedByBuyer,
    /// The authorization code does not exist.
    ///
    /// Answered by `activateLicense`, `queryLicense`, `reportSoftwareUsage`.
    ///
    /// Printed text is `license code notexist`.
    ///
    /// Sites: mainland; source: `guide_category_6d9ba37b`, `guide_74767911`.
    #[code("92020005")]
    OpenLicenseCodeNotFound,
    /// The authorization code has not been activated.
    ///
    /// Answered by `queryLicense`, `reportSoftwareUsage`.
    ///
    /// Printed text is `license code has been not activated.`.
    ///
    /// Sites: mainland; source: `guide_category_6d9ba37b`.
    #[code("92020011")]
    OpenNotActivated,
    /// The list holds an authorization code that is not valid.
    ///
    /// Answered by `activateLicense`, `queryLicense`, `reportSoftwareUsage`.
    ///
    /// Printed text is `Invalid license code exists.`.
    ///
    /// Sites: mainland; source: `guide_category_6d9ba37b`.
    #[code("92020020")]
    OpenInvalidCodeInList,
    /// A parameter is missing, too long or does not match its pattern.
    ///
    /// Answered by `activateLicense`, `queryLicense`, `reportSoftwareUsage`.
    ///
    /// Printed text is `req param is invalid`.
    ///
    /// Sites: mainland; source: `guide_category_6d9ba37b`.
    #[code("95000001")]
    OpenParameterRejected,
    /// The HTTP method is wrong.
    ///
    /// Answered by `activateLicense`, `queryLicense`, `reportSoftwareUsage`.
    ///
    /// Printed text is `Request method not supported`.
    ///
    /// Sites: mainland; source: `guide_category_6d9ba37b`.
    #[code("95000002")]
    OpenMethodNotSupported,
    /// The content type of the call is not application/json.
    ///
    /// Answered by `activateLicense`, `queryLicense`, `reportSoftwareUsage`.
    ///
    /// Printed text is `Content type not supported`.
    ///
    /// Sites: mainland; source: `guide_category_6d9ba37b`.
    #[code("95000003")]
    OpenContentTypeNotSupported,
    /// The body of the call is not JSON.
    ///
    /// Answered by `activateLicense`, `queryLicense`, `reportSoftwareUsage`.
    ///
    /// Printed text is `req message is not readable`.
    ///
    /// Sites: mainland; source: `guide_category_6d9ba37b`.
    #[code("95000004")]
    OpenBodyNotReadable,
    /// A code the contract does not list, kept as received.
    #[code(other)]
    Other(String),
}
