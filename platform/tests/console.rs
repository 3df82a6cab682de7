//! The page over HTTP: what it shows, what it sends, and whom it refuses.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::BodyExt as _;
use koo_platform::console::{Collection, Console, Records};
use koo_platform::exchange::{Client, Limits, Trust};
use koo_platform::journal::{Call, Direction, Finding, Journal, Level, Verification};
use koo_platform::mock::{Mock, Settings};
use koo_runtime::crypto::url_encode;
use koo_runtime::message::parse_query;
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{Catalogue, Text};
use koo_spec::interpret::explain::{Case, explain};
use serde_json::json;
use tower::ServiceExt as _;

const KEY: &str = "the-key-of-the-merchant";

struct House {
    router: Router,
    journal: Journal,
    catalogue: Arc<Catalogue>,
}

struct Orders;

impl Records for Orders {
    fn collections(&self, _most: usize) -> Vec<Collection> {
        vec![Collection {
            name: "tokens".to_owned(),
            family: Some("joint-kit".to_owned()),
            doc: Some(Text {
                en: "Tokens of users.".to_owned(),
                zh: Some("用户令牌。".to_owned()),
            }),
            count: 1,
            records: vec![
                json!({"client_id": "app<1>", "access_token": "a-token-nobody-should-see"}),
            ],
        }]
    }
}

fn house() -> House {
    let catalogue = Arc::new(koo_spec::builtin::load().catalogue);
    let secrets = BTreeMap::from([("access_key".to_owned(), Secret::from(KEY))]);
    let journal = Journal::new(Arc::clone(&catalogue), secrets.clone(), 100);
    let client = Client::new(
        Limits {
            timeout: Duration::from_secs(2),
            ..Limits::default()
        },
        &Trust::default(),
    )
    .unwrap();
    let console = Console::new(Arc::clone(&catalogue), journal.clone(), client)
        .unwrap()
        .secrets(secrets)
        .records(Arc::new(Orders));
    House {
        router: console.router(),
        journal,
        catalogue,
    }
}

impl House {
    async fn ask(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.unwrap()
    }

    async fn get(&self, address: &str) -> (StatusCode, HeaderMap, String) {
        let request = Request::get(address).header("host", "127.0.0.1:7300");
        let response = self.ask(request.body(Body::empty()).unwrap()).await;
        let (head, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        (
            head.status,
            head.headers,
            String::from_utf8(bytes.to_vec()).unwrap(),
        )
    }

    async fn page(&self, address: &str) -> String {
        let (status, _, text) = self.get(address).await;
        assert_eq!(status, StatusCode::OK, "{address}: {text}");
        text
    }

    async fn post(&self, form: &[(String, String)], headers: &[(&str, &str)]) -> Response<Body> {
        let pairs = form.iter();
        let pairs =
            pairs.map(|(name, value)| format!("{}={}", url_encode(name), url_encode(value)));
        let mut request = Request::post("/koo/send")
            .header("host", "127.0.0.1:7300")
            .header("content-type", "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = pairs.collect::<Vec<_>>().join("&");
        self.ask(request.body(Body::from(body)).unwrap()).await
    }

    /// A received call whose signature was made with another key.
    fn refused(&self) -> u64 {
        let family = self.catalogue.family("saas-v2").unwrap();
        let interface = family.interface("newInstance").unwrap();
        let scheme = &family.schemes[&interface.scheme.as_ref().unwrap().value];
        let mut request = koo_calls::Request {
            method: "POST".to_owned(),
            path: "/orders".to_owned(),
            body: format!(
                "{{\"activity\":\"newInstance\",\"orderId\":\"{}\",\"surprise\":\"<script>alert(1)</script>\",\"key\":\"{KEY}\"}}",
                "x".repeat(100)
            )
            .into_bytes(),
            ..koo_calls::Request::default()
        };
        request.query = format!(
            "signature={}&timestamp=1763791200000&nonce=abc",
            "f".repeat(64)
        );
        let query = parse_query(&request.query);
        let secrets = BTreeMap::from([("access_key".to_owned(), Secret::from(KEY))]);
        let case = Case {
            family,
            scheme,
            secrets: &secrets,
            message: request.message(&query),
            now_millis: Some(1_763_791_200_000),
        };
        let explanation = explain(&case).unwrap();
        let call = Call {
            at_millis: 1_763_791_200_000,
            direction: Direction::Received,
            family: Some("saas-v2".to_owned()),
            interface: Some("newInstance".to_owned()),
            request,
            reply: Some(koo_calls::Reply {
                status: 200,
                headers: vec![("Content-Type".to_owned(), "application/json".to_owned())],
                body: b"{\"resultCode\":\"000001\",\"resultMsg\":\"no\"}".to_vec(),
            }),
            failure: None,
            verification: Verification::explained(scheme, explanation),
            findings: vec![Finding {
                level: Level::Error,
                place: "body".to_owned(),
                says: "orderId is too long".to_owned(),
                pages: interface
                    .provenance
                    .pages
                    .iter()
                    .map(|page| page.value.clone())
                    .collect(),
            }],
            elapsed: Duration::from_micros(1234),
        };
        self.journal.record(call, &BTreeMap::new())
    }
}

/// The value of an attribute behind some text.
fn behind<'a>(page: &'a str, start: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(start)?;
    Some(rest.split_once('"')?.0)
}

fn unescape(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&#x2f;", "/")
        .replace("&#x27;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// Names and values of the form of a page, as a browser would send them untouched.
fn fields(page: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for tag in page.split('<') {
        let Some(name) = behind(tag, " name=\"").map(unescape) else {
            continue;
        };
        if tag.starts_with("input") {
            let value = behind(tag, " value=\"").unwrap_or_default();
            fields.push((name, unescape(value)));
        } else if tag.starts_with("textarea") {
            let (_, value) = tag.split_once('>').unwrap();
            fields.push((name, unescape(value.trim_start_matches('\n'))));
        } else if tag.starts_with("select") {
            fields.push((name, String::new()));
        }
    }
    // The chosen options of the selections.
    let mut at = 0;
    for select in page.split("<select").skip(1) {
        let name = unescape(behind(select, " name=\"").unwrap());
        let inside = select.split("</select>").next().unwrap();
        let chosen = inside
            .split("<option")
            .find(|option| option.contains(" selected>"));
        let value = chosen.map(|option| {
            behind(option, " value=\"").map_or_else(
                || {
                    option
                        .split_once('>')
                        .unwrap()
                        .1
                        .split('<')
                        .next()
                        .unwrap()
                        .to_owned()
                },
                unescape,
            )
        });
        at = fields
            .iter()
            .skip(at)
            .position(|(other, _)| *other == name)
            .unwrap()
            + at;
        fields[at].1 = value.unwrap_or_default();
    }
    fields
}

fn set(form: &mut [(String, String)], name: &str, value: &str) {
    let field = form.iter_mut().find(|(other, _)| other == name);
    value.clone_into(&mut field.unwrap_or_else(|| panic!("no field {name}")).1);
}

/// A merchant that answers everything the same, and tells what it was asked.
async fn merchant(reply: &'static str) -> (String, tokio::sync::mpsc::Receiver<(String, String)>) {
    let (tell, told) = tokio::sync::mpsc::channel(10);
    let router = Router::new().fallback(move |request: Request<Body>| {
        let tell = tell.clone();
        async move {
            let (head, body) = request.into_parts();
            let body = body.collect().await.unwrap().to_bytes();
            let body = String::from_utf8(body.to_vec()).unwrap();
            tell.send((head.uri.to_string(), body)).await.unwrap();
            ([("content-type", "application/json")], reply)
        }
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let serve = koo_runtime::server::serve(listener, router, std::future::pending());
    tokio::spawn(serve);
    (format!("http://{address}/shop"), told)
}

#[tokio::test]
async fn the_list_shows_calls_in_both_languages() {
    let house = house();
    let page = house.page("/").await;
    assert!(page.contains("No calls yet."));
    let number = house.refused();
    let page = house.page("/").await;
    for text in [
        "<html lang=\"en\">",
        "saas-v2/newInstance",
        "<span class=\"badge refused\">refused</span>",
        "/orders</small>",
        "1.2 ms",
        &format!("href=\"/koo/calls/{number}\""),
    ] {
        assert!(unescape(&page).contains(text), "{text} in {page}");
    }
    let (_, headers, page) = house.get("/?lang=zh").await;
    let cookie = headers["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("koo_language=zh; "), "{cookie}");
    assert!(page.contains("<html lang=\"zh\">"));
    assert!(page.contains("被拒绝") && page.contains("调用"), "{page}");
    assert!(
        house
            .page("/?show=sent")
            .await
            .contains("No call of this kind")
    );
    assert!(house.page("/?show=problems").await.contains("saas-v2"));
}

#[tokio::test]
async fn a_call_shows_everything_but_secrets() {
    let house = house();
    let number = house.refused();
    let page = unescape(&house.page(&format!("/koo/calls/{number}")).await);
    for text in [
        "does not match",
        "orderId is too long",
        "class=\"sources\"",
        "<code>canonical</code> = <code>",
        "not in the contract",
        "100 / 64",
        "too long",
        "000001",
        "Content-Type",
    ] {
        assert!(page.contains(text), "{text} in {page}");
    }
    let raw = house.page(&format!("/koo/calls/{number}")).await;
    assert!(!raw.contains("<script>alert"), "{raw}");
    assert!(
        !page.contains(KEY) && !page.contains(&"f".repeat(64)),
        "{page}"
    );
    for gone in ["/koo/calls/99", "/koo/calls/x", "/koo/calls/-1"] {
        let (status, _, page) = house.get(gone).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
        assert!(page.contains("not kept"), "{page}");
    }
}

#[tokio::test]
async fn records_are_shown_without_what_is_sensitive() {
    let page = house().page("/koo/records").await;
    assert!(page.contains("app&lt;1&gt;"), "{page}");
    assert!(page.contains("Tokens of users."));
    assert!(!page.contains("nobody-should-see"), "{page}");
}

#[tokio::test]
async fn records_of_the_mock_are_shown_without_the_codes_it_issued() {
    let house = house();
    let mock = Mock::new((*house.catalogue).clone(), Settings::default());
    let mut request = koo_calls::Request {
        method: "GET".to_owned(),
        headers: vec![("host".to_owned(), "centre.example".to_owned())],
        ..koo_calls::Request::default()
    };
    request.set_url(
        "/api/v1/oauth2/authorize?client_id=app&response_type=code&redirect_uri=https%3A%2F%2Fshop.example%2Fback",
    );
    let handled = mock.answer(request).await;
    let location = handled
        .answer
        .headers
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case("location"));
    let (_, code) = location.unwrap().1.split_once("code=").unwrap();
    let code = code.split('&').next().unwrap();
    assert!(code.len() >= 32, "{code}");
    let shown = mock.collections(10);
    assert!(
        shown
            .iter()
            .any(|it| it.name == "authorization-codes" && it.count == 1)
    );
    assert!(!format!("{shown:?}").contains(code));
}

#[tokio::test]
async fn every_interface_has_a_form() {
    let house = house();
    let chooser = unescape(&house.page("/koo/send").await);
    let mut forms = 0;
    for link in chooser.split("href=\"/koo/send?interface=").skip(1) {
        let id = link.split('"').next().unwrap();
        let page = house.page(&format!("/koo/send?interface={id}")).await;
        assert!(page.contains("name=\"token\""), "{id}");
        forms += 1;
        // Every label names a field that is there, every field has its description.
        for (attribute, target) in [(" for=\"", " id=\""), (" aria-describedby=\"", " id=\"")] {
            for named in page.split(attribute).skip(1) {
                let id = named.split('"').next().unwrap();
                assert!(page.contains(&format!("{target}{id}\"")), "{id}");
            }
        }
    }
    assert!(forms > 30, "{forms}");
    let (status, ..) = house.get("/koo/send?interface=saas-v2/nothing").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_form_is_sent_signed_and_judged() {
    let house = house();
    let (target, mut told) =
        merchant("{\"resultCode\":\"000000\",\"resultMsg\":\"ok\",\"instanceId\":\"i-1\"}").await;
    let page = house.page("/koo/send?interface=saas-v2/newInstance").await;
    let mut form = fields(&page);
    set(&mut form, "target", &target);
    set(&mut form, "secret.access_key", "another-key-entered");
    set(&mut form, "parameter./orderId", &"7".repeat(80));
    let response = house
        .post(&form, &[("origin", "http://127.0.0.1:7300")])
        .await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let location = response.headers()["location"].to_str().unwrap().to_owned();
    let (address, body) = told.recv().await.unwrap();
    assert!(
        address.starts_with("/shop?") && address.contains("signature="),
        "{address}"
    );
    let sent: serde_json::Value = serde_json::from_str(&body).unwrap();
    assert_eq!(sent["activity"], "newInstance");
    assert_eq!(sent["orderId"], "7".repeat(80));
    // Signed with the key of the form, by another reader of the same recipe.
    let family = house.catalogue.family("saas-v2").unwrap();
    let interface = family.interface("newInstance").unwrap();
    let scheme = &family.schemes[&interface.scheme.as_ref().unwrap().value];
    let query = parse_query(address.split_once('?').unwrap().1);
    let verify = |key: &str| {
        let secrets = BTreeMap::from([("access_key".to_owned(), Secret::from(key))]);
        let case = Case {
            family,
            scheme,
            secrets: &secrets,
            message: koo_runtime::message::Message {
                method: "POST",
                path: "/shop",
                query: &query,
                headers: &[],
                body: body.as_bytes(),
            },
            now_millis: None,
        };
        explain(&case).unwrap().is_accepted()
    };
    assert!(verify("another-key-entered"));
    assert!(!verify(KEY));

    let page = unescape(&house.page(&location).await);
    for text in [
        "Signature of the reply",
        "Send again",
        "instanceId",
        "80 / 64",
        "class=\"warning\"",
    ] {
        assert!(page.contains(text), "{text} in {page}");
    }
    // The form comes back as it was sent, without the key.
    let again = unescape(
        &house
            .page(&format!(
                "/koo/send?again={}",
                location.rsplit('/').next().unwrap()
            ))
            .await,
    );
    assert!(again.contains(&target) && again.contains(&"7".repeat(80)));
    for page in [page, again, house.page("/").await] {
        assert!(!page.contains("another-key-entered"), "{page}");
        assert!(!page.contains(KEY), "{page}");
    }
}

#[tokio::test]
async fn a_call_that_fails_is_recorded_too() {
    let house = house();
    let page = house.page("/koo/send?interface=saas-v2/newInstance").await;
    let mut form = fields(&page);
    // Nobody listens there.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    set(&mut form, "target", &format!("http://{address}/"));
    let response = house.post(&form, &[]).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let page = house.page("/koo/calls/1").await;
    assert!(page.contains("refuses the connection"), "{page}");
    for target in [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://x/",
        "http:",
        "127.0.0.1",
    ] {
        set(&mut form, "target", target);
        set(&mut form, "secret.access_key", "another-key-entered");
        let response = house.post(&form, &[]).await;
        assert_eq!(
            response.status(),
            StatusCode::UNPROCESSABLE_ENTITY,
            "{target}"
        );
        let body = response.into_body().collect().await.unwrap().to_bytes();
        let page = String::from_utf8(body.to_vec()).unwrap();
        assert!(page.contains("role=\"alert\""), "{page}");
        assert!(!page.contains("another-key-entered"), "{page}");
    }
    assert_eq!(house.journal.recorded(), 1);
}

#[tokio::test]
async fn other_pages_cannot_send_calls() {
    let house = house();
    let page = house.page("/koo/send?interface=saas-v2/newInstance").await;
    let form = fields(&page);
    for headers in [
        [("origin", "http://evil.example")],
        [("origin", "null")],
        [("origin", "http://127.0.0.1:9999")],
        [("sec-fetch-site", "cross-site")],
        [("sec-fetch-site", "same-site")],
    ] {
        let response = house.post(&form, &headers).await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN, "{headers:?}");
    }
    // Without the token, or with that of another run.
    let without: Vec<_> = form
        .iter()
        .filter(|(name, _)| name != "token")
        .cloned()
        .collect();
    let mut other = form.clone();
    set(&mut other, "token", &"0".repeat(48));
    for form in [without, other] {
        let response = house
            .post(&form, &[("origin", "http://127.0.0.1:7300")])
            .await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN);
    }
    assert_eq!(house.journal.recorded(), 0);
}

#[tokio::test]
async fn a_name_that_is_not_ours_is_refused() {
    let house = house();
    house.refused();
    for host in [
        "evil.example",
        "evil.example:7300",
        "127.0.0.1.evil.example",
        "192.168.1.1",
    ] {
        for address in [
            "/",
            "/koo/calls/1",
            "/koo/send",
            "/koo/events",
            "/koo/console.js",
        ] {
            let request = Request::get(address).header("host", host);
            let response = house.ask(request.body(Body::empty()).unwrap()).await;
            assert_eq!(response.status(), StatusCode::FORBIDDEN, "{host} {address}");
            let body = response.into_body().collect().await.unwrap().to_bytes();
            assert!(!String::from_utf8_lossy(&body).contains("saas-v2"));
        }
    }
    let request = Request::get("/").body(Body::empty()).unwrap();
    assert_eq!(house.ask(request).await.status(), StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn pages_need_nothing_from_elsewhere() {
    let house = house();
    house.refused();
    for address in [
        "/",
        "/koo/calls/1",
        "/koo/send",
        "/koo/send?interface=saas-v2/newInstance",
        "/koo/records",
    ] {
        let (_, headers, page) = house.get(address).await;
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
        assert_eq!(headers["cache-control"], "no-store");
        // The policy would stop these, so they must not be there.
        for inline in [
            "<style",
            " style=\"",
            "onclick=",
            "<script>",
            "src=\"http",
            "@import",
        ] {
            assert!(!page.contains(inline), "{inline} in {address}");
        }
        assert_eq!(page.matches("<h1").count(), 1, "{address}");
        assert_eq!(page.matches("<main").count(), 1, "{address}");
        let mut ids: Vec<&str> = page
            .split(" id=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(all, ids.len(), "an id occurs twice in {address}");
    }
}

#[tokio::test]
async fn new_calls_come_as_events() {
    let house = house();
    house.refused();
    let request = Request::get("/koo/events?after=0&lang=zh").header("host", "localhost");
    let response = house.ask(request.body(Body::empty()).unwrap()).await;
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let mut body = response.into_body();
    let mut next = async || {
        let frame = tokio::time::timeout(Duration::from_secs(5), body.frame()).await;
        let frame = frame.unwrap().unwrap().unwrap();
        String::from_utf8(frame.into_data().unwrap().to_vec()).unwrap()
    };
    let first = next().await;
    assert!(
        first.contains("event: call")
            && first.contains("id: 1")
            && first.contains("data-clean=\"false\""),
        "{first}"
    );
    assert!(
        first.contains("data: <tr id=\"call-1\"") && first.contains("被拒绝"),
        "{first}"
    );
    house.refused();
    let second = next().await;
    assert!(second.contains("id: 2"), "{second}");
    assert!(!second.contains(KEY), "{second}");
}

#[tokio::test]
async fn only_so_many_pages_watch() {
    let house = house();
    let watch = async || {
        let request = Request::get("/koo/events").header("host", "localhost");
        house.ask(request.body(Body::empty()).unwrap()).await
    };
    let mut watching = Vec::new();
    for _ in 0..64 {
        let response = watch().await;
        assert_eq!(response.status(), StatusCode::OK);
        watching.push(response);
    }
    assert_eq!(watch().await.status(), StatusCode::SERVICE_UNAVAILABLE);
    watching.clear();
    assert_eq!(watch().await.status(), StatusCode::OK);
}
