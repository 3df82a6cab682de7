// Written by `koo generate`; do not edit.

//! The merchant's server for SaaS Access Guide V2.0 (New Products) (SaaS类商品接入指南
//! V2.0(新商品上架)).

use std::time::Duration;

use koo_runtime::call::{Call, Refusal};
use koo_runtime::scheme::SchemeError;
use koo_runtime::secret::Secret;
use koo_runtime::server::{Family, Incoming, Outcome, Pair, Router};

use super::{
    BodySign, ChangeInstanceCheckReply, ChangeInstanceCheckRequest, NewInstanceReply,
    NewInstanceRequest, QueryInstanceReply, QueryInstanceRequest, RefreshInstanceReply,
    RefreshInstanceRequest, ReleaseInstanceReply, ReleaseInstanceRequest, ResultCode,
    UpdateInstanceStatusReply, UpdateInstanceStatusRequest, UpgradeInstanceReply,
    UpgradeInstanceRequest, UrlSignature,
};
use crate::Site;

/// What a merchant answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The merchant's side of SaaS Access Guide V2.0 (New Products) (SaaS类商品接入指南
/// V2.0(新商品上架)).
///
/// Every method may be called again for the same event: the call says so through its
/// idempotency key. Methods may be written as `async fn`.
pub trait Merchant: Send + Sync + 'static {
    /// Verifying a change upon renewal (续费变更校验).
    ///
    /// Asks whether an instance can take another product on renewal. Nothing changes yet.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn change_instance_check(
        &self,
        call: Call<ChangeInstanceCheckRequest>,
    ) -> impl Future<Output = Answer<ChangeInstanceCheckReply>> + Send {
        let _ = call;
        async { not_offered("changeInstanceCheck") }
    }

    /// Creating an instance (创建实例).
    ///
    /// Creates the instance that a buyer has paid for. The request carries ids only; buyer,
    /// specification, quantity and period are read from the order query.
    fn new_instance(
        &self,
        call: Call<NewInstanceRequest>,
    ) -> impl Future<Output = Answer<NewInstanceReply>> + Send;

    /// Querying instance information (查询实例信息).
    ///
    /// Asks for the access data and the usage of one or several instances. The answer is shown
    /// to the buyer.
    fn query_instance(
        &self,
        call: Call<QueryInstanceRequest>,
    ) -> impl Future<Output = Answer<QueryInstanceReply>> + Send;

    /// Updating an instance (更新实例).
    ///
    /// Gives an instance of a periodic product a new expiry.
    fn refresh_instance(
        &self,
        call: Call<RefreshInstanceRequest>,
    ) -> impl Future<Output = Answer<RefreshInstanceReply>> + Send;

    /// Releasing an instance (释放实例).
    ///
    /// Deletes an instance that the buyer gave up or did not renew.
    fn release_instance(
        &self,
        call: Call<ReleaseInstanceRequest>,
    ) -> impl Future<Output = Answer<ReleaseInstanceReply>> + Send;

    /// Updating the instance status (更新实例状态).
    ///
    /// Freezes an instance or makes it usable again.
    fn update_instance_status(
        &self,
        call: Call<UpdateInstanceStatusRequest>,
    ) -> impl Future<Output = Answer<UpdateInstanceStatusReply>> + Send;

    /// Upgrading an instance (实例升级).
    ///
    /// Gives an instance of a periodic product a higher specification or more capacity.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn upgrade_instance(
        &self,
        call: Call<UpgradeInstanceRequest>,
    ) -> impl Future<Output = Answer<UpgradeInstanceReply>> + Send {
        let _ = call;
        async { not_offered("upgradeInstance") }
    }
}

/// How the service runs: keys, policy for what is received, time budget, replay guard.
pub type Settings = koo_runtime::server::Settings<Pair<UrlSignature, BodySign>>;

/// Settings with the documented limits.
///
/// Replies are signed on the sites that demand it (eu); call `reply_scheme` on the result to
/// sign them elsewhere too.
///
/// The caller's documented patience is the time budget.
pub fn settings(site: Site, access_key: impl Into<Secret>) -> Settings {
    let access_key: Secret = access_key.into();
    let settings = Settings::new(UrlSignature::new(access_key.clone()))
        .budget(Duration::from_secs(5));
    match site {
        Site::Eu => settings.reply_scheme(BodySign::new(access_key)),
        _ => settings,
    }
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
    type Schemes = Pair<UrlSignature, BodySign>;
    const NAME: &'static str = "saas-v2";
    const SELECTOR: &'static str = "activity";
    const CODE_FIELD: &'static str = "resultCode";
    const MESSAGE_FIELD: &'static str = "resultMsg";
    const MESSAGE_MAX_CHARS: usize = 255;

    fn refusal_code(_group: &str, error: &SchemeError) -> Option<ResultCode> {
        match error {
            SchemeError::Missing("nonce" | "timestamp") | SchemeError::Stale { .. } => {
                Some(ResultCode::InvalidParameter)
            }
            _ => Some(ResultCode::AuthenticationFailed),
        }
    }

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
        let merchant = &self.merchant;
        match call.selected() {
            "changeInstanceCheck" => {
                call.answer(|call| merchant.change_instance_check(call)).await
            }
            "newInstance" => call.answer(|call| merchant.new_instance(call)).await,
            "queryInstance" => call.answer(|call| merchant.query_instance(call)).await,
            "refreshInstance" => {
                call.answer(|call| merchant.refresh_instance(call)).await
            }
            "releaseInstance" => {
                call.answer(|call| merchant.release_instance(call)).await
            }
            "updateInstanceStatus" => {
                call.answer(|call| merchant.update_instance_status(call)).await
            }
            "upgradeInstance" => {
                call.answer(|call| merchant.upgrade_instance(call)).await
            }
            _ => call.unknown(),
        }
    }
}
