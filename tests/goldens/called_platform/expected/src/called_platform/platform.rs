// Written by `koo generate`; do not edit.

//! Plays the platform that merchants call: What merchants call (平台).

use koo_runtime::call::{Call, CodeRole, Refusal};
use koo_runtime::mock::documented;
use koo_runtime::secret::Secret;
use koo_runtime::server::{
    Family, Fields, Group, Incoming, Input, Outcome, Pair, Policy, Route, Router,
    Schemes, Xml,
};

use super::{
    Bearer, GetTokenReply, GetTokenRequest, HeaderHmac, ReadOrderReply,
    ReadOrderRequest, RefreshTokenReply, RefreshTokenRequest, ResultCode,
    UploadFileReply, UploadFileRequest, WhoIsItReply, WhoIsItRequest, examples,
};

/// What the platform answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The platform's side of What merchants call (平台), for a merchant's tests.
///
/// Every method answers what the documentation shows, unless it is implemented. Methods may be
/// written as `async fn`.
pub trait Platform: Send + Sync + 'static {
    /// Getting a token (令牌).
    fn get_token(
        &self,
        call: Call<GetTokenRequest>,
    ) -> impl Future<Output = Answer<GetTokenReply>> + Send {
        let answer =
            documented(&call, examples::get_token::ALL, ResultCode::from("not-found"));
        async { answer }
    }

    /// Reading an order (查询).
    fn read_order(
        &self,
        call: Call<ReadOrderRequest>,
    ) -> impl Future<Output = Answer<ReadOrderReply>> + Send {
        let answer = documented(&call, examples::read_order::ALL, ResultCode::NoOrder);
        async { answer }
    }

    /// Getting another token (令牌).
    fn refresh_token(
        &self,
        call: Call<RefreshTokenRequest>,
    ) -> impl Future<Output = Answer<RefreshTokenReply>> + Send {
        let answer = documented(&call, &[], ResultCode::from("not-found"));
        async { answer }
    }

    /// Uploading a file (上传).
    fn upload_file(
        &self,
        call: Call<UploadFileRequest>,
    ) -> impl Future<Output = Answer<UploadFileReply>> + Send {
        let answer = documented(&call, &[], ResultCode::Failed);
        async { answer }
    }

    /// Asking who it is (用户).
    fn who_is_it(
        &self,
        call: Call<WhoIsItRequest>,
    ) -> impl Future<Output = Answer<WhoIsItReply>> + Send {
        let answer =
            documented(&call, examples::who_is_it::ALL, ResultCode::from("not-found"));
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
    bearer: Option<Pair<Bearer>>,
    header_hmac: Option<Pair<HeaderHmac>>,
}

impl Keys {
    /// The keys of `whoIsIt`.
    #[must_use]
    pub fn bearer(mut self, token: impl Into<Secret>) -> Self {
        let request = Bearer::new(token);
        self.bearer = Some(Pair::new(request));
        self
    }

    /// The keys of `readOrder` and `uploadFile`.
    #[must_use]
    pub fn header_hmac(mut self, access_key: impl Into<Secret>) -> Self {
        let request = HeaderHmac::new(access_key);
        self.header_hmac = Some(Pair::new(request));
        self
    }
}

impl Schemes for Keys {
    fn group(&self, name: &str) -> Option<Group<'_>> {
        match name {
            "bearer" => self.bearer.as_ref()?.group(name),
            "header-hmac" => self.header_hmac.as_ref()?.group(name),
            "unsigned" => Some(Group::unsigned()),
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
    const NAME: &'static str = "called_platform";
    const ROUTES: &'static [Route] = &[
        Route {
            select: Some(("grant", "code")),
            input: Input::Form,
            fields: Some(Fields::NONE),
            ..Route::of::<GetTokenRequest>("unsigned")
        },
        Route {
            input: Input::query(&[]),
            fields: Some(Fields::new("code", "text", 100)),
            ..Route::of::<ReadOrderRequest>("header-hmac")
        },
        Route {
            select: Some(("grant", "refresh")),
            input: Input::Form,
            fields: Some(Fields::NONE),
            ..Route::of::<RefreshTokenRequest>("unsigned")
        },
        Route {
            input: Input::Parts {
                binary: &["file"],
                json: &["about"],
            },
            fields: Some(Fields::new("code", "text", 100)),
            ..Route::of::<UploadFileRequest>("header-hmac")
        },
        Route {
            input: Input::query(&[]),
            fields: Some(Fields::NONE),
            xml: Some(Xml::new("u", "https://north.example/ns")),
            ..Route::of::<WhoIsItRequest>("bearer")
        },
    ];
    const CODE_FIELD: &'static str = "code";
    const MESSAGE_FIELD: &'static str = "message";
    const UNKNOWN_STATUS: u16 = 404;

    fn code_for(interface: &str, role: CodeRole) -> ResultCode {
        match (interface, role) {
            ("readOrder", CodeRole::Signature) => ResultCode::NotAllowed,
            ("readOrder", CodeRole::Parameter) => ResultCode::BadParameter,
            ("readOrder", CodeRole::NotFound) => ResultCode::NoOrder,
            ("readOrder", _) => ResultCode::Failed,
            ("uploadFile", CodeRole::Signature) => ResultCode::NotAllowed,
            ("uploadFile", _) => ResultCode::Failed,
            _ => role.nearest(),
        }
    }

    fn http_status(code: &ResultCode) -> u16 {
        match code {
            ResultCode::BadParameter => 400,
            ResultCode::NotAllowed => 401,
            ResultCode::Failed => 500,
            _ => 200,
        }
    }

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
        let platform = &self.platform;
        match call.selected() {
            "getToken" => call.answer(|call| platform.get_token(call)).await,
            "readOrder" => call.answer(|call| platform.read_order(call)).await,
            "refreshToken" => call.answer(|call| platform.refresh_token(call)).await,
            "uploadFile" => call.answer(|call| platform.upload_file(call)).await,
            "whoIsIt" => call.answer(|call| platform.who_is_it(call)).await,
            _ => call.unknown(),
        }
    }
}
