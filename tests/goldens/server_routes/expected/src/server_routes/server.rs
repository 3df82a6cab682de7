// Written by `koo generate`; do not edit.

//! The merchant's server for Server with addresses of its own (服务).

use std::time::Duration;

use koo_runtime::call::{Call, Refusal};
use koo_runtime::scheme::SchemeError;
use koo_runtime::secret::Secret;
use koo_runtime::server::{
    Family, Group, Incoming, Input, Outcome, Pair, Route, Router, Schemes,
};

use super::{
    AskHealthReply, AskHealthRequest, BodyHmac, NewHmac, OldHmac, PlaceOrderReply,
    PlaceOrderRequest, PlaceOrderV1Reply, PlaceOrderV1Request, ResultCode,
};

/// What a merchant answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The merchant's side of Server with addresses of its own (服务).
///
/// Every method may be called again for the same event: the call says so through its
/// idempotency key. Methods may be written as `async fn`.
///
/// Which methods are called depends on the keys in the settings: those of a group without keys
/// are not.
pub trait Merchant: Send + Sync + 'static {
    /// Asking whether the server is up (健康).
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn ask_health(
        &self,
        call: Call<AskHealthRequest>,
    ) -> impl Future<Output = Answer<AskHealthReply>> + Send {
        let _ = call;
        async { not_offered("askHealth") }
    }

    /// Placing an order (下单).
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn place_order(
        &self,
        call: Call<PlaceOrderRequest>,
    ) -> impl Future<Output = Answer<PlaceOrderReply>> + Send {
        let _ = call;
        async { not_offered("placeOrder") }
    }

    /// Placing an order as before (下单).
    ///
    /// Optional: without an implementation of its own the call is refused.
    fn place_order_v1(
        &self,
        call: Call<PlaceOrderV1Request>,
    ) -> impl Future<Output = Answer<PlaceOrderV1Reply>> + Send {
        let _ = call;
        async { not_offered("placeOrderV1") }
    }
}

/// How the service runs: keys, policy for what is received, time budget, replay guard.
pub type Settings = koo_runtime::server::Settings<Keys>;

/// The keys there are. Calls of interfaces without theirs are refused.
///
/// `Keys::default()` has none; each method adds those of one group of interfaces.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    new_hmac: Option<Pair<NewHmac>>,
    old_hmac: Option<Pair<OldHmac, BodyHmac>>,
}

impl Keys {
    /// The keys of `placeOrder`.
    #[must_use]
    pub fn new_hmac(mut self, new_key: impl Into<Secret>) -> Self {
        let request = NewHmac::new(new_key);
        self.new_hmac = Some(Pair::new(request));
        self
    }

    /// The keys of `placeOrderV1`.
    ///
    /// Replies are signed with [`BodyHmac`].
    #[must_use]
    pub fn old_hmac(mut self, old_key: impl Into<Secret>) -> Self {
        let old_key: Secret = old_key.into();
        let request = OldHmac::new(old_key.clone());
        let reply = BodyHmac::new(old_key);
        self.old_hmac = Some(Pair::signing(request, reply));
        self
    }
}

impl Schemes for Keys {
    fn group(&self, name: &str) -> Option<Group<'_>> {
        match name {
            "new-hmac" => self.new_hmac.as_ref()?.group(name),
            "old-hmac" => self.old_hmac.as_ref()?.group(name),
            "unsigned" => Some(Group::unsigned()),
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
    Err(Refusal::new(ResultCode::BadParameter, message))
}

struct Service<M> {
    merchant: M,
}

impl<M: Merchant> Family for Service<M> {
    type Code = ResultCode;
    type Schemes = Keys;
    const NAME: &'static str = "server_routes";
    const ROUTES: &'static [Route] = &[
        Route {
            input: Input::query(&[]),
            ..Route::of::<AskHealthRequest>("unsigned")
        },
        Route::of::<PlaceOrderRequest>("new-hmac"),
        Route::of::<PlaceOrderV1Request>("old-hmac"),
    ];
    const CODE_FIELD: &'static str = "code";
    const MESSAGE_FIELD: &'static str = "text";
    const MESSAGE_MAX_CHARS: usize = 100;

    fn refusal_code(group: &str, error: &SchemeError) -> Option<ResultCode> {
        match (group, error) {
            ("new-hmac", SchemeError::Missing("X-Time") | SchemeError::Stale { .. }) => {
                Some(ResultCode::BadParameter)
            }
            ("new-hmac", _) => Some(ResultCode::BadSignature),
            ("old-hmac", _) => Some(ResultCode::BadSignature),
            _ => None,
        }
    }

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
        let merchant = &self.merchant;
        match call.selected() {
            "askHealth" => call.answer(|call| merchant.ask_health(call)).await,
            "placeOrder" => call.answer(|call| merchant.place_order(call)).await,
            "placeOrderV1" => call.answer(|call| merchant.place_order_v1(call)).await,
            _ => call.unknown(),
        }
    }
}
