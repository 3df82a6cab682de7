// Written by `koo generate`; do not edit.

//! Result codes.

/// Result codes of KooGallery open interfaces (云商店开放接口).
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
    /// The instance does not exist.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Code of a single record, not of the call.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("001")]
    RecordInstanceNotFound,
    /// A time has a wrong form.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Code of a single record, not of the call.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("002")]
    RecordTimeFormat,
    /// The amount is wrong.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Code of a single record, not of the call.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("003")]
    RecordAmount,
    /// The unique id of the record is missing.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Code of a single record, not of the call.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("004")]
    RecordIdMissing,
    /// The unique id of the record was used before.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Code of a single record, not of the call.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("005")]
    RecordIdRepeated,
    /// The product of the instance is withdrawn.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Code of a single record, not of the call.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("006")]
    RecordProductWithdrawn,
    /// The time of the record is too far in the past.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Code of a single record, not of the call.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("007")]
    RecordTooOld,
    /// The instance belongs to another merchant.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Code of a single record, not of the call.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("009")]
    RecordForeignInstance,
    /// The record is a duplicate of another one.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Code of a single record, not of the call.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("010")]
    RecordDuplicate,
    /// The time range is not valid.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Code of a single record, not of the call.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("011")]
    RecordTimeRange,
    /// The instance is not billed by usage.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Code of a single record, not of the call.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("012")]
    RecordNotPayPerUse,
    /// The state of the resource of the instance does not allow it.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Code of a single record, not of the call.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("013")]
    RecordResourceState,
    /// The caller has the wrong role.
    ///
    /// Answered by `uploadEventFile`.
    ///
    /// Printed text is "Role permission denied".
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("91380150")]
    RolePermissionDenied,
    /// The license resource cannot be used.
    ///
    /// Answered by `uploadEventFile`.
    ///
    /// Printed text is "License resource invalid".
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("91381033")]
    LicenseResourceInvalid,
    /// The license application is not valid.
    ///
    /// Answered by `uploadEventFile`.
    ///
    /// Printed text is "license apply invalid".
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("91381034")]
    LicenseApplicationInvalid,
    /// Nothing is left for this license period.
    ///
    /// Answered by `uploadEventFile`.
    ///
    /// Printed text is "license period has no remain amount".
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("91381035")]
    LicensePeriodUsedUp,
    /// The license service failed.
    ///
    /// Answered by `uploadEventFile`.
    ///
    /// Printed text is "inner error".
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("91381036", retryable)]
    LicenseInternalError,
    /// The license has a wrong form.
    ///
    /// Answered by `uploadEventFile`.
    ///
    /// Printed text is "Invalid license format.".
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("91381037")]
    LicenseFormatInvalid,
    /// The license application was refused.
    ///
    /// Answered by `uploadEventFile`.
    ///
    /// Printed text is "License apply has been denied.".
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("91381038")]
    LicenseApplicationDenied,
    /// The call succeeded.
    ///
    /// Answered by `uploadEventFile`.
    ///
    /// Printed text is "Success".
    ///
    /// Sites: mainland; source: `guide_74767911-support0`.
    #[code("92020000", success)]
    LicenseApiSuccess,
    /// Printed twice, once for a failed authentication and once for an internal error.
    ///
    /// Answered by `uploadEventFile`.
    ///
    /// Printed texts are "Unauthorized" with HTTP status 403 and "internal error" with 500;
    /// another copy has 200 for it.
    ///
    /// Sites: mainland; source: `guide_74767911-support0`.
    #[code("92020001")]
    LicenseApiUnauthorizedOrFailed,
    /// The parameters are not valid.
    ///
    /// Answered by `uploadEventFile`.
    ///
    /// Printed text is "invalid param"; another copy has HTTP status 200 for it.
    ///
    /// Sites: mainland; source: `guide_74767911-support0`.
    #[code("92020002")]
    LicenseApiInvalidParameter,
    /// The user has not fetched the license code yet.
    ///
    /// Answered by `uploadEventFile`.
    ///
    /// Printed text is "can not active before user received.".
    ///
    /// Sites: mainland; source: `guide_74767911-support0`.
    #[code("92020004")]
    LicenseApiCodeNotFetched,
    /// The license code does not exist.
    ///
    /// Answered by `uploadEventFile`.
    ///
    /// Printed text is "license code not exist.".
    ///
    /// Sites: mainland; source: `guide_74767911-support0`.
    #[code("92020005")]
    LicenseApiCodeNotFound,
    /// The platform failed for a reason that has no code of its own.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Printed text is "System error!".
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("94060001", retryable)]
    UsageSystemError,
    /// The caller or the signature was not accepted, judging by the HTTP status. The text of
    /// the row is not known.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("94060002")]
    UsageNotAuthorized,
    /// A parameter is unknown or superfluous, a mandatory one is missing, a number is not
    /// valid, or there is no instance id.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Printed text is "Param invalid".
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("94060004")]
    UsageInvalidParameter,
    /// Something is wrong with a time. Whether it is ts or a time of a record is not known.
    ///
    /// Answered by `pushUsageNew`.
    ///
    /// Printed text begins with "Time"; the rest of the row is not known.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("94060005")]
    UsageTimeProblem,
    /// The system behind the gateway did not answer in time.
    ///
    /// Answered by `queryOrder`, `pushUsageOld`, `uploadEventFile`.
    ///
    /// Answered by the gateway before the interface is reached.
    ///
    /// Sites: eu, intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("APIGW.0201", retryable)]
    GatewayTimeout,
    /// The gateway did not accept the authentication data, for example because the signature
    /// does not match.
    ///
    /// Answered by `queryOrder`, `pushUsageOld`, `uploadEventFile`.
    ///
    /// Answered by the gateway before the interface is reached.
    ///
    /// Sites: eu, intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("APIGW.0301")]
    GatewayNotAuthenticated,
    /// The signature does not match, or X-Sdk-Date is too far from the clock of the gateway.
    ///
    /// Answered by `queryOrder`, `pushUsageOld`, `uploadEventFile`.
    ///
    /// Printed in the questions about signing, without an HTTP status. Answered by the gateway
    /// before the interface is reached.
    ///
    /// Sites: eu, intl, mainland; source: `search_snippets`; read in a fragment only.
    #[code("APIGW.0303")]
    GatewaySignatureOrDate,
    /// The call succeeded.
    ///
    /// Answered by `uploadEventFile`, `queryOrder`.
    ///
    /// - `uploadEventFile`: The string or file was taken.
    /// - `queryOrder`: The order was found. Only an older copy of the table prints this prefix.
    ///
    /// Printed text is "Success".
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649352`, `guide_0dff4d8a-support0`.
    #[code("CBC.0000", success)]
    CbcSuccess,
    /// The parameters are not valid.
    ///
    /// Answered by `uploadEventFile`.
    ///
    /// Printed text is "Invalid parameter".
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("CBC.0101")]
    CbcInvalidParameter,
    /// The authentication failed.
    ///
    /// Answered by `uploadEventFile`.
    ///
    /// Printed text is "Illegal operation".
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649352`.
    #[code("CBC.0150")]
    CbcIllegalOperation,
    /// The platform failed for a reason that has no code of its own.
    ///
    /// Answered by `uploadEventFile`, `queryOrder`.
    ///
    /// - `uploadEventFile`: Any other internal error.
    /// - `queryOrder`: Any other internal error. Only an older copy of the table prints this
    ///   prefix.
    ///
    /// Printed text is "internal error".
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649352`, `guide_0dff4d8a-support0`.
    #[code("CBC.0999", retryable)]
    CbcInternalError,
    /// The call succeeded.
    ///
    /// Answered by `queryOrder`, `pushUsageOld`, `pushUsageNew`.
    ///
    /// - `queryOrder`: The order was found.
    /// - `pushUsageOld`: The records were taken. Whether they are right is checked later.
    /// - `pushUsageNew`: The records were taken. Whether they are right is checked later.
    ///
    /// Printed text is "Success.", in the new usage push without the full stop.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649186`, `guide_0dff4d8a-support0`,
    /// `search_snippets`.
    #[code("MKT.0000", success)]
    MktSuccess,
    /// A parameter did not pass the check of the input.
    ///
    /// Answered by `queryOrder`, `pushUsageOld`.
    ///
    /// - `queryOrder`: A parameter is out of range, has a value that is not allowed, or a wrong
    ///   form.
    /// - `pushUsageOld`: A parameter did not pass the check of the input.
    ///
    /// Printed text is "Failure of input parameter".
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649186`, `guide_0dff4d8a-support0`.
    #[code("MKT.0100")]
    MktInputCheckFailed,
    /// A parameter is not valid.
    ///
    /// Answered by `queryOrder`, `pushUsageOld`.
    ///
    /// - `queryOrder`: A parameter is unknown, or a mandatory one is missing.
    /// - `pushUsageOld`: A value is not allowed, the instance id is missing, or the like.
    ///
    /// Printed text is "Invalid parameter".
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649186`, `guide_0dff4d8a-support0`.
    #[code("MKT.0101")]
    MktInvalidParameter,
    /// The signature of the body is wrong.
    ///
    /// Answered by `pushUsageOld`.
    ///
    /// Printed text is "Invalid body sign".
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649186`.
    #[code("MKT.0102")]
    MktInvalidBodySignature,
    /// The caller may not do this.
    ///
    /// Answered by `queryOrder`, `pushUsageOld`.
    ///
    /// - `queryOrder`: Typically the product of the order was not published by the owner of the
    ///   access key pair.
    /// - `pushUsageOld`: The product of `instance_id` was not published by the owner of the
    ///   access key pair.
    ///
    /// Printed text is "Illegal operation".
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649186`, `guide_0dff4d8a-support0`.
    #[code("MKT.0150")]
    MktIllegalOperation,
    /// The caller has no permission for the interface.
    ///
    /// Answered by `queryOrder`, `pushUsageOld`.
    ///
    /// - `queryOrder`: The caller is not a merchant.
    /// - `pushUsageOld`: The caller is not a merchant.
    ///
    /// Printed text is "No authority".
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649186`, `guide_0dff4d8a-support0`.
    #[code("MKT.0151")]
    MktNoAuthority,
    /// The authentication failed.
    ///
    /// Answered by `queryOrder`, `pushUsageOld`.
    ///
    /// - `queryOrder`: The authentication failed.
    /// - `pushUsageOld`: The authentication failed.
    ///
    /// Printed text is "Illegal token".
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649186`, `guide_0dff4d8a-support0`.
    #[code("MKT.0154")]
    MktIllegalToken,
    /// Something else is wrong with the parameters.
    ///
    /// Answered by `queryOrder`, `pushUsageOld`.
    ///
    /// - `queryOrder`: Any other error of a parameter.
    /// - `pushUsageOld`: Any other error of a parameter, such as a mandatory one that is
    ///   missing.
    ///
    /// Printed text is "Request parameter error".
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649186`, `guide_0dff4d8a-support0`.
    #[code("MKT.0199")]
    MktRequestParameterError,
    /// The merchant calls too often. The limits are not published.
    ///
    /// Answered by `queryOrder`.
    ///
    /// Printed text is "Access frequency overlimit", and the code itself is printed with a
    /// blank after its full stop.
    ///
    /// Sites: eu, intl, mainland; source: `guide_0dff4d8a-support0`; read in a fragment only.
    #[code("MKT.0250", retryable)]
    MktFrequencyExceeded,
    /// The platform failed for a reason that has no code of its own.
    ///
    /// Answered by `queryOrder`, `pushUsageOld`.
    ///
    /// - `queryOrder`: Any other internal error.
    /// - `pushUsageOld`: Any other internal error.
    ///
    /// Printed text is "System internal error.".
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649186`, `guide_0dff4d8a-support0`.
    #[code("MKT.0999", retryable)]
    MktInternalError,
    /// The instance does not exist.
    ///
    /// Answered by `queryOrder`, `pushUsageOld`.
    ///
    /// - `queryOrder`: The instance does not exist. Shared with the table of the usage push;
    ///   what it could mean for an order is not said.
    /// - `pushUsageOld`: The instance does not exist.
    ///
    /// Printed text is "Instance ID not found.".
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649186`, `guide_0dff4d8a-support0`.
    #[code("MKT.9001")]
    MktInstanceNotFound,
    /// The metering entity is not valid.
    ///
    /// Answered by `queryOrder`, `pushUsageOld`.
    ///
    /// - `queryOrder`: The metering entity is not valid. Shared with the table of the usage
    ///   push; what it could mean for an order is not said.
    /// - `pushUsageOld`: The metering entity is not valid.
    ///
    /// Printed text is "Invalid usage enties.", spelled like this.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649186`, `guide_0dff4d8a-support0`.
    #[code("MKT.9002")]
    MktInvalidUsageEntity,
    /// There are too many usage records.
    ///
    /// Answered by `queryOrder`, `pushUsageOld`.
    ///
    /// - `queryOrder`: There are more than 100 usage records. Shared with the table of the
    ///   usage push; what it could mean for an order is not said.
    /// - `pushUsageOld`: There are more than 1000 usage records.
    ///
    /// Printed text is "Usage records extends size limit.".
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649186`, `guide_0dff4d8a-support0`.
    #[code("MKT.9003")]
    MktTooManyRecords,
    /// The metered span began more than 21 days ago.
    ///
    /// Answered by `queryOrder`, `pushUsageOld`.
    ///
    /// - `queryOrder`: The metered span began more than 21 days ago. Shared with the table of
    ///   the usage push; what it could mean for an order is not said.
    /// - `pushUsageOld`: The metered span began more than 21 days ago.
    ///
    /// Printed text is "Record `beginTime` extends Limit.".
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649186`, `guide_0dff4d8a-support0`.
    #[code("MKT.9004")]
    MktRecordTooOld,
    /// Named only in the remark about the extra data of failures. Its meaning is not known.
    ///
    /// Answered by `queryOrder`.
    ///
    /// Sites: eu, intl, mainland; source: `guide_0dff4d8a-support0`; read in a fragment only.
    #[code("MKT.9005")]
    MktUnexplained,
    /// A code the contract does not list, kept as received.
    #[code(other)]
    Other(String),
}
