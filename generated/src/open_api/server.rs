// Written by `koo generate`; do not edit.

//! The merchant's server for KooGallery open interfaces (云商店开放接口).

use std::time::Duration;

use koo_runtime::call::{Call, Refusal};
use koo_runtime::scheme::SchemeError;
use koo_runtime::secret::Secret;
use koo_runtime::server::{Family, Incoming, Outcome, Pair, Router};

use super::{OrderNotifyReply, OrderNotifyRequest, ResultCode, UrlSignature};

/// What a merchant answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The merchant's side of KooGallery open interfaces (云商店开放接口).
///
/// Every method may be called again for the same event: the call says so through its
/// idempotency key. Methods may be written as `async fn`.
pub trait Merchant: Send + Sync + 'static {
    /// Order notification (订单通知接口).
    ///
    /// Tells the merchant that an order was paid. It brings ids only; what was bought is read
    /// from the order query. All access types can have it (SaaS, License, API, hardware,
    /// professional service and so on). Image products are not supported yet.
    fn order_notify(
        &self,
        call: Call<OrderNotifyRequest>,
    ) -> impl Future<Output = Answer<OrderNotifyReply>> + Send;
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
    const NAME: &'static str = "open-api";
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
            "orderNotify" => call.answer(|call| merchant.order_notify(call)).await,
            _ => call.unknown(),
        }
    }
}
