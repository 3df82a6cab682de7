// Written by `koo generate`; do not edit.

//! The merchant's server for Server whose replies are signed on one site (服务).

use std::time::Duration;

use koo_runtime::call::{Call, Refusal};
use koo_runtime::scheme::SchemeError;
use koo_runtime::secret::Secret;
use koo_runtime::server::{Family, Incoming, Outcome, Pair, Router};

use super::{
    AskPriceReply, AskPriceRequest, BodyHmac, PlaceOrderReply, PlaceOrderRequest,
    QueryHmac, ResultCode,
};
use crate::Site;

/// What a merchant answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The merchant's side of Server whose replies are signed on one site (服务).
///
/// Every method may be called again for the same event: the call says so through its
/// idempotency key. Methods may be written as `async fn`.
pub trait Merchant: Send + Sync + 'static {
    /// Asking the price (询价).
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn ask_price(
        &self,
        call: Call<AskPriceRequest>,
    ) -> impl Future<Output = Answer<AskPriceReply>> + Send {
        let _ = call;
        async { not_offered("askPrice") }
    }

    /// Placing an order (下单).
    ///
    /// Places an order.
    fn place_order(
        &self,
        call: Call<PlaceOrderRequest>,
    ) -> impl Future<Output = Answer<PlaceOrderReply>> + Send;
}

/// How the service runs: keys, policy for what is received, time budget, replay guard.
pub type Settings = koo_runtime::server::Settings<Pair<QueryHmac, BodyHmac>>;

/// Settings with the documented limits.
///
/// Replies are signed on the sites that demand it (south); call `reply_scheme` on the result to
/// sign them elsewhere too.
///
/// The caller's documented patience is the time budget.
pub fn settings(
    site: Site,
    access_key: impl Into<Secret>,
    reply_key: impl Into<Secret>,
) -> Settings {
    let access_key: Secret = access_key.into();
    let settings =
        Settings::new(QueryHmac::new(access_key.clone())).budget(Duration::from_secs(5));
    match site {
        Site::South => settings.reply_scheme(BodyHmac::new(access_key, reply_key)),
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
    Err(Refusal::new(ResultCode::BadParameter, message))
}

struct Service<M> {
    merchant: M,
}

impl<M: Merchant> Family for Service<M> {
    type Code = ResultCode;
    type Schemes = Pair<QueryHmac, BodyHmac>;
    const NAME: &'static str = "server_site_reply";
    const SELECTOR: &'static str = "action";
    const CODE_FIELD: &'static str = "code";
    const MESSAGE_FIELD: &'static str = "text";
    const MESSAGE_MAX_CHARS: usize = 200;

    fn refusal_code(_group: &str, error: &SchemeError) -> Option<ResultCode> {
        match error {
            SchemeError::Missing("nonce" | "timestamp") => {
                Some(ResultCode::BadParameter)
            }
            SchemeError::Stale { .. } => Some(ResultCode::Stale),
            _ => Some(ResultCode::BadSignature),
        }
    }

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
        let merchant = &self.merchant;
        match call.selected() {
            "price" => call.answer(|call| merchant.ask_price(call)).await,
            "place" => call.answer(|call| merchant.place_order(call)).await,
            _ => call.unknown(),
        }
    }
}
