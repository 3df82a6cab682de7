// Written by `koo generate`; do not edit.

//! The merchant's server for Joint operations kit and joint account login
//! (联营Kit接口与联营账号登录).

use std::time::Duration;

use koo_runtime::call::{Call, Refusal};
use koo_runtime::scheme::SchemeError;
use koo_runtime::secret::Secret;
use koo_runtime::server::{
    Family, Group, Incoming, Outcome, Pair, Route, Router, Schemes,
};

use super::{
    AllOrgSyncReply, AllOrgSyncRequest, AllOrgSyncV1Reply, AllOrgSyncV1Request,
    ApplicationSyncReply, ApplicationSyncRequest, ApplicationSyncV1Reply,
    ApplicationSyncV1Request, AuthSyncReply, AuthSyncRequest, AuthSyncV1Reply,
    AuthSyncV1Request, AuthToken, BodySign, ResultCode, SingleOrgSyncReply,
    SingleOrgSyncRequest, SingleOrgSyncV1Reply, SingleOrgSyncV1Request, TenantSyncReply,
    TenantSyncRequest, TenantSyncV1Reply, TenantSyncV1Request, XSign,
};

/// What a merchant answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The merchant's side of Joint operations kit and joint account login
/// (联营Kit接口与联营账号登录).
///
/// Every method may be called again for the same event: the call says so through its
/// idempotency key. Methods may be written as `async fn`.
///
/// Which methods are called depends on the keys in the settings: those of a group without keys
/// are not.
pub trait Merchant: Send + Sync + 'static {
    /// Department full sync (部门全量同步).
    ///
    /// Gives the merchant all departments of an enterprise at once.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn all_org_sync(
        &self,
        call: Call<AllOrgSyncRequest>,
    ) -> impl Future<Output = Answer<AllOrgSyncReply>> + Send {
        let _ = call;
        async { not_offered("allOrgSync") }
    }

    /// Department full sync (V1.0) (组织部门信息同步(全量)).
    ///
    /// Gives the merchant all departments of an enterprise at once. V1.0 of `allOrgSync`.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn all_org_sync_v1(
        &self,
        call: Call<AllOrgSyncV1Request>,
    ) -> impl Future<Output = Answer<AllOrgSyncV1Reply>> + Send {
        let _ = call;
        async { not_offered("allOrgSyncV1") }
    }

    /// Application credential sync (应用同步).
    ///
    /// Gives the merchant the OAuth client id and client secret of its application at one
    /// tenant.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn application_sync(
        &self,
        call: Call<ApplicationSyncRequest>,
    ) -> impl Future<Output = Answer<ApplicationSyncReply>> + Send {
        let _ = call;
        async { not_offered("applicationSync") }
    }

    /// Application credential sync (V1.0) (租户应用信息同步接口).
    ///
    /// Gives the merchant the OAuth client id and client secret of its application at one
    /// tenant. V1.0 of `applicationSync`.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn application_sync_v1(
        &self,
        call: Call<ApplicationSyncV1Request>,
    ) -> impl Future<Output = Answer<ApplicationSyncV1Reply>> + Send {
        let _ = call;
        async { not_offered("applicationSyncV1") }
    }

    /// User authorisation sync (用户授权同步).
    ///
    /// Tells the merchant which users of a tenant may use the application, and in which role.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn auth_sync(
        &self,
        call: Call<AuthSyncRequest>,
    ) -> impl Future<Output = Answer<AuthSyncReply>> + Send {
        let _ = call;
        async { not_offered("authSync") }
    }

    /// User authorisation sync (V1.0) (租户应用授权信息同步接口).
    ///
    /// Tells the merchant which users of a tenant may use the application, and in which role.
    /// V1.0 of `authSync`.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn auth_sync_v1(
        &self,
        call: Call<AuthSyncV1Request>,
    ) -> impl Future<Output = Answer<AuthSyncV1Reply>> + Send {
        let _ = call;
        async { not_offered("authSyncV1") }
    }

    /// Department incremental sync (部门增量同步).
    ///
    /// Tells the merchant that one department of a bound enterprise was added, changed or
    /// removed.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn single_org_sync(
        &self,
        call: Call<SingleOrgSyncRequest>,
    ) -> impl Future<Output = Answer<SingleOrgSyncReply>> + Send {
        let _ = call;
        async { not_offered("singleOrgSync") }
    }

    /// Department incremental sync (V1.0) (组织部门信息同步(增量)).
    ///
    /// Tells the merchant that one department of a bound enterprise was added, changed or
    /// removed. V1.0 of `singleOrgSync`.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn single_org_sync_v1(
        &self,
        call: Call<SingleOrgSyncV1Request>,
    ) -> impl Future<Output = Answer<SingleOrgSyncV1Reply>> + Send {
        let _ = call;
        async { not_offered("singleOrgSyncV1") }
    }

    /// Enterprise sync (企业同步).
    ///
    /// Tells the merchant which enterprise an order belongs to, that it changed, or that it
    /// left.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn tenant_sync(
        &self,
        call: Call<TenantSyncRequest>,
    ) -> impl Future<Output = Answer<TenantSyncReply>> + Send {
        let _ = call;
        async { not_offered("tenantSync") }
    }

    /// Tenant sync (V1.0) (租户信息同步接口).
    ///
    /// Tells the merchant which enterprise an order belongs to, or that it left. V1.0 of
    /// `tenantSync`.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn tenant_sync_v1(
        &self,
        call: Call<TenantSyncV1Request>,
    ) -> impl Future<Output = Answer<TenantSyncV1Reply>> + Send {
        let _ = call;
        async { not_offered("tenantSyncV1") }
    }
}

/// How the service runs: keys, policy for what is received, time budget, replay guard.
pub type Settings = koo_runtime::server::Settings<Keys>;

/// The keys there are. Calls of interfaces without theirs are refused.
///
/// `Keys::default()` has none; each method adds those of one group of interfaces.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    auth_token: Option<Pair<AuthToken, BodySign>>,
    x_sign: Option<Pair<XSign>>,
}

impl Keys {
    /// The keys of `allOrgSyncV1`, `applicationSyncV1`, `authSyncV1`, `singleOrgSyncV1` and
    /// `tenantSyncV1`.
    ///
    /// Replies are signed with [`BodySign`].
    #[must_use]
    pub fn auth_token(mut self, access_key: impl Into<Secret>) -> Self {
        let access_key: Secret = access_key.into();
        let request = AuthToken::new(access_key.clone());
        let reply = BodySign::new(access_key);
        self.auth_token = Some(Pair::signing(request, reply));
        self
    }

    /// The keys of `allOrgSync`, `applicationSync`, `authSync`, `singleOrgSync` and
    /// `tenantSync`.
    #[must_use]
    pub fn x_sign(mut self, kit_access_key: impl Into<Secret>) -> Self {
        let request = XSign::new(kit_access_key);
        self.x_sign = Some(Pair::new(request));
        self
    }
}

impl Schemes for Keys {
    fn group(&self, name: &str) -> Option<Group<'_>> {
        match name {
            "auth-token" => self.auth_token.as_ref()?.group(name),
            "x-sign" => self.x_sign.as_ref()?.group(name),
            _ => None,
        }
    }
}

/// Settings with the documented limits.
///
/// The caller's documented patience is the time budget.
pub fn settings(keys: Keys) -> Settings {
    Settings::of(keys).budget(Duration::from_secs(5))
}

/// A router that serves the interfaces at their paths below where it is mounted.
///
/// Run it with `koo_runtime::server::serve`, which keeps the letter case of header names.
pub fn router<M: Merchant>(merchant: M, settings: Settings) -> Router {
    koo_runtime::server::router(Service { merchant }, settings)
}

fn not_offered<R>(interface: &str) -> Answer<R> {
    let message = format!("{interface} is not offered");
    Err(Refusal::new(ResultCode::InvalidParameter, message))
}

struct Service<M> {
    merchant: M,
}

impl<M: Merchant> Family for Service<M> {
    type Code = ResultCode;
    type Schemes = Keys;
    const NAME: &'static str = "joint-kit";
    const ROUTES: &'static [Route] = &[
        Route::of::<AllOrgSyncRequest>("x-sign"),
        Route::of::<AllOrgSyncV1Request>("auth-token"),
        Route::of::<ApplicationSyncRequest>("x-sign"),
        Route::of::<ApplicationSyncV1Request>("auth-token"),
        Route::of::<AuthSyncRequest>("x-sign"),
        Route::of::<AuthSyncV1Request>("auth-token"),
        Route::of::<SingleOrgSyncRequest>("x-sign"),
        Route::of::<SingleOrgSyncV1Request>("auth-token"),
        Route::of::<TenantSyncRequest>("x-sign"),
        Route::of::<TenantSyncV1Request>("auth-token"),
    ];
    const CODE_FIELD: &'static str = "resultCode";
    const MESSAGE_FIELD: &'static str = "resultMsg";
    const MESSAGE_MAX_CHARS: usize = 255;

    fn refusal_code(group: &str, error: &SchemeError) -> Option<ResultCode> {
        match (group, error) {
            ("auth-token", _) => Some(ResultCode::AuthenticationFailed),
            (
                "x-sign",
                SchemeError::Missing("x-nonce" | "x-timestamp")
                | SchemeError::Stale { .. },
            ) => Some(ResultCode::InvalidParameter),
            ("x-sign", _) => Some(ResultCode::AuthenticationFailed),
            _ => None,
        }
    }

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
        let merchant = &self.merchant;
        match call.selected() {
            "allOrgSync" => call.answer(|call| merchant.all_org_sync(call)).await,
            "allOrgSyncV1" => call.answer(|call| merchant.all_org_sync_v1(call)).await,
            "applicationSync" => {
                call.answer(|call| merchant.application_sync(call)).await
            }
            "applicationSyncV1" => {
                call.answer(|call| merchant.application_sync_v1(call)).await
            }
            "authSync" => call.answer(|call| merchant.auth_sync(call)).await,
            "authSyncV1" => call.answer(|call| merchant.auth_sync_v1(call)).await,
            "singleOrgSync" => call.answer(|call| merchant.single_org_sync(call)).await,
            "singleOrgSyncV1" => {
                call.answer(|call| merchant.single_org_sync_v1(call)).await
            }
            "tenantSync" => call.answer(|call| merchant.tenant_sync(call)).await,
            "tenantSyncV1" => call.answer(|call| merchant.tenant_sync_v1(call)).await,
            _ => call.unknown(),
        }
    }
}
