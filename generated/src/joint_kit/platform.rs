// Written by `koo generate`; do not edit.

//! Plays the platform that merchants call: Joint operations kit and joint account login
//! (联营Kit接口与联营账号登录).

use koo_runtime::call::{Call, Refusal};
use koo_runtime::mock::documented;
use koo_runtime::secret::Secret;
use koo_runtime::server::{
    Family, Fields, Group, Incoming, Input, Outcome, Pair, Policy, Route, Router,
    Schemes, Xml,
};

use super::{
    BearerToken, CasServiceValidateReply, CasServiceValidateRequest,
    OauthRefreshTokenReply, OauthRefreshTokenRequest, OauthTokenReply,
    OauthTokenRequest, OauthUserinfoReply, OauthUserinfoRequest, OrgidBearerToken,
    OrgidCasServiceValidateReply, OrgidCasServiceValidateRequest, OrgidTokenReply,
    OrgidTokenRequest, OrgidUserinfoReply, OrgidUserinfoRequest, ResultCode, examples,
};

/// What the platform answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The platform's side of Joint operations kit and joint account login
/// (联营Kit接口与联营账号登录), for a merchant's tests.
///
/// Every method answers what the documentation shows, unless it is implemented. Methods may be
/// written as `async fn`.
pub trait Platform: Send + Sync + 'static {
    /// CAS 3.0 ticket validation (验证票据(CAS3.0)).
    ///
    /// Says who logged in, by the ticket of the CAS callback. The ticket is the only proof that
    /// is needed.
    fn cas_service_validate(
        &self,
        call: Call<CasServiceValidateRequest>,
    ) -> impl Future<Output = Answer<CasServiceValidateReply>> + Send {
        let answer = documented(
            &call,
            examples::cas_service_validate::ALL,
            ResultCode::InstanceNotFound,
        );
        async { answer }
    }

    /// OAuth token refresh (OAuth刷新Access Token).
    ///
    /// Gets a new access token without a new login.
    fn oauth_refresh_token(
        &self,
        call: Call<OauthRefreshTokenRequest>,
    ) -> impl Future<Output = Answer<OauthRefreshTokenReply>> + Send {
        let answer = documented(
            &call,
            examples::oauth_refresh_token::ALL,
            ResultCode::InstanceNotFound,
        );
        async { answer }
    }

    /// OAuth access token (OAuth获取AccessToken).
    ///
    /// Exchanges the authorisation code for an access token and a refresh token.
    fn oauth_token(
        &self,
        call: Call<OauthTokenRequest>,
    ) -> impl Future<Output = Answer<OauthTokenReply>> + Send {
        let answer =
            documented(&call, examples::oauth_token::ALL, ResultCode::InstanceNotFound);
        async { answer }
    }

    /// OAuth user information (OAuth获取用户信息).
    ///
    /// Says who logged in. name, `userName`, tenant, role and `organizationCode` are the
    /// attributes to check.
    fn oauth_userinfo(
        &self,
        call: Call<OauthUserinfoRequest>,
    ) -> impl Future<Output = Answer<OauthUserinfoReply>> + Send {
        let answer = documented(
            &call,
            examples::oauth_userinfo::ALL,
            ResultCode::InstanceNotFound,
        );
        async { answer }
    }

    /// OrgID CAS 3.0 ticket validation (OrgID 验证票据).
    ///
    /// Says who logged in through OrgID, by the ticket of the CAS callback. It has no parameter
    /// format and answers JSON.
    fn orgid_cas_service_validate(
        &self,
        call: Call<OrgidCasServiceValidateRequest>,
    ) -> impl Future<Output = Answer<OrgidCasServiceValidateReply>> + Send {
        let answer = documented(
            &call,
            examples::orgid_cas_service_validate::ALL,
            ResultCode::InstanceNotFound,
        );
        async { answer }
    }

    /// OrgID access token (OrgID 获取AccessToken).
    ///
    /// Exchanges a code of OrgID for an access token. OrgID is a related service with a host of
    /// its own that uses the V1.0 sync interfaces.
    fn orgid_token(
        &self,
        call: Call<OrgidTokenRequest>,
    ) -> impl Future<Output = Answer<OrgidTokenReply>> + Send {
        let answer =
            documented(&call, examples::orgid_token::ALL, ResultCode::InstanceNotFound);
        async { answer }
    }

    /// OrgID user information (OrgID 获取用户信息).
    ///
    /// Says who logged in through OrgID. The members are in `snake_case` here and in
    /// `camelCase` at the tenants' own centres.
    fn orgid_userinfo(
        &self,
        call: Call<OrgidUserinfoRequest>,
    ) -> impl Future<Output = Answer<OrgidUserinfoReply>> + Send {
        let answer = documented(
            &call,
            examples::orgid_userinfo::ALL,
            ResultCode::InstanceNotFound,
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
    bearer_token: Option<Pair<BearerToken>>,
    orgid_bearer_token: Option<Pair<OrgidBearerToken>>,
}

impl Keys {
    /// The keys of `oauthUserinfo`.
    #[must_use]
    pub fn bearer_token(mut self, access_token: impl Into<Secret>) -> Self {
        let request = BearerToken::new(access_token);
        self.bearer_token = Some(Pair::new(request));
        self
    }

    /// The keys of `orgidUserinfo`.
    #[must_use]
    pub fn orgid_bearer_token(mut self, access_token: impl Into<Secret>) -> Self {
        let request = OrgidBearerToken::new(access_token);
        self.orgid_bearer_token = Some(Pair::new(request));
        self
    }
}

impl Schemes for Keys {
    fn group(&self, name: &str) -> Option<Group<'_>> {
        match name {
            "bearer-token" => self.bearer_token.as_ref()?.group(name),
            "orgid-bearer-token" => self.orgid_bearer_token.as_ref()?.group(name),
            "unsigned" => Some(Group::unsigned()),
            _ => None,
        }
    }
}

/// Settings with the documented limits.
///
/// What departs from the contract is refused.
pub fn settings(keys: Keys) -> Settings {
    Settings::of(keys).policy(Policy::Strict)
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
    const NAME: &'static str = "joint-kit";
    const ROUTES: &'static [Route] = &[
        Route {
            input: Input::query(&[]),
            fields: Some(Fields::NONE),
            xml: Some(
                Xml::new("cas", "http://www.yale.edu/tp/cas").when("format", "XML"),
            ),
            ..Route::of::<CasServiceValidateRequest>("unsigned")
        },
        Route {
            select: Some(("grant_type", "refresh_token")),
            input: Input::Form,
            fields: Some(Fields::NONE),
            ..Route::of::<OauthRefreshTokenRequest>("unsigned")
        },
        Route {
            select: Some(("grant_type", "authorization_code")),
            input: Input::Form,
            fields: Some(Fields::NONE),
            ..Route::of::<OauthTokenRequest>("unsigned")
        },
        Route {
            input: Input::query(&[]),
            fields: Some(Fields::NONE),
            ..Route::of::<OauthUserinfoRequest>("bearer-token")
        },
        Route {
            input: Input::query(&[]),
            fields: Some(Fields::NONE),
            ..Route::of::<OrgidCasServiceValidateRequest>("unsigned")
        },
        Route {
            input: Input::Form,
            fields: Some(Fields::NONE),
            ..Route::of::<OrgidTokenRequest>("unsigned")
        },
        Route {
            input: Input::query(&[]),
            fields: Some(Fields::NONE),
            ..Route::of::<OrgidUserinfoRequest>("orgid-bearer-token")
        },
    ];
    const CODE_FIELD: &'static str = "resultCode";
    const MESSAGE_FIELD: &'static str = "resultMsg";
    const UNKNOWN_STATUS: u16 = 404;

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
        let platform = &self.platform;
        match call.selected() {
            "casServiceValidate" => {
                call.answer(|call| platform.cas_service_validate(call)).await
            }
            "oauthRefreshToken" => {
                call.answer(|call| platform.oauth_refresh_token(call)).await
            }
            "oauthToken" => call.answer(|call| platform.oauth_token(call)).await,
            "oauthUserinfo" => call.answer(|call| platform.oauth_userinfo(call)).await,
            "orgidCasServiceValidate" => {
                call.answer(|call| platform.orgid_cas_service_validate(call)).await
            }
            "orgidToken" => call.answer(|call| platform.orgid_token(call)).await,
            "orgidUserinfo" => call.answer(|call| platform.orgid_userinfo(call)).await,
            _ => call.unknown(),
        }
    }
}
