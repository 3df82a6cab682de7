//! Interfaces with addresses of their own, in groups with keys of their own.

use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::{Request as HttpRequest, StatusCode};
use http_body_util::BodyExt as _;
use koo_runtime::mock::Caller;
use koo_runtime::scheme::SchemeError;
use koo_runtime::server::{
    Family, Fields, Group, Incoming, Input, Outcome, Pair, Policy, Route, Router, Schemes,
    Settings, Xml, router,
};
use koo_runtime::validate::{Path, Validate, Violations};
use koo_runtime::{Call, Refusal, Request};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::support::{BodySign, Code, Log, NOW, UrlSignature};

/// A model that takes whatever comes, so that tests see what was gathered.
macro_rules! any_request {
    ($name:ident, $interface:literal, $method:literal, $($url:literal),+) => {
        #[derive(Clone, Serialize, Deserialize)]
        struct $name(Value);

        impl Request for $name {
            const INTERFACE: &'static str = $interface;
            const METHOD: &'static str = $method;
            const URLS: &'static [&'static str] = &[$($url),+];
            type Reply = AnyReply;
        }

        impl Validate for $name {
            fn violations(&self, _at: &Path<'_>, _found: &mut Violations) {}
        }
    };
}

#[derive(Clone, Serialize, Deserialize)]
struct AnyReply(Value);

impl Validate for AnyReply {
    fn violations(&self, _at: &Path<'_>, _found: &mut Violations) {}
}

any_request!(Place, "place", "POST", "/v2/orders");
any_request!(
    PlaceOld,
    "placeOld",
    "POST",
    "/orders",
    "https://old.example/buy"
);
any_request!(
    Read,
    "read",
    "GET",
    "https://{tenant}.example/orders/{order}/lines/{line}"
);
any_request!(Change, "change", "PUT", "/orders/{order}");
any_request!(First, "first", "POST", "/token");
any_request!(Second, "second", "POST", "/token");
any_request!(Upload, "upload", "POST", "/files");
any_request!(Who, "who", "", "/who");

/// Both keys, or some.
#[derive(Default)]
struct Keys {
    new: Option<Pair<UrlSignature>>,
    old: Option<Pair<UrlSignature, BodySign>>,
}

impl Keys {
    fn all() -> Self {
        Self {
            new: Some(Pair::new(UrlSignature::default())),
            old: Some(Pair::signing(UrlSignature::default(), BodySign::default())),
        }
    }
}

impl Schemes for Keys {
    fn group(&self, name: &str) -> Option<Group<'_>> {
        match name {
            "new" => self.new.as_ref()?.group(name),
            "old" => self.old.as_ref()?.group(name),
            "unsigned" => Some(Group::unsigned()),
            _ => None,
        }
    }
}

#[derive(Default)]
struct Shop;

impl Family for Shop {
    type Code = Code;
    type Schemes = Keys;
    const NAME: &'static str = "shop";
    const ROUTES: &'static [Route] = &[
        Route::of::<Place>("new"),
        Route::of::<PlaceOld>("old"),
        Route {
            input: Input::query(&[]),
            ..Route::of::<Read>("unsigned")
        },
        Route {
            query: &["dry"],
            ..Route::of::<Change>("unsigned")
        },
        Route {
            select: Some(("grant", "a")),
            input: Input::Form,
            fields: Some(Fields::NONE),
            ..Route::of::<First>("unsigned")
        },
        Route {
            select: Some(("grant", "b")),
            input: Input::Form,
            fields: Some(Fields::NONE),
            ..Route::of::<Second>("unsigned")
        },
        Route {
            input: Input::Parts {
                binary: &["file"],
                json: &["about"],
            },
            fields: Some(Fields::new("code", "text", 5)),
            ..Route::of::<Upload>("unsigned")
        },
        Route {
            input: Input::query(&[]),
            fields: Some(Fields::NONE),
            xml: Some(Xml::new("w", "urn:who")),
            ..Route::of::<Who>("unsigned")
        },
    ];
    const CODE_FIELD: &'static str = "resultCode";
    const MESSAGE_FIELD: &'static str = "resultMsg";
    const UNKNOWN_STATUS: u16 = 404;

    fn refusal_code(group: &str, _error: &SchemeError) -> Option<Code> {
        (group == "old").then_some(Code::Parameter)
    }

    fn http_status(code: &Code) -> u16 {
        if *code == Code::Pending { 409 } else { 200 }
    }

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<Code> {
        match call.selected() {
            "place" => call.answer(echo::<Place>).await,
            "placeOld" => call.answer(echo::<PlaceOld>).await,
            "read" => call.answer(echo::<Read>).await,
            "change" => call.answer(echo::<Change>).await,
            "first" => call.answer(echo::<First>).await,
            "second" => call.answer(echo::<Second>).await,
            "upload" => call.answer(echo::<Upload>).await,
            "who" => call.answer(echo::<Who>).await,
            _ => call.unknown(),
        }
    }
}

/// Answers with what arrived; refuses what has a member `refuse`.
async fn echo<R>(call: Call<R>) -> Result<AnyReply, Refusal<Code>>
where
    R: Request + Serialize,
{
    tokio::task::yield_now().await;
    let got = serde_json::to_value(&call.request).unwrap();
    if got.get("refuse").is_some() {
        return Err(Refusal::new(Code::Pending, "not now"));
    }
    Ok(AnyReply(match R::INTERFACE {
        "upload" => json!({"code": "000000", "text": "ok", "got": got}),
        "first" | "second" => json!({"interface": R::INTERFACE, "got": got}),
        "who" => json!({"user": got}),
        _ => json!({"resultCode": "000000", "interface": R::INTERFACE, "got": got}),
    }))
}

struct Bench {
    router: Router,
    log: Log,
}

struct Answered {
    status: StatusCode,
    content_type: String,
    signed: bool,
    text: String,
}

impl Answered {
    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }
}

impl Bench {
    fn new(keys: Keys) -> Self {
        let log = Log::default();
        let settings = Settings::of(keys).clock(|| NOW).observer(log.observer());
        Self {
            router: router(Shop, settings),
            log,
        }
    }

    async fn send(
        &self,
        method: &str,
        url: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answered {
        let mut request = HttpRequest::builder().method(method).uri(url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let headers = response.headers();
        let (status, signed) = (response.status(), headers.contains_key("body-sign"));
        let content_type = headers["content-type"].to_str().unwrap().to_owned();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        Answered {
            status,
            content_type,
            signed,
            text: String::from_utf8(bytes.to_vec()).unwrap(),
        }
    }

    async fn got(&self, method: &str, url: &str, headers: &[(&str, &str)], body: &str) -> Value {
        self.send(method, url, headers, body).await.json()["got"].clone()
    }
}

fn caller() -> Caller<UrlSignature> {
    Caller::new(UrlSignature::default()).clock(|| NOW)
}

#[tokio::test]
async fn the_path_names_the_interface_and_its_group() {
    let bench = Bench::new(Keys::all());
    let place = caller()
        .path("/shop/")
        .call(&Place(json!({"a": 1})))
        .unwrap();
    assert!(
        place.path_and_query.starts_with("/shop/v2/orders?"),
        "{place:?}"
    );
    let answer = place.send(bench.router.clone()).await.unwrap();
    assert_eq!(answer.json().unwrap()["interface"], "place");
    assert_eq!(answer.header("Body-Sign"), None);

    let old = caller().call(&PlaceOld(json!({"a": 1}))).unwrap();
    let answer = old.send(bench.router.clone()).await.unwrap();
    assert_eq!(answer.json().unwrap()["interface"], "placeOld");
    answer.verify(&BodySign::default()).unwrap();
    // Any of the addresses of an interface will do.
    let old = caller().path("/buy").call_json(&json!({"a": 1})).unwrap();
    let answer = old.send(bench.router.clone()).await.unwrap();
    assert_eq!(answer.json().unwrap()["interface"], "placeOld");
}

#[tokio::test]
async fn each_group_has_a_code_for_what_is_not_signed() {
    let bench = Bench::new(Keys::all());
    let answer = bench.send("POST", "/orders", &[], "{}").await;
    assert_eq!(answer.json()["resultCode"], "000002");
    assert!(answer.signed);
    // No code of its own: the one whose role it is.
    let answer = bench.send("POST", "/v2/orders", &[], "{}").await;
    assert_eq!(answer.json()["resultCode"], "000001");
    assert_eq!(answer.json()["resultMsg"], "signature is missing");
    assert!(!answer.signed);
}

#[tokio::test]
async fn a_group_without_keys_is_closed() {
    let bench = Bench::new(Keys::default());
    for call in [
        caller().call(&Place(json!({}))).unwrap(),
        caller().call(&PlaceOld(json!({}))).unwrap(),
    ] {
        let answer = call.send(bench.router.clone()).await.unwrap();
        let body = answer.json().unwrap();
        assert_eq!(body["resultMsg"], "no keys are set for this interface");
        assert_ne!(body["resultCode"], "000000");
        let told = bench.log.lines().pop().unwrap();
        assert!(told.contains("no_keys"), "{told}");
    }
    assert_eq!(bench.send("GET", "/who", &[], "").await.status, 200);
}

#[tokio::test]
async fn addresses_that_no_interface_has_are_refused() {
    let bench = Bench::new(Keys::all());
    for (method, url) in [
        ("POST", "/"),
        ("POST", "/v2"),
        ("GET", "/v2/orders"),
        ("POST", "/v2/ORDERS"),
        ("POST", "/orders/o-1"),
        ("GET", "/orders/o-1/lines"),
    ] {
        let answer = bench.send(method, url, &[], "{}").await;
        assert_eq!(answer.status, 404, "{method} {url}");
        assert_eq!(answer.json()["resultMsg"], "unknown interface");
        assert!(!answer.signed);
    }
}

#[tokio::test]
async fn parameters_are_gathered_from_where_they_travel() {
    let bench = Bench::new(Keys::all());
    let host = [("host", "t1.example:8080")];
    let got = bench
        .got("GET", "/x/orders/a%2Fb/lines/7?colour=red", &host, "")
        .await;
    assert_eq!(
        got,
        json!({"order": "a/b", "line": "7", "tenant": "t1", "colour": "red"})
    );
    let got = bench
        .got("PUT", "/orders/o?dry=yes&other=no", &[], r#"{"n": 1.50}"#)
        .await;
    assert_eq!(
        got.to_string(),
        r#"{"order":"o","dry":"yes","n":1.50}"#.replace("1.50", "1.5")
    );
    let got = bench.got("PUT", "/orders/o", &[], " ").await;
    assert_eq!(got, json!({"order": "o"}));
    let broken = bench.send("PUT", "/orders/o", &[], "[1]").await;
    assert_eq!(broken.json()["resultMsg"], "the body is not a JSON object");
    let got = bench
        .got("POST", "/token", &[], "grant=a&name=%E4%B8%AD+x")
        .await;
    assert_eq!(got, json!({"grant": "a", "name": "中 x"}));
}

#[tokio::test]
async fn a_parameter_tells_interfaces_of_one_address_apart() {
    let bench = Bench::new(Keys::all());
    for (form, interface) in [("grant=a", "first"), ("grant=b", "second")] {
        let answer = bench.send("POST", "/token", &[], form).await;
        assert_eq!(answer.json()["interface"], interface);
    }
    for form in ["grant=c", "", "Grant=a"] {
        let answer = bench.send("POST", "/token", &[], form).await;
        assert_eq!(answer.status, 400, "{form}");
    }
}

#[tokio::test]
async fn parts_are_read_by_kind() {
    let bench = Bench::new(Keys::all());
    let kind = [("content-type", "multipart/form-data; boundary=\"b b\"")];
    let part = |name: &str, content: &str| {
        format!("--b b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{content}\r\n")
    };
    let body = part("about", r#"{"n": 1}"#)
        + &part("note", "{1}")
        + &part("file", "\u{1}\r\n")
        + "--b b--\r\n";
    let got = bench.got("POST", "/files", &kind, &body).await;
    assert_eq!(
        got,
        json!({"about": {"n": 1}, "note": "{1}", "file": [1, 13, 10]})
    );
    for (headers, body) in [
        (&[][..], body.as_str()),
        (&kind[..], "--b b\r\nno parts"),
        (&kind[..], &(part("about", "{") + "--b b--\r\n")),
    ] {
        let answer = bench.send("POST", "/files", headers, body).await;
        // The members are those of the interface, and the message is cut to its limit.
        assert_eq!(answer.json()["code"], "000002");
        assert_eq!(answer.json()["text"].as_str().unwrap().len(), 5);
    }
}

#[tokio::test]
async fn replies_are_xml_where_the_route_says_so() {
    let bench = Bench::new(Keys::all());
    let answer = bench.send("DELETE", "/who?name=a%3Cb", &[], "").await;
    assert_eq!(answer.content_type, "application/xml");
    let expected = concat!(
        r#"<?xml version="1.0" encoding="UTF-8"?>"#,
        r#"<w:user xmlns:w="urn:who"><w:name>a&lt;b</w:name></w:user>"#
    );
    assert_eq!(answer.text, expected);
}

#[tokio::test]
async fn the_status_follows_the_code_or_tells_alone() {
    let bench = Bench::new(Keys::all());
    let refused = bench
        .send("GET", "/orders/a/lines/b?refuse=1", &[], "")
        .await;
    assert_eq!(
        (
            refused.status.as_u16(),
            refused.json()["resultMsg"].as_str()
        ),
        (409, Some("not now"))
    );
    // Without a code in replies every refusal of an implementation is the caller's fault.
    let refused = bench.send("POST", "/token", &[], "grant=a&refuse=1").await;
    assert_eq!(refused.status, 400);
    assert_eq!(refused.content_type, "application/json");
}

#[tokio::test]
async fn policies_hold_for_routes_too() {
    let seen = Arc::<Mutex<Vec<String>>>::default();
    let told = Arc::clone(&seen);
    let settings = Settings::of(Keys::all())
        .clock(|| NOW)
        .policy(Policy::Strict)
        .observer(move |interface: &str, _: &koo_runtime::server::Event<'_>| {
            told.lock().unwrap().push(interface.to_owned());
        });
    let app = router(Shop, settings);
    let twice = caller()
        .path("/v2/orders")
        .call_bytes(r#"{"a":1,"a":2}"#)
        .unwrap();
    let answer = twice.send(app).await.unwrap();
    let message = "a: repeated, the last value counts";
    assert_eq!(answer.json().unwrap()["resultMsg"], message);
    assert_eq!(seen.lock().unwrap().last().unwrap(), "place");
}
