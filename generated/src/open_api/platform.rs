// Written by `koo generate`; do not edit.

//! Plays the platform that merchants call: KooGallery open interfaces (云商店开放接口).

use koo_runtime::call::{Call, CodeRole, Refusal};
use koo_runtime::mock::documented;
use koo_runtime::scheme::SchemeError;
use koo_runtime::secret::Secret;
use koo_runtime::server::{
    Family, Fields, Group, Incoming, Input, Outcome, Pair, Policy, Route, Router,
    Schemes,
};

use super::{
    PushUsageLegacyV1Reply, PushUsageLegacyV1Request, PushUsageNewReply,
    PushUsageNewRequest, PushUsageOldReply, PushUsageOldRequest,
    QueryDeployedAssetsReply, QueryDeployedAssetsRequest, QueryOrderReply,
    QueryOrderRequest, ResultCode, SdkHmac, UploadEventFileReply,
    UploadEventFileRequest, UsagePushSignature, examples,
};

/// What the platform answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The platform's side of KooGallery open interfaces (云商店开放接口), for a merchant's tests.
///
/// Every method answers what the documentation shows, unless it is implemented. Methods may be
/// written as `async fn`.
pub trait Platform: Send + Sync + 'static {
    /// Usage push, oldest address (按需使用量推送 (最早版本)).
    ///
    /// Oldest form of the usage push. No current guide describes it; it is known from the code
    /// of a merchant only and is kept here to recognise it.
    fn push_usage_legacy_v1(
        &self,
        call: Call<PushUsageLegacyV1Request>,
    ) -> impl Future<Output = Answer<PushUsageLegacyV1Reply>> + Send {
        let answer = documented(&call, &[], ResultCode::InvalidParameter);
        async { answer }
    }

    /// Usage push (new) (按需使用量推送(新)).
    ///
    /// Reports what instances of pay-per-use products have consumed. The platform rates the
    /// records and charges the customer. A code of success says that the records arrived, not
    /// that they are right.
    fn push_usage_new(
        &self,
        call: Call<PushUsageNewRequest>,
    ) -> impl Future<Output = Answer<PushUsageNewReply>> + Send {
        let answer = documented(
            &call,
            examples::push_usage_new::ALL,
            ResultCode::UsageInvalidParameter,
        );
        async { answer }
    }

    /// Usage push (old) (按需使用量推送(旧)).
    ///
    /// Reports what instances of pay-per-use products have consumed, signed with the access key
    /// pair of the account. The new usage push replaces it; the guides of SaaS V1.0 still
    /// document it.
    fn push_usage_old(
        &self,
        call: Call<PushUsageOldRequest>,
    ) -> impl Future<Output = Answer<PushUsageOldReply>> + Send {
        let answer = documented(
            &call,
            examples::push_usage_old::ALL,
            ResultCode::MktInvalidParameter,
        );
        async { answer }
    }

    /// Querying deployed assets (查询云商店托管资产 (自动部署 Terraform 数据源)).
    ///
    /// Finds the image or the software package of an asset. It is the internal interface behind
    /// the Terraform data source `huaweicloud_koogallery_assets`, which templates for automatic
    /// deployment use. The automatic deployment guide describes the same call.
    fn query_deployed_assets(
        &self,
        call: Call<QueryDeployedAssetsRequest>,
    ) -> impl Future<Output = Answer<QueryDeployedAssetsReply>> + Send {
        let answer = documented(&call, &[], ResultCode::InvalidParameter);
        async { answer }
    }

    /// Querying an order (查询订单).
    ///
    /// Returns an order with its lines, its customer and what was bought. Only orders of
    /// products that the owner of the access key pair has published can be read.
    fn query_order(
        &self,
        call: Call<QueryOrderRequest>,
    ) -> impl Future<Output = Answer<QueryOrderReply>> + Send {
        let answer = documented(
            &call,
            examples::query_order::ALL,
            ResultCode::MktInvalidParameter,
        );
        async { answer }
    }

    /// Uploading a string or a file (字符串/文件流上传).
    ///
    /// Delivers the result of an asynchronous event to the platform, in practice the license
    /// string or the license file of an online License product. The body is multipart/form-data
    /// with one JSON part and, for a file, a second part.
    fn upload_event_file(
        &self,
        call: Call<UploadEventFileRequest>,
    ) -> impl Future<Output = Answer<UploadEventFileReply>> + Send {
        let answer = documented(
            &call,
            examples::upload_event_file::ALL,
            ResultCode::CbcInvalidParameter,
        );
        async { answer }
    }
}

/// How the service runs: keys, policy for what is received, time budget, replay guard.
pub type Settings = koo_runtime::server::Settings<Keys>;

/// The keys there are. Calls of interfaces without theirs are refused.
///
/// `Keys::default()` has none; each method adds those of one group of interfaces.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    sdk_hmac: Option<Pair<SdkHmac>>,
    usage_push_signature: Option<Pair<UsagePushSignature>>,
}

impl Keys {
    /// The keys of `pushUsageLegacyV1`, `pushUsageOld`, `queryDeployedAssets`, `queryOrder` and
    /// `uploadEventFile`.
    #[must_use]
    pub fn sdk_hmac(
        mut self,
        access_key_id: impl Into<Secret>,
        secret_access_key: impl Into<Secret>,
    ) -> Self {
        let request = SdkHmac::new(access_key_id, secret_access_key);
        self.sdk_hmac = Some(Pair::new(request));
        self
    }

    /// The keys of `pushUsageNew`.
    #[must_use]
    pub fn usage_push_signature(mut self, access_key: impl Into<Secret>) -> Self {
        let request = UsagePushSignature::new(access_key);
        self.usage_push_signature = Some(Pair::new(request));
        self
    }
}

impl Schemes for Keys {
    fn group(&self, name: &str) -> Option<Group<'_>> {
        match name {
            "sdk-hmac" => self.sdk_hmac.as_ref()?.group(name),
            "usage-push-signature" => self.usage_push_signature.as_ref()?.group(name),
            _ => None,
        }
    }
}

/// Settings with the documented limits.
///
/// What departs from the contract is refused.
pub fn settings(keys: Keys) -> Settings {
    Settings::of(keys).policy(Policy::Strict).body_limit(16 * 1024 * 1024)
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
    type Schemes = Keys;
    const NAME: &'static str = "open-api";
    const ROUTES: &'static [Route] = &[
        Route {
            fields: Some(Fields::NONE),
            ..Route::of::<PushUsageLegacyV1Request>("sdk-hmac")
        },
        Route {
            fields: Some(Fields::new("error_code", "error_msg", 255)),
            ..Route::of::<PushUsageNewRequest>("usage-push-signature")
        },
        Route {
            fields: Some(Fields::new("error_code", "error_msg", 255)),
            ..Route::of::<PushUsageOldRequest>("sdk-hmac")
        },
        Route {
            input: Input::query(&[]),
            fields: Some(Fields::NONE),
            ..Route::of::<QueryDeployedAssetsRequest>("sdk-hmac")
        },
        Route {
            input: Input::query(&[]),
            ..Route::of::<QueryOrderRequest>("sdk-hmac")
        },
        Route {
            input: Input::Parts {
                binary: &["file"],
                json: &["isvUpdateFileReq"],
            },
            fields: Some(Fields::new("error_code", "error_msg", 1024)),
            ..Route::of::<UploadEventFileRequest>("sdk-hmac")
        },
    ];
    const CODE_FIELD: &'static str = "resultCode";
    const MESSAGE_FIELD: &'static str = "resultMsg";
    const MESSAGE_MAX_CHARS: usize = 1024;
    const UNKNOWN_STATUS: u16 = 404;

    fn refusal_code(group: &str, _error: &SchemeError) -> Option<ResultCode> {
        match (group, _error) {
            ("usage-push-signature", _) => Some(ResultCode::UsageNotAuthorized),
            _ => None,
        }
    }

    fn code_for(interface: &str, role: CodeRole) -> ResultCode {
        match (interface, role) {
            ("pushUsageNew", CodeRole::Signature) => ResultCode::UsageNotAuthorized,
            ("pushUsageNew", CodeRole::Parameter) => ResultCode::UsageInvalidParameter,
            ("pushUsageNew", _) => ResultCode::UsageSystemError,
            ("pushUsageOld", CodeRole::Signature) => ResultCode::GatewayNotAuthenticated,
            ("pushUsageOld", CodeRole::Parameter) => ResultCode::MktInvalidParameter,
            ("pushUsageOld", _) => ResultCode::MktInternalError,
            ("queryOrder", CodeRole::Signature) => ResultCode::GatewayNotAuthenticated,
            ("queryOrder", CodeRole::Parameter) => ResultCode::MktInvalidParameter,
            ("queryOrder", _) => ResultCode::MktInternalError,
            ("uploadEventFile", CodeRole::Signature) => {
                ResultCode::GatewayNotAuthenticated
            }
            ("uploadEventFile", CodeRole::Parameter) => ResultCode::CbcInvalidParameter,
            ("uploadEventFile", _) => ResultCode::CbcInternalError,
            _ => role.nearest(),
        }
    }

    fn http_status(code: &ResultCode) -> u16 {
        match code {
            ResultCode::LicenseApiInvalidParameter
            | ResultCode::UsageInvalidParameter
            | ResultCode::UsageTimeProblem
            | ResultCode::CbcInvalidParameter
            | ResultCode::MktInvalidParameter
            | ResultCode::MktInvalidBodySignature
            | ResultCode::MktRequestParameterError => 400,
            ResultCode::UsageNotAuthorized
            | ResultCode::GatewayNotAuthenticated
            | ResultCode::MktIllegalOperation
            | ResultCode::MktNoAuthority
            | ResultCode::MktIllegalToken => 401,
            ResultCode::CbcIllegalOperation => 403,
            ResultCode::MktFrequencyExceeded => 406,
            ResultCode::UsageSystemError
            | ResultCode::CbcInternalError
            | ResultCode::MktInputCheckFailed
            | ResultCode::MktInternalError
            | ResultCode::MktInstanceNotFound
            | ResultCode::MktInvalidUsageEntity
            | ResultCode::MktTooManyRecords
            | ResultCode::MktRecordTooOld => 500,
            ResultCode::GatewayTimeout => 504,
            _ => 200,
        }
    }

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
        let platform = &self.platform;
        match call.selected() {
            "pushUsageLegacyV1" => {
                call.answer(|call| platform.push_usage_legacy_v1(call)).await
            }
            "pushUsageNew" => call.answer(|call| platform.push_usage_new(call)).await,
            "pushUsageOld" => call.answer(|call| platform.push_usage_old(call)).await,
            "queryDeployedAssets" => {
                call.answer(|call| platform.query_deployed_assets(call)).await
            }
            "queryOrder" => call.answer(|call| platform.query_order(call)).await,
            "uploadEventFile" => {
                call.answer(|call| platform.upload_event_file(call)).await
            }
            _ => call.unknown(),
        }
    }
}
