// Written by `koo generate`; do not edit.

//! The merchant's server for Server whose replies are always signed (服务).

use std::time::Duration;

use koo_runtime::call::{Call, Refusal};
use koo_runtime::scheme::SchemeError;
use koo_runtime::secret::Secret;
use koo_runtime::server::{Family, Incoming, Outcome, Pair, Router};

use super::{BodyHmac, HeaderHmac, PlaceOrderReply, PlaceOrderRequest, ResultCode};

/// What a merchant answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The merchant's side of Server whose replies are always signed (服务).
///
/// Every method may be called again for the same event: the call says so through its
/// idempotency key. Methods may be written as `async fn`.
pub trait Merchant: Send + Sync + 'static {
    /// Placing an order (下单).
    fn place_order(
        &self,
        call: Call<PlaceOrderRequest>,
    ) -> impl Future<Output = Answer<PlaceOrderReply>> + Send;
}

/// How the service runs: keys, policy for what is received, time budget, replay guard.
pub type Settings = koo_runtime::server::Settings<Pair<HeaderHmac, BodyHmac>>;

/// Settings with the documented limits.
///
/// The caller's documented patience is the time budget.
pub fn settings(access_key: impl Into<Secret>) -> Settings {
    let access_key: Secret = access_key.into();
    Settings::new(HeaderHmac::new(access_key.clone()))
        .budget(Duration::from_millis(1500))
        .reply_scheme(BodyHmac::new(access_key))
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
    type Schemes = Pair<HeaderHmac, BodyHmac>;
    const NAME: &'static str = "server_signed_reply";
    const SELECTOR: &'static str = "action";
    const CODE_FIELD: &'static str = "code";
    const MESSAGE_FIELD: &'static str = "text";

    fn refusal_code(_group: &str, _error: &SchemeError) -> Option<ResultCode> {
        Some(ResultCode::BadSignature)
    }

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
        let merchant = &self.merchant;
        match call.selected() {
            "place" => call.answer(|call| merchant.place_order(call)).await,
            _ => call.unknown(),
        }
    }
}
