// Written by `koo generate`; do not edit.

//! The merchant's server for Joint-operation License products, access guide (offline)
//! (联营License类商品接入指南(已下线)).

use koo_runtime::call::{Call, Refusal};
use koo_runtime::scheme::SchemeError;
use koo_runtime::secret::Secret;
use koo_runtime::server::{Family, Incoming, Input, Outcome, Pair, Router};

use super::{
    AuthToken, BodySign, ExpireLicenseReply, ExpireLicenseRequest, GetLicenseReply,
    GetLicenseRequest, RefreshLicenseReply, RefreshLicenseRequest, ReleaseLicenseReply,
    ReleaseLicenseRequest, ResultCode,
};

/// What a merchant answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The merchant's side of Joint-operation License products, access guide (offline)
/// (联营License类商品接入指南(已下线)).
///
/// Every method may be called again for the same event: the call says so through its
/// idempotency key. Methods may be written as `async fn`.
pub trait Merchant: Send + Sync + 'static {
    /// Expire a license (License过期).
    ///
    /// Says that a license has ended. It counts, while `expireTime` of `getLicense` is only an
    /// estimate.
    fn expire_license(
        &self,
        call: Call<ExpireLicenseRequest>,
    ) -> impl Future<Output = Answer<ExpireLicenseReply>> + Send;

    /// Obtain a license (new purchase) (获取License).
    ///
    /// Asks for the license of an order. The merchant makes it and answers with its text.
    fn get_license(
        &self,
        call: Call<GetLicenseRequest>,
    ) -> impl Future<Output = Answer<GetLicenseReply>> + Send;

    /// Renew a license (License续费).
    ///
    /// Gives a license a new end. Products that are sold by period must have it.
    fn refresh_license(
        &self,
        call: Call<RefreshLicenseRequest>,
    ) -> impl Future<Output = Answer<RefreshLicenseReply>> + Send;

    /// Release a license (License释放).
    ///
    /// Says that a license is given up. The merchant may delete the instance.
    fn release_license(
        &self,
        call: Call<ReleaseLicenseRequest>,
    ) -> impl Future<Output = Answer<ReleaseLicenseReply>> + Send;
}

/// How the service runs: keys, policy for what is received, time budget, replay guard.
pub type Settings = koo_runtime::server::Settings<Pair<AuthToken, BodySign>>;

/// Settings with the documented limits.
pub fn settings(access_key: impl Into<Secret>) -> Settings {
    let access_key: Secret = access_key.into();
    Settings::new(AuthToken::new(access_key.clone()))
        .reply_scheme(BodySign::new(access_key))
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
    type Schemes = Pair<AuthToken, BodySign>;
    const NAME: &'static str = "license-v1";
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
            "expireLicense" => call.answer(|call| merchant.expire_license(call)).await,
            "getLicense" => call.answer(|call| merchant.get_license(call)).await,
            "refreshLicense" => call.answer(|call| merchant.refresh_license(call)).await,
            "releaseLicense" => call.answer(|call| merchant.release_license(call)).await,
            _ => call.unknown(),
        }
    }
}
