// Written by `koo generate`; do not edit.

//! Plays the platform that merchants call: Joint-operation License products, access guide for
//! client software (联营License客户端软件对接指南).

use koo_runtime::call::{Call, CodeRole, Refusal};
use koo_runtime::mock::documented;
use koo_runtime::secret::Secret;
use koo_runtime::server::{
    Family, Fields, Incoming, Input, Outcome, Pair, Policy, Route, Router,
};

use super::{ResultCode, SdkHmac, UploadLicenseReply, UploadLicenseRequest, examples};

/// What the platform answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The platform's side of Joint-operation License products, access guide for client software
/// (联营License客户端软件对接指南), for a merchant's tests.
///
/// Every method answers what the documentation shows, unless it is implemented. Methods may be
/// written as `async fn`.
pub trait Platform: Send + Sync + 'static {
    /// Uploading a license as text or as a file (字符串/文件流上传).
    ///
    /// Pushes a license to the platform, as text or as a file. The body is multipart/form-data
    /// with a JSON part and, for a file, the file itself.
    fn upload_license(
        &self,
        call: Call<UploadLicenseRequest>,
    ) -> impl Future<Output = Answer<UploadLicenseReply>> + Send {
        let answer = documented(
            &call,
            examples::upload_license::ALL,
            ResultCode::OpenInvalidParameter,
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
    Settings::new(SdkHmac::new(access_key_id, secret_access_key))
        .policy(Policy::Strict)
        .body_limit(16 * 1024 * 1024)
}

/// A router that serves the interfaces at their paths below where it is mounted.
///
/// Run it with `koo_runtime::server::serve`, which keeps the letter case of header names.
pub fn router<P: Platform>(platform: P, settings: Settings) -> Router {
    koo_runtime::server::router(Service { platform }, settings)
}

const ROUTE: Route = Route {
    input: Input::Parts {
        binary: &["file"],
        json: &["isvUpdateFileReq"],
    },
    fields: Some(Fields::new("error_code", "error_msg", 1024)),
    ..Route::of::<UploadLicenseRequest>("sdk-hmac")
};

struct Service<P> {
    platform: P,
}

impl<P: Platform> Family for Service<P> {
    type Code = ResultCode;
    type Schemes = Pair<SdkHmac>;
    const NAME: &'static str = "license-client";
    const ROUTES: &'static [Route] = &[ROUTE];
    const CODE_FIELD: &'static str = "resultCode";
    const MESSAGE_FIELD: &'static str = "resultMsg";
    const UNKNOWN_STATUS: u16 = 404;

    fn code_for(interface: &str, role: CodeRole) -> ResultCode {
        match (interface, role) {
            ("uploadLicense", CodeRole::Signature) => {
                ResultCode::OpenAuthenticationFailed
            }
            ("uploadLicense", CodeRole::Parameter) => ResultCode::OpenInvalidParameter,
            ("uploadLicense", _) => ResultCode::OpenInternalError,
            _ => role.nearest(),
        }
    }

    fn http_status(code: &ResultCode) -> u16 {
        match code {
            ResultCode::OpenInvalidParameter => 400,
            ResultCode::OpenAuthenticationFailed => 403,
            ResultCode::OpenInternalError => 500,
            _ => 200,
        }
    }

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
        let platform = &self.platform;
        match call.selected() {
            "uploadLicense" => call.answer(|call| platform.upload_license(call)).await,
            _ => call.unknown(),
        }
    }
}
