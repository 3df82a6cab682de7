// Written by `koo generate`; do not edit.

//! The merchant's server for SaaS Access Guide V1.0 (Deprecated) (SaaS类商品接入指南
//! V1.0(已下线):通用和自服务SaaS类商品接入指南 V1.0、联营SaaS类商品接入指南 V1.0(基础接口)).

use std::time::Duration;

use koo_runtime::call::{Call, Refusal};
use koo_runtime::scheme::SchemeError;
use koo_runtime::secret::Secret;
use koo_runtime::server::{Family, Incoming, Input, Outcome, Pair, Router};

use super::{
    AuthToken, BodySign, ExpireInstanceReply, ExpireInstanceRequest,
    InstanceStatusReply, InstanceStatusRequest, NewInstanceReply, NewInstanceRequest,
    QueryInstanceReply, QueryInstanceRequest, RefreshInstanceReply,
    RefreshInstanceRequest, ReleaseInstanceReply, ReleaseInstanceRequest, ResultCode,
    UpgradeReply, UpgradeRequest,
};

/// What a merchant answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The merchant's side of SaaS Access Guide V1.0 (Deprecated) (SaaS类商品接入指南
/// V1.0(已下线):通用和自服务SaaS类商品接入指南 V1.0、联营SaaS类商品接入指南 V1.0(基础接口)).
///
/// Every method may be called again for the same event: the call says so through its
/// idempotency key. Methods may be written as `async fn`.
pub trait Merchant: Send + Sync + 'static {
    /// Expiration (商品过期).
    ///
    /// Freezes an instance whose term has ended. Its data are kept.
    fn expire_instance(
        &self,
        call: Call<ExpireInstanceRequest>,
    ) -> impl Future<Output = Answer<ExpireInstanceReply>> + Send;

    /// Resource status change (资源状态变更).
    ///
    /// Freezes an instance or makes it usable again.
    fn instance_status(
        &self,
        call: Call<InstanceStatusRequest>,
    ) -> impl Future<Output = Answer<InstanceStatusReply>> + Send;

    /// Subscription (新购商品).
    ///
    /// Creates the instance that a buyer has paid for. The request carries everything about
    /// buyer, product and period.
    fn new_instance(
        &self,
        call: Call<NewInstanceRequest>,
    ) -> impl Future<Output = Answer<NewInstanceReply>> + Send;

    /// Instance Query (查询实例信息).
    ///
    /// Asks for the access data and the usage of one or several instances. The answer is shown
    /// to the buyer.
    fn query_instance(
        &self,
        call: Call<QueryInstanceRequest>,
    ) -> impl Future<Output = Answer<QueryInstanceReply>> + Send;

    /// Renewal (商品续费).
    ///
    /// Gives an instance a new end of service.
    fn refresh_instance(
        &self,
        call: Call<RefreshInstanceRequest>,
    ) -> impl Future<Output = Answer<RefreshInstanceReply>> + Send;

    /// Resource Release (商品资源释放).
    ///
    /// Deletes an instance and its data.
    fn release_instance(
        &self,
        call: Call<ReleaseInstanceRequest>,
    ) -> impl Future<Output = Answer<ReleaseInstanceReply>> + Send;

    /// Upgrade (商品升级).
    ///
    /// Gives an instance changed attribute values (升配), higher numeric amounts (扩容), or
    /// both.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn upgrade(
        &self,
        call: Call<UpgradeRequest>,
    ) -> impl Future<Output = Answer<UpgradeReply>> + Send {
        let _ = call;
        async { not_offered("upgrade") }
    }
}

/// How the service runs: keys, policy for what is received, time budget, replay guard.
pub type Settings = koo_runtime::server::Settings<Pair<AuthToken, BodySign>>;

/// Settings with the documented limits.
///
/// The caller's documented patience is the time budget.
pub fn settings(access_key: impl Into<Secret>) -> Settings {
    let access_key: Secret = access_key.into();
    Settings::new(AuthToken::new(access_key.clone()))
        .budget(Duration::from_secs(20))
        .reply_scheme(BodySign::new(access_key))
}

/// A router that serves the family at every path below where it is mounted.
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
    type Schemes = Pair<AuthToken, BodySign>;
    const NAME: &'static str = "saas-v1";
    const SELECTOR: &'static str = "activity";
    const CODE_FIELD: &'static str = "resultCode";
    const MESSAGE_FIELD: &'static str = "resultMsg";
    const MESSAGE_MAX_CHARS: usize = 255;
    const INPUT: Input = Input::query(&["authToken"]);

    fn refusal_code(_group: &str, _error: &SchemeError) -> Option<ResultCode> {
        Some(ResultCode::AuthenticationFailed)
    }

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
        let merchant = &self.merchant;
        match call.selected() {
            "expireInstance" => call.answer(|call| merchant.expire_instance(call)).await,
            "instanceStatus" => call.answer(|call| merchant.instance_status(call)).await,
            "newInstance" => call.answer(|call| merchant.new_instance(call)).await,
            "queryInstance" => call.answer(|call| merchant.query_instance(call)).await,
            "refreshInstance" => {
                call.answer(|call| merchant.refresh_instance(call)).await
            }
            "releaseInstance" => {
                call.answer(|call| merchant.release_instance(call)).await
            }
            "upgrade" => call.answer(|call| merchant.upgrade(call)).await,
            _ => call.unknown(),
        }
    }
}
