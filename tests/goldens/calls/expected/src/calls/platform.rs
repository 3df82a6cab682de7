// Written by `koo generate`; do not edit.

//! Plays the platform that merchants call: Calling the market (调用).

use koo_runtime::call::{Call, Refusal};
use koo_runtime::mock::documented;
use koo_runtime::secret::Secret;
use koo_runtime::server::{
    Family, Fields, Group, Incoming, Input, Outcome, Pair, Policy, Route, Router,
    Schemes, Xml,
};

use super::{
    Bearer, BodySignature, KeyAndSignature, LoginReply, LoginRequest, NewReply,
    NewRequest, NewV2Reply, NewV2Request, PlaceOrderReply, PlaceOrderRequest,
    RateManyReply, RateManyRequest, RateOneReply, RateOneRequest, ReadOrderReply,
    ReadOrderRequest, ResultCode, WhoAmIReply, WhoAmIRequest,
};

/// What the platform answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The platform's side of Calling the market (调用), for a merchant's tests.
///
/// Every method answers what the documentation shows, unless it is implemented. Methods may be
/// written as `async fn`.
pub trait Platform: Send + Sync + 'static {
    /// Login (登录).
    fn login(
        &self,
        call: Call<LoginRequest>,
    ) -> impl Future<Output = Answer<LoginReply>> + Send {
        let answer = documented(&call, &[], ResultCode::from("not-found"));
        async { answer }
    }

    /// New (新).
    fn new_(
        &self,
        call: Call<NewRequest>,
    ) -> impl Future<Output = Answer<NewReply>> + Send {
        let answer = documented(&call, &[], ResultCode::from("not-found"));
        async { answer }
    }

    /// New (新).
    fn new_v2(
        &self,
        call: Call<NewV2Request>,
    ) -> impl Future<Output = Answer<NewV2Reply>> + Send {
        let answer = documented(&call, &[], ResultCode::from("not-found"));
        async { answer }
    }

    /// Placing an order (下单).
    fn place_order(
        &self,
        call: Call<PlaceOrderRequest>,
    ) -> impl Future<Output = Answer<PlaceOrderReply>> + Send {
        let answer = documented(&call, &[], ResultCode::from("not-found"));
        async { answer }
    }

    /// Rating (评价).
    fn rate_one(
        &self,
        call: Call<RateOneRequest>,
    ) -> impl Future<Output = Answer<RateOneReply>> + Send {
        let answer = documented(&call, &[], ResultCode::from("not-found"));
        async { answer }
    }

    /// Rating (评价).
    fn rate_many(
        &self,
        call: Call<RateManyRequest>,
    ) -> impl Future<Output = Answer<RateManyReply>> + Send {
        let answer = documented(&call, &[], ResultCode::from("not-found"));
        async { answer }
    }

    /// Reading an order (查询).
    ///
    /// Returns an order.
    fn read_order(
        &self,
        call: Call<ReadOrderRequest>,
    ) -> impl Future<Output = Answer<ReadOrderReply>> + Send {
        let answer = documented(&call, &[], ResultCode::from("not-found"));
        async { answer }
    }

    /// Who am I (我是谁).
    fn who_am_i(
        &self,
        call: Call<WhoAmIRequest>,
    ) -> impl Future<Output = Answer<WhoAmIReply>> + Send {
        let answer = documented(&call, &[], ResultCode::from("not-found"));
        async { answer }
    }
}

/// How the service runs: keys, policy for what is received, time budget, replay guard.
pub type Settings = koo_runtime::server::Settings<Keys>;

/// The keys there are. Calls of interfaces without theirs are refused.
///
/// `Keys::default()` has none; each method adds those of one group of interfaces.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    bearer: Option<Pair<Bearer>>,
    body_signature: Option<Pair<BodySignature>>,
    key_and_signature: Option<Pair<KeyAndSignature>>,
}

impl Keys {
    /// The keys of `whoAmI`.
    #[must_use]
    pub fn bearer(mut self, session: impl Into<Secret>) -> Self {
        let request = Bearer::new(session);
        self.bearer = Some(Pair::new(request));
        self
    }

    /// The keys of `placeOrder`, `rateOne` and `rateMany`.
    #[must_use]
    pub fn body_signature(mut self, access_key: impl Into<Secret>) -> Self {
        let request = BodySignature::new(access_key);
        self.body_signature = Some(Pair::new(request));
        self
    }

    /// The keys of `readOrder`.
    #[must_use]
    pub fn key_and_signature(
        mut self,
        access_key: impl Into<Secret>,
        app_key: impl Into<Secret>,
    ) -> Self {
        let request = KeyAndSignature::new(access_key, app_key);
        self.key_and_signature = Some(Pair::new(request));
        self
    }
}

impl Schemes for Keys {
    fn group(&self, name: &str) -> Option<Group<'_>> {
        match name {
            "bearer" => self.bearer.as_ref()?.group(name),
            "body-signature" => self.body_signature.as_ref()?.group(name),
            "key-and-signature" => self.key_and_signature.as_ref()?.group(name),
            "unsigned" => Some(Group::unsigned()),
            _ => None,
        }
    }
}

/// Settings with the documented limits.
///
/// What departs from the contract is refused.
pub fn settings(keys: Keys) -> Settings {
    Settings::of(keys).policy(Policy::Strict)
}

/// A router that serves the interfaces at their paths below where it is mounted.
///
/// Run it with `koo_runtime::server::serve`, which keeps the letter case of header names.
pub fn router<P: Platform>(platform: P, settings: Settings) -> Router {
    koo_runtime::server::router(Service { platform }, settings)
}

struct Service<P> {
    platform: P,
}

impl<P: Platform> Family for Service<P> {
    type Code = ResultCode;
    type Schemes = Keys;
    const NAME: &'static str = "calls";
    const ROUTES: &'static [Route] = &[
        Route {
            input: Input::Form,
            fields: Some(Fields::NONE),
            ..Route::of::<LoginRequest>("unsigned")
        },
        Route {
            fields: Some(Fields::NONE),
            ..Route::of::<NewRequest>("unsigned")
        },
        Route {
            fields: Some(Fields::NONE),
            ..Route::of::<NewV2Request>("unsigned")
        },
        Route {
            fields: Some(Fields::new("status", "reason", 255)),
            ..Route::of::<PlaceOrderRequest>("body-signature")
        },
        Route {
            fields: Some(Fields::NONE),
            ..Route::of::<RateOneRequest>("body-signature")
        },
        Route {
            fields: Some(Fields::NONE),
            ..Route::of::<RateManyRequest>("body-signature")
        },
        Route {
            input: Input::query(&[]),
            ..Route::of::<ReadOrderRequest>("key-and-signature")
        },
        Route {
            input: Input::query(&[]),
            fields: Some(Fields::NONE),
            xml: Some(Xml::new("", "")),
            ..Route::of::<WhoAmIRequest>("bearer")
        },
    ];
    const CODE_FIELD: &'static str = "code";
    const MESSAGE_FIELD: &'static str = "text";
    const UNKNOWN_STATUS: u16 = 404;

    fn http_status(code: &ResultCode) -> u16 {
        match code {
            ResultCode::NotAllowed => 403,
            ResultCode::Busy | ResultCode::Closed => 503,
            _ => 200,
        }
    }

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
        let platform = &self.platform;
        match call.selected() {
            "login" => call.answer(|call| platform.login(call)).await,
            "new" => call.answer(|call| platform.new_(call)).await,
            "newV2" => call.answer(|call| platform.new_v2(call)).await,
            "placeOrder" => call.answer(|call| platform.place_order(call)).await,
            "rateOne" => call.answer(|call| platform.rate_one(call)).await,
            "rateMany" => call.answer(|call| platform.rate_many(call)).await,
            "readOrder" => call.answer(|call| platform.read_order(call)).await,
            "whoAmI" => call.answer(|call| platform.who_am_i(call)).await,
            _ => call.unknown(),
        }
    }
}
