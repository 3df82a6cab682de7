// Written by `koo generate`; do not edit.

//! The merchant's server for Joint-operation License products delivered by authorization code,
//! access guide 2.0 (联营License类授权码商品接入指南(2.0版本)).

use std::time::Duration;

use koo_runtime::call::{Call, Refusal};
use koo_runtime::scheme::SchemeError;
use koo_runtime::secret::Secret;
use koo_runtime::server::{Family, Incoming, Outcome, Pair, Router};

use super::{
    RefreshLicenseCodeReply, RefreshLicenseCodeRequest, ReleaseLicenseCodeReply,
    ReleaseLicenseCodeRequest, ResultCode, UpdateLicenseCodeStatusReply,
    UpdateLicenseCodeStatusRequest, UrlSignature,
};

/// What a merchant answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The merchant's side of Joint-operation License products delivered by authorization code,
/// access guide 2.0 (联营License类授权码商品接入指南(2.0版本)).
///
/// Every method may be called again for the same event: the call says so through its
/// idempotency key. Methods may be written as `async fn`.
pub trait Merchant: Send + Sync + 'static {
    /// Updating the validity of an authorization code (更新授权码有效期(可选)).
    ///
    /// Tells the merchant the new expiry of an authorization code.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn refresh_license_code(
        &self,
        call: Call<RefreshLicenseCodeRequest>,
    ) -> impl Future<Output = Answer<RefreshLicenseCodeReply>> + Send {
        let _ = call;
        async { not_offered("refreshLicenseCode") }
    }

    /// Releasing an authorization code (释放授权码(可选)).
    ///
    /// Tells the merchant to release the resource behind an authorization code.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn release_license_code(
        &self,
        call: Call<ReleaseLicenseCodeRequest>,
    ) -> impl Future<Output = Answer<ReleaseLicenseCodeReply>> + Send {
        let _ = call;
        async { not_offered("releaseLicenseCode") }
    }

    /// Changing the status of an authorization code (变更授权码状态(可选)).
    ///
    /// Tells the merchant to freeze or unfreeze the resource behind an authorization code.
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn update_license_code_status(
        &self,
        call: Call<UpdateLicenseCodeStatusRequest>,
    ) -> impl Future<Output = Answer<UpdateLicenseCodeStatusReply>> + Send {
        let _ = call;
        async { not_offered("updateLicenseCodeStatus") }
    }
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

fn not_offered<R>(interface: &str) -> Answer<R> {
    let message = format!("{interface} is not offered");
    Err(Refusal::new(ResultCode::InvalidParameter, message))
}

struct Service<M> {
    merchant: M,
}

impl<M: Merchant> Family for Service<M> {
    type Code = ResultCode;
    type Schemes = Pair<UrlSignature>;
    const NAME: &'static str = "license-v2";
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
            "refreshLicenseCode" => {
                call.answer(|call| merchant.refresh_license_code(call)).await
            }
            "releaseLicenseCode" => {
                call.answer(|call| merchant.release_license_code(call)).await
            }
            "updateLicenseCodeStatus" => {
                call.answer(|call| merchant.update_license_code_status(call)).await
            }
            _ => call.unknown(),
        }
    }
}
