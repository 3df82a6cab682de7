// Written by `koo generate`; do not edit.

//! The merchant's server for Server whose replies are not signed (服务).

use koo_runtime::call::{Call, Refusal};
use koo_runtime::secret::Secret;
use koo_runtime::server::{Family, Incoming, Outcome, Pair, Router};

use super::{
    AnnounceTheArrivalOfManyOrdersAtOnceReply,
    AnnounceTheArrivalOfManyOrdersAtOnceRequest, HeaderHmac, PlaceOrderReply,
    PlaceOrderRequest, ResultCode,
};

/// What a merchant answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The merchant's side of Server whose replies are not signed (服务).
///
/// Every method may be called again for the same event: the call says so through its
/// idempotency key. Methods may be written as `async fn`.
pub trait Merchant: Send + Sync + 'static {
    /// Long name (长).
    fn announce_the_arrival_of_many_orders_at_once(
        &self,
        call: Call<AnnounceTheArrivalOfManyOrdersAtOnceRequest>,
    ) -> impl Future<Output = Answer<AnnounceTheArrivalOfManyOrdersAtOnceReply>> + Send;

    /// Placing an order (下单).
    fn place_order(
        &self,
        call: Call<PlaceOrderRequest>,
    ) -> impl Future<Output = Answer<PlaceOrderReply>> + Send;
}

/// How the service runs: keys, policy for what is received, time budget, replay guard.
pub type Settings = koo_runtime::server::Settings<Pair<HeaderHmac>>;

/// Settings with the documented limits.
pub fn settings(access_key: impl Into<Secret>) -> Settings {
    Settings::new(HeaderHmac::new(access_key))
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
    type Schemes = Pair<HeaderHmac>;
    const NAME: &'static str = "server_unsigned_reply";
    const SELECTOR: &'static str = "action";
    const CODE_FIELD: &'static str = "code";
    const MESSAGE_FIELD: &'static str = "text";

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
        let merchant = &self.merchant;
        match call.selected() {
            "long" => {
                let method = M::announce_the_arrival_of_many_orders_at_once;
                call.answer(|call| method(merchant, call)).await
            }
            "place" => call.answer(|call| merchant.place_order(call)).await,
            _ => call.unknown(),
        }
    }
}
