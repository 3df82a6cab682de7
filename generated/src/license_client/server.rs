// Written by `koo generate`; do not edit.

//! The merchant's server for Joint-operation License products, access guide for client software
//! (联营License客户端软件对接指南).

use std::time::Duration;

use koo_runtime::call::{Call, Refusal};
use koo_runtime::scheme::SchemeError;
use koo_runtime::secret::Secret;
use koo_runtime::server::{Family, Incoming, Outcome, Pair, Router};

use super::{
    GetLicenseAsyncReply, GetLicenseAsyncRequest, NewInstanceReply, NewInstanceRequest,
    RefreshInstanceReply, RefreshInstanceRequest, ReleaseInstanceReply,
    ReleaseInstanceRequest, ResultCode, UpdateInstanceStatusReply,
    UpdateInstanceStatusRequest, UrlSignature,
};

/// What a merchant answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The merchant's side of Joint-operation License products, access guide for client software
/// (联营License客户端软件对接指南).
///
/// Every method may be called again for the same event: the call says so through its
/// idempotency key. Methods may be written as `async fn`.
pub trait Merchant: Send + Sync + 'static {
    /// Requesting a license asynchronously (异步申请License).
    ///
    /// Asks the merchant to make a license. The reply carries none; the merchant pushes the
    /// license with `uploadLicense` once it exists, with `eventId` in the path.
    fn get_license_async(
        &self,
        call: Call<GetLicenseAsyncRequest>,
    ) -> impl Future<Output = Answer<GetLicenseAsyncReply>> + Send;

    /// Creating an instance (创建实例).
    ///
    /// Creates the instance that a customer has paid for. The request carries ids only; what
    /// was bought is read from the order query of the open API.
    fn new_instance(
        &self,
        call: Call<NewInstanceRequest>,
    ) -> impl Future<Output = Answer<NewInstanceReply>> + Send;

    /// Updating an instance (更新实例).
    ///
    /// Tells the merchant the new expiry of an instance.
    fn refresh_instance(
        &self,
        call: Call<RefreshInstanceRequest>,
    ) -> impl Future<Output = Answer<RefreshInstanceReply>> + Send;

    /// Releasing an instance (释放实例).
    ///
    /// Tells the merchant to release an instance.
    fn release_instance(
        &self,
        call: Call<ReleaseInstanceRequest>,
    ) -> impl Future<Output = Answer<ReleaseInstanceReply>> + Send;

    /// Changing the status of an instance (更新实例状态).
    ///
    /// Tells the merchant to freeze or unfreeze an instance.
    fn update_instance_status(
        &self,
        call: Call<UpdateInstanceStatusRequest>,
    ) -> impl Future<Output = Answer<UpdateInstanceStatusReply>> + Send;
}

/// How the service runs: keys, policy for what is received, time budget, replay guard.
pub type Settings = koo_runtime::server::Settings<Pair<UrlSignature>>;

/// Settings with the documented limits.
///
/// The caller's documented patience is the time budget.
pub fn settings(access_key: impl Into<Secret>) -> Settings {
    Settings::new(UrlSignature::new(access_key)).budget(Duration::from_secs(5))
}

/// A router that serves the family at every path below where it is mounted.
///
/// Run it with `koo_runtime::server::serve`, which keeps the letter case of header names.
pub fn router<M: Merchant>(merchant: M, settings: Settings) -> Router {
    koo_runtime::server::router(Service { merchant }, settings)
}

struct Service<M> {
    merchant: M,
}

impl<M: Merchant> Family for Service<M> {
    type Code = ResultCode;
    type Schemes = Pair<UrlSignature>;
    const NAME: &'static str = "license-client";
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
            "getLicenseAsync" => {
                call.answer(|call| merchant.get_license_async(call)).await
            }
            "newInstance" => call.answer(|call| merchant.new_instance(call)).await,
            "refreshInstance" => {
                call.answer(|call| merchant.refresh_instance(call)).await
            }
            "releaseInstance" => {
                call.answer(|call| merchant.release_instance(call)).await
            }
            "updateInstanceStatus" => {
                call.answer(|call| merchant.update_instance_status(call)).await
            }
            _ => call.unknown(),
        }
    }
}
