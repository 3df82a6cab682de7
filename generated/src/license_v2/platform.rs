// Written by `koo generate`; do not edit.

//! Plays the platform that merchants call: Joint-operation License products delivered by
//! authorization code, access guide 2.0 (联营License类授权码商品接入指南(2.0版本)).

use koo_runtime::call::{Call, CodeRole, Refusal};
use koo_runtime::mock::documented;
use koo_runtime::secret::Secret;
use koo_runtime::server::{
    Family, Fields, Incoming, Outcome, Pair, Policy, Route, Router,
};

use super::{
    ActivateLicenseV1Reply, ActivateLicenseV1Request, ActivateLicenseV2Reply,
    ActivateLicenseV2Request, QueryLicenseV1Reply, QueryLicenseV1Request,
    QueryLicenseV2Reply, QueryLicenseV2Request, ReportSoftwareUsageReply,
    ReportSoftwareUsageRequest, ResultCode, SdkHmac, examples,
};

/// What the platform answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The platform's side of Joint-operation License products delivered by authorization code,
/// access guide 2.0 (联营License类授权码商品接入指南(2.0版本)), for a merchant's tests.
///
/// Every method answers what the documentation shows, unless it is implemented. Methods may be
/// written as `async fn`.
pub trait Platform: Send + Sync + 'static {
    /// Activating authorization codes: Single code (激活授权码(必选)).
    ///
    /// Activates one authorization code and answers its details.
    fn activate_license_v1(
        &self,
        call: Call<ActivateLicenseV1Request>,
    ) -> impl Future<Output = Answer<ActivateLicenseV1Reply>> + Send {
        let answer = documented(
            &call,
            examples::activate_license_v1::ALL,
            ResultCode::OpenLicenseCodeNotFound,
        );
        async { answer }
    }

    /// Activating authorization codes: Batch (激活授权码(必选)).
    ///
    /// Activates up to 100 authorization codes. The answer has no details.
    fn activate_license_v2(
        &self,
        call: Call<ActivateLicenseV2Request>,
    ) -> impl Future<Output = Answer<ActivateLicenseV2Reply>> + Send {
        let answer = documented(
            &call,
            examples::activate_license_v2::ALL,
            ResultCode::OpenLicenseCodeNotFound,
        );
        async { answer }
    }

    /// Querying authorization codes: Single code (查询授权码(必选)).
    ///
    /// Asks for one authorization code.
    fn query_license_v1(
        &self,
        call: Call<QueryLicenseV1Request>,
    ) -> impl Future<Output = Answer<QueryLicenseV1Reply>> + Send {
        let answer = documented(
            &call,
            examples::query_license_v1::ALL,
            ResultCode::OpenLicenseCodeNotFound,
        );
        async { answer }
    }

    /// Querying authorization codes: Batch (查询授权码(必选)).
    ///
    /// Asks for several authorization codes. Only the address and the existence of this version
    /// are certain; its tables are not known.
    fn query_license_v2(
        &self,
        call: Call<QueryLicenseV2Request>,
    ) -> impl Future<Output = Answer<QueryLicenseV2Reply>> + Send {
        let answer = documented(&call, &[], ResultCode::OpenLicenseCodeNotFound);
        async { answer }
    }

    /// Reporting the usage of the software (授权码软件使用统计(可选)).
    ///
    /// Reports who uses the software under an authorization code, or how many clients do. At
    /// most 100 codes fit into one call.
    fn report_software_usage(
        &self,
        call: Call<ReportSoftwareUsageRequest>,
    ) -> impl Future<Output = Answer<ReportSoftwareUsageReply>> + Send {
        let answer = documented(
            &call,
            examples::report_software_usage::ALL,
            ResultCode::OpenLicenseCodeNotFound,
        );
        async { answer }
    }
}

/// How the service runs: keys, policy for what is received, time budget, replay guard.
pub type Settings = koo_runtime::server::Settings<Pair<SdkHmac>>;

/// Settings with the documented limits.
///
/// What departs from the contract is refused.
pub fn settings(
    access_key_id: impl Into<Secret>,
    secret_access_key: impl Into<Secret>,
) -> Settings {
    Settings::new(SdkHmac::new(access_key_id, secret_access_key)).policy(Policy::Strict)
}

/// A router that serves the interfaces at their paths below where it is mounted.
///
/// Run it with `koo_runtime::server::serve`, which keeps the letter case of header names.
pub fn router<P: Platform>(platform: P, settings: Settings) -> Router {
    koo_runtime::server::router(Service { platform }, settings)
}

struct Service<P> {
    platform: P,
}

impl<P: Platform> Family for Service<P> {
    type Code = ResultCode;
    type Schemes = Pair<SdkHmac>;
    const NAME: &'static str = "license-v2";
    const ROUTES: &'static [Route] = &[
        Route {
            fields: Some(Fields::new("error_code", "error_msg", 1024)),
            ..Route::of::<ActivateLicenseV1Request>("sdk-hmac")
        },
        Route {
            fields: Some(Fields::new("error_code", "error_msg", 1024)),
            ..Route::of::<ActivateLicenseV2Request>("sdk-hmac")
        },
        Route {
            fields: Some(Fields::new("error_code", "error_msg", 1024)),
            ..Route::of::<QueryLicenseV1Request>("sdk-hmac")
        },
        Route {
            fields: Some(Fields::new("error_code", "error_msg", 255)),
            ..Route::of::<QueryLicenseV2Request>("sdk-hmac")
        },
        Route {
            fields: Some(Fields::new("error_code", "error_msg", 1024)),
            ..Route::of::<ReportSoftwareUsageRequest>("sdk-hmac")
        },
    ];
    const CODE_FIELD: &'static str = "resultCode";
    const MESSAGE_FIELD: &'static str = "resultMsg";
    const UNKNOWN_STATUS: u16 = 404;

    fn code_for(interface: &str, role: CodeRole) -> ResultCode {
        match (interface, role) {
            ("activateLicenseV1", CodeRole::Parameter) => {
                ResultCode::OpenInvalidParameter
            }
            ("activateLicenseV1", CodeRole::NotFound) => {
                ResultCode::OpenLicenseCodeNotFound
            }
            ("activateLicenseV1", _) => ResultCode::OpenInternalError,
            ("activateLicenseV2", CodeRole::Parameter) => {
                ResultCode::OpenInvalidParameter
            }
            ("activateLicenseV2", CodeRole::NotFound) => {
                ResultCode::OpenLicenseCodeNotFound
            }
            ("activateLicenseV2", _) => ResultCode::OpenInternalError,
            ("queryLicenseV1", CodeRole::Parameter) => ResultCode::OpenInvalidParameter,
            ("queryLicenseV1", CodeRole::NotFound) => {
                ResultCode::OpenLicenseCodeNotFound
            }
            ("queryLicenseV1", _) => ResultCode::OpenInternalError,
            ("queryLicenseV2", CodeRole::Parameter) => ResultCode::OpenInvalidParameter,
            ("queryLicenseV2", CodeRole::NotFound) => {
                ResultCode::OpenLicenseCodeNotFound
            }
            ("queryLicenseV2", _) => ResultCode::OpenInternalError,
            ("reportSoftwareUsage", CodeRole::Parameter) => {
                ResultCode::OpenInvalidParameter
            }
            ("reportSoftwareUsage", CodeRole::NotFound) => {
                ResultCode::OpenLicenseCodeNotFound
            }
            ("reportSoftwareUsage", _) => ResultCode::OpenInternalError,
            _ => role.nearest(),
        }
    }

    fn http_status(code: &ResultCode) -> u16 {
        match code {
            ResultCode::OpenParameterRejected | ResultCode::OpenBodyNotReadable => 400,
            ResultCode::OpenMethodNotSupported => 405,
            ResultCode::OpenContentTypeNotSupported => 415,
            _ => 200,
        }
    }

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
        let platform = &self.platform;
        match call.selected() {
            "activateLicenseV1" => {
                call.answer(|call| platform.activate_license_v1(call)).await
            }
            "activateLicenseV2" => {
                call.answer(|call| platform.activate_license_v2(call)).await
            }
            "queryLicenseV1" => {
                call.answer(|call| platform.query_license_v1(call)).await
            }
            "queryLicenseV2" => {
                call.answer(|call| platform.query_license_v2(call)).await
            }
            "reportSoftwareUsage" => {
                call.answer(|call| platform.report_software_usage(call)).await
            }
            _ => call.unknown(),
        }
    }
}
