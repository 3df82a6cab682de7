//! A family of two interfaces, written by hand the way generated code looks.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy, and no test uses all of them"
)]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use koo_runtime::crypto::{base64, concat, equal, equal_ignoring_case, hex, hmac_sha256};
use koo_runtime::message::Message;
use koo_runtime::scheme::{Carried, Evidence, Place, Scheme, SchemeError, Stamp, template};
use koo_runtime::server::{Event, Family, Incoming, Input, Outcome, Pair, Settings, router};
use koo_runtime::validate::{LengthUnit, Path, Rule, Validate, Violation, Violations, exceeds};
use koo_runtime::{Call, CodeRole, Refusal, Request, ResultCode, Secret};
use serde::{Deserialize, Serialize};

/// The key of every test, which nothing may show.
pub(crate) const KEY: &str = "demo-access-key";

/// The moment at which every test happens.
pub(crate) const NOW: i64 = 1_680_508_066_618;

/// Signs requests in the query.
pub(crate) struct UrlSignature(pub(crate) Secret);

impl UrlSignature {
    fn signature(&self, timestamp: &str, nonce: &str, message: &Message<'_>) -> String {
        let key = self.0.expose();
        let digest = hex(hmac_sha256(key, message.body));
        let text = concat(&[key, nonce, timestamp, message.path, &digest]);
        hex(hmac_sha256(key, text))
    }
}

impl Default for UrlSignature {
    fn default() -> Self {
        Self(Secret::from(KEY))
    }
}

impl Scheme for UrlSignature {
    const NAME: &'static str = "url-signature";
    const FRESH: Option<Duration> = Some(Duration::from_secs(60));

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let signature = message.query_value("signature")?;
        let timestamp = message.query_value("timestamp")?;
        let nonce = message.query_value("nonce")?;
        if !equal_ignoring_case(self.signature(timestamp, nonce, message), signature) {
            return Err(SchemeError::Mismatch("signature"));
        }
        Ok(Evidence {
            timestamp: Some(timestamp),
            nonce: Some(nonce),
        })
    }

    fn sign(&self, message: &Message<'_>, stamp: &Stamp) -> Result<Vec<Carried>, SchemeError> {
        let timestamp = stamp.timestamp_millis.to_string();
        let signature = self.signature(&timestamp, &stamp.nonce, message);
        let carried = |name, value| Carried {
            place: Place::Query,
            name,
            value,
        };
        Ok(vec![
            carried("signature", signature),
            carried("timestamp", timestamp),
            carried("nonce", stamp.nonce.clone()),
        ])
    }
}

/// Signs replies in a header. Refuses to sign a body that holds the word in `unsignable`.
pub(crate) struct BodySign {
    pub(crate) key: Secret,
    pub(crate) unsignable: Option<&'static str>,
}

impl Default for BodySign {
    fn default() -> Self {
        Self {
            key: Secret::from(KEY),
            unsignable: None,
        }
    }
}

const PACKED: &str = r#"sign_type="HMAC-SHA256", signature="{signature}""#;

impl Scheme for BodySign {
    const NAME: &'static str = "body-sign";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let packed = message.header_value("Body-Sign")?;
        let values = template::parse(PACKED, packed).ok_or(SchemeError::Malformed("Body-Sign"))?;
        let expected = base64(hmac_sha256(self.key.expose(), message.body));
        if equal(expected, values[0].1) {
            Ok(Evidence::default())
        } else {
            Err(SchemeError::Mismatch("Body-Sign"))
        }
    }

    fn sign(&self, message: &Message<'_>, _stamp: &Stamp) -> Result<Vec<Carried>, SchemeError> {
        let text = String::from_utf8_lossy(message.body);
        if self.unsignable.is_some_and(|word| text.contains(word)) {
            return Err(SchemeError::Malformed("body"));
        }
        let signature = base64(hmac_sha256(self.key.expose(), message.body));
        let value = template::fill(PACKED, &[("signature", &signature)]).unwrap();
        Ok(vec![Carried {
            place: Place::Header,
            name: "Body-Sign",
            value,
        }])
    }
}

/// Result codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Code {
    Success,
    Pending,
    Signature,
    Parameter,
    Internal,
    Other(String),
}

impl From<String> for Code {
    fn from(code: String) -> Self {
        match code.as_str() {
            "000000" => Self::Success,
            "000004" => Self::Pending,
            "000001" => Self::Signature,
            "000002" => Self::Parameter,
            "000005" => Self::Internal,
            _ => Self::Other(code),
        }
    }
}

impl ResultCode for Code {
    fn for_role(role: CodeRole) -> Option<Self> {
        match role {
            CodeRole::Success => Some(Self::Success),
            CodeRole::Pending => Some(Self::Pending),
            CodeRole::Signature => Some(Self::Signature),
            CodeRole::Parameter => Some(Self::Parameter),
            CodeRole::Internal => Some(Self::Internal),
            _ => None,
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Success => "000000",
            Self::Pending => "000004",
            Self::Signature => "000001",
            Self::Parameter => "000002",
            Self::Internal => "000005",
            Self::Other(code) => code,
        }
    }

    fn meaning(&self) -> Option<&'static str> {
        match self {
            Self::Success => Some("success"),
            Self::Signature => Some("wrong signature"),
            Self::Parameter => Some("wrong parameter"),
            Self::Internal => Some("internal error"),
            Self::Pending | Self::Other(_) => None,
        }
    }

    fn is_success(&self) -> bool {
        *self == Self::Success
    }

    fn is_retryable(&self) -> bool {
        matches!(self, Self::Pending | Self::Internal)
    }
}

impl Validate for Code {
    fn violations(&self, at: &Path<'_>, found: &mut Violations) {
        if matches!(self, Self::Other(_)) {
            found.push(Violation::new(at, Rule::OneOf));
        }
    }
}

fn max_chars(text: &str, max: usize, at: &Path<'_>, found: &mut Violations) {
    if exceeds(text, max, LengthUnit::Characters).is_some() {
        found.push(Violation::new(at, Rule::MaxLength));
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreateRequest {
    pub(crate) activity: String,
    pub(crate) order_id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) business_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) amount: Option<u32>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) is_trial: bool,
}

pub(crate) fn create(order_id: &str) -> CreateRequest {
    CreateRequest {
        activity: "create".to_owned(),
        order_id: order_id.to_owned(),
        business_id: None,
        amount: None,
        is_trial: false,
    }
}

impl Validate for CreateRequest {
    fn violations(&self, at: &Path<'_>, found: &mut Violations) {
        max_chars(&self.order_id, 8, &at.field("orderId"), found);
    }
}

impl Request for CreateRequest {
    const INTERFACE: &'static str = "create";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.is_trial;
    type Reply = CreateReply;

    fn idempotency_key(&self) -> Option<String> {
        Some(self.order_id.clone())
    }

    fn vary(&mut self, fresh: &str) {
        self.business_id = Some(fresh.to_owned());
    }
}

#[derive(Debug, Clone, Serialize, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreateReply {
    pub(crate) result_code: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) result_msg: Option<String>,
    pub(crate) instance_id: String,
}

impl Validate for CreateReply {
    fn violations(&self, at: &Path<'_>, found: &mut Violations) {
        max_chars(&self.result_code, 6, &at.field("resultCode"), found);
        max_chars(&self.instance_id, 8, &at.field("instanceId"), found);
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct QueryRequest {
    pub(crate) activity: String,
    #[serde(rename = "instanceId")]
    pub(crate) instance_id: String,
}

pub(crate) fn query(instance_id: &str) -> QueryRequest {
    QueryRequest {
        activity: "query".to_owned(),
        instance_id: instance_id.to_owned(),
    }
}

impl Validate for QueryRequest {
    fn violations(&self, _at: &Path<'_>, _found: &mut Violations) {}
}

impl Request for QueryRequest {
    const INTERFACE: &'static str = "query";
    type Reply = QueryReply;
}

/// A reply that can be anything, to see what becomes of it.
pub(crate) struct QueryReply(pub(crate) Reply);

pub(crate) enum Reply {
    Json(serde_json::Value),
    Unserialisable,
}

impl Serialize for QueryReply {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Reply::Json(value) => value.serialize(serializer),
            Reply::Unserialisable => Err(serde::ser::Error::custom("cannot, for hunter2's sake")),
        }
    }
}

impl Validate for QueryReply {
    fn violations(&self, _at: &Path<'_>, _found: &mut Violations) {}
}

/// The merchant's code. What it does hangs on the order or instance it is asked about.
#[derive(Default)]
pub(crate) struct Shop {
    pub(crate) called: Arc<AtomicUsize>,
    pub(crate) finished: Arc<AtomicUsize>,
    pub(crate) seen: Arc<Mutex<Vec<Call<CreateRequest>>>>,
}

impl Shop {
    async fn create(&self, call: Call<CreateRequest>) -> Result<CreateReply, Refusal<Code>> {
        self.called.fetch_add(1, Ordering::SeqCst);
        let reply = CreateReply {
            result_code: "000000".to_owned(),
            result_msg: None,
            instance_id: "i-1".to_owned(),
        };
        let order = call.request.order_id.clone();
        self.seen.lock().unwrap().push(call.clone());
        let result = match order.as_str() {
            "panic" => panic!("merchant's code fails on hunter2"),
            "late" => {
                tokio::time::sleep(Duration::from_secs(20)).await;
                Ok(reply)
            }
            "slow" => {
                tokio::time::sleep(Duration::from_secs(1)).await;
                Ok(reply)
            }
            "long" => Ok(CreateReply {
                instance_id: "hunter2hunter2".to_owned(),
                ..reply
            }),
            "message" => Ok(CreateReply {
                result_msg: Some("made".to_owned()),
                ..reply
            }),
            "refuse" => Err(Refusal::new(Code::Pending, "not \"yet\"\n")),
            "meaning" => Err(Code::Parameter.into()),
            "mute" => Err(Refusal::new(Code::Pending, " ")),
            "verbose" => Err(Refusal::new(Code::Parameter, "长".repeat(1000))),
            "invent" => Err(Refusal::new(Code::Other("hunter2".into()), "x")),
            _ => Ok(reply),
        };
        self.finished.fetch_add(1, Ordering::SeqCst);
        result
    }

    async fn query(&self, call: Call<QueryRequest>) -> Result<QueryReply, Refusal<Code>> {
        tokio::task::yield_now().await;
        Ok(QueryReply(match call.request.instance_id.as_str() {
            "unserialisable" => Reply::Unserialisable,
            json => Reply::Json(serde_json::from_str(json).unwrap()),
        }))
    }
}

impl Family for Shop {
    type Code = Code;
    type Schemes = Pair<UrlSignature, BodySign>;
    const NAME: &'static str = "shop";

    const SELECTOR: &'static str = "activity";
    const CODE_FIELD: &'static str = "resultCode";
    const MESSAGE_FIELD: &'static str = "resultMsg";

    fn refusal_code(_group: &str, error: &SchemeError) -> Option<Code> {
        Some(match error {
            SchemeError::Missing("signature") | SchemeError::Mismatch(_) => Code::Signature,
            _ => Code::Parameter,
        })
    }

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<Code> {
        match call.selected() {
            "create" => call.answer(|call| self.create(call)).await,
            "query" => call.answer(|call| self.query(call)).await,
            _ => call.unknown(),
        }
    }
}

pub(crate) type ShopSettings = Settings<Pair<UrlSignature, BodySign>>;

/// Settings with the clock of the tests and signed replies.
pub(crate) fn settings() -> ShopSettings {
    Settings::new(UrlSignature::default())
        .reply_scheme(BodySign::default())
        .clock(|| NOW)
}

/// A shop whose calls are `GET`s with everything in the query.
pub(crate) struct QueryShop;

impl Family for QueryShop {
    type Code = Code;
    type Schemes = Pair<UrlSignature, BodySign>;
    const NAME: &'static str = "shop";

    const SELECTOR: &'static str = "activity";
    const CODE_FIELD: &'static str = "resultCode";
    const MESSAGE_FIELD: &'static str = "resultMsg";
    const INPUT: Input = Input::Query {
        except: &["signature", "timestamp", "nonce"],
    };

    fn refusal_code(_group: &str, error: &SchemeError) -> Option<Code> {
        Shop::refusal_code("", error)
    }

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<Code> {
        let shop = Shop::default();
        match call.selected() {
            "create" => call.answer(|call| shop.create(call)).await,
            _ => call.unknown(),
        }
    }
}

/// What an observer was told, as text.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    pub(crate) fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }

    pub(crate) fn observer(&self) -> impl koo_runtime::server::Observer + 'static {
        let log = self.clone();
        move |interface: &str, event: &Event<'_>| {
            let text = match event {
                Event::Leniency(observation) => format!("{interface} leniency {observation}"),
                Event::Violation(violation) => {
                    format!(
                        "{interface} violation {} {}",
                        violation.path(),
                        violation.rule()
                    )
                }
                Event::ReplyViolation(violation) => {
                    format!(
                        "{interface} reply {} {}",
                        violation.path(),
                        violation.rule()
                    )
                }
                Event::Changed => format!("{interface} changed"),
                Event::Claimed { attempt } => format!("{interface} claimed {attempt}"),
                Event::Repeated => format!("{interface} repeated"),
                Event::Replied { code, .. } => format!("{interface} replied {code}"),
                Event::Refused { code, cause, .. } => {
                    format!("{interface} refused {code} {}", cause.as_str())
                }
                _ => "?".to_owned(),
            };
            log.0.lock().unwrap().push(text);
        }
    }
}

/// A shop with its router and what was told about it.
pub(crate) struct Bench {
    pub(crate) router: axum::Router,
    pub(crate) log: Log,
    pub(crate) called: Arc<AtomicUsize>,
    pub(crate) finished: Arc<AtomicUsize>,
    pub(crate) seen: Arc<Mutex<Vec<Call<CreateRequest>>>>,
}

impl Bench {
    pub(crate) fn new(settings: ShopSettings) -> Self {
        let (shop, log) = (Shop::default(), Log::default());
        let (called, finished) = (Arc::clone(&shop.called), Arc::clone(&shop.finished));
        let seen = Arc::clone(&shop.seen);
        Self {
            router: router(shop, settings.observer(log.observer())),
            log,
            called,
            finished,
            seen,
        }
    }

    pub(crate) fn called(&self) -> usize {
        self.called.load(Ordering::SeqCst)
    }

    pub(crate) fn finished(&self) -> usize {
        self.finished.load(Ordering::SeqCst)
    }
}
