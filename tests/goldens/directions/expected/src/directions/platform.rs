// Written by `koo generate`; do not edit.

//! Plays the platform that merchants call: Other directions (方向).

use koo_runtime::call::{Call, Refusal};
use koo_runtime::mock::documented;
use koo_runtime::scheme::Unsigned;
use koo_runtime::server::{
    Family, Fields, Incoming, Input, Outcome, Pair, Policy, Route, Router,
};

use super::{ReadOrderReply, ReadOrderRequest};

/// A result code. The contract lists none.
pub type ResultCode = koo_runtime::call::TextCode;

/// What the platform answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The platform's side of Other directions (方向), for a merchant's tests.
///
/// Every method answers what the documentation shows, unless it is implemented. Methods may be
/// written as `async fn`.
pub trait Platform: Send + Sync + 'static {
    /// Reading an order (查询).
    fn read_order(
        &self,
        call: Call<ReadOrderRequest>,
    ) -> impl Future<Output = Answer<ReadOrderReply>> + Send {
        let answer = documented(&call, &[], ResultCode::from("not-found"));
        async { answer }
    }
}

/// How the service runs: keys, policy for what is received, time budget, replay guard.
pub type Settings = koo_runtime::server::Settings<Pair<Unsigned>>;

/// Settings with the documented limits.
///
/// What departs from the contract is refused.
pub fn settings() -> Settings {
    Settings::new(Unsigned).policy(Policy::Strict)
}

/// A router that serves the interfaces at their paths below where it is mounted.
///
/// Run it with `koo_runtime::server::serve`, which keeps the letter case of header names.
pub fn router<P: Platform>(platform: P, settings: Settings) -> Router {
    koo_runtime::server::router(Service { platform }, settings)
}

const ROUTE: Route = Route {
    input: Input::query(&[]),
    fields: Some(Fields::NONE),
    ..Route::of::<ReadOrderRequest>("unsigned")
};

struct Service<P> {
    platform: P,
}

impl<P: Platform> Family for Service<P> {
    type Code = ResultCode;
    type Schemes = Pair<Unsigned>;
    const NAME: &'static str = "directions";
    const ROUTES: &'static [Route] = &[ROUTE];
    const CODE_FIELD: &'static str = "code";
    const MESSAGE_FIELD: &'static str = "message";
    const UNKNOWN_STATUS: u16 = 404;

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
        let platform = &self.platform;
        match call.selected() {
            "readOrder" => call.answer(|call| platform.read_order(call)).await,
            _ => call.unknown(),
        }
    }
}
