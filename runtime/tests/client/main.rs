//! Calls over the network, to servers on the loopback interface that answer, break off or stay silent.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests may fail loudly"
)]

mod server;

use std::fmt::Write as _;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use koo_runtime::client::{CallError, Event, Interface, NoCode, Remote, Retry, Settings, Unread};
use koo_runtime::crypto::{hex, sha256};
use koo_runtime::message::Message;
use koo_runtime::scheme::{Carried, Evidence, Place, Scheme, SchemeError, Stamp};
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};
use server::{Does, Server, nobody};

#[derive(Redact, Serialize, Validate)]
struct Order {
    #[validate(max_chars = 8)]
    id: String,
    #[redact]
    token: String,
}

#[derive(Debug, PartialEq, Deserialize, Validate)]
struct Reply {
    #[validate(max_chars = 2)]
    text: String,
}

type Called = Result<Reply, CallError<NoCode, Reply>>;

const SEND: Interface = Interface {
    urls: &[("", "https://shop.example/orders")],
    query: &["token"],
    json: true,
    ..Interface::new("send", "POST")
};

const READ: Interface = Interface {
    urls: &[("", "https://shop.example/orders/{id}")],
    path: &["id"],
    query: &["token"],
    repeatable: true,
    ..Interface::new("read", "GET")
};

/// Signs what is covered with a digest anybody can work out.
struct Digest;

impl Scheme for Digest {
    const NAME: &'static str = "digest";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, _message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        Err(SchemeError::Mismatch("X-Digest"))
    }

    fn sign(&self, message: &Message<'_>, stamp: &Stamp) -> Result<Vec<Carried>, SchemeError> {
        let host = message.header_value("Host")?;
        let covered = format!("{} {} {host} {}", message.method, message.path, stamp.nonce);
        let carried = |place, name, value| Carried { place, name, value };
        Ok(vec![
            carried(Place::Query, "nonce", stamp.nonce.clone()),
            carried(Place::Header, "X-Digest", hex(sha256(covered))),
        ])
    }
}

fn quick() -> Settings {
    let millisecond = Duration::from_millis(1);
    Settings::default().retry(Retry::times(3).pauses(millisecond, millisecond))
}

fn order() -> Order {
    Order {
        id: "CS 1".to_owned(),
        token: "token-not-for-logs".to_owned(),
    }
}

async fn call(settings: Settings, interface: &'static Interface) -> Called {
    let remote = Remote::new(settings).unwrap();
    let call = remote.call(interface, &order());
    call.signed_by(&Digest).send().await
}

fn ok() -> Does {
    Does::Answer(200, "", r#"{"text":"ok"}"#)
}

#[tokio::test]
async fn a_call_is_sent_as_it_was_signed() {
    let server = Server::start(vec![ok()]).await;
    let settings = quick().base_url(format!("{}/mock", server.url()));
    let reply: Called = call(settings, &SEND).await;
    assert_eq!(reply.unwrap().text, "ok");
    let calls = server.calls();
    let nonce = calls[0].target.rsplit_once("nonce=").unwrap().1;
    assert_eq!(
        calls[0].target,
        format!("/mock/orders?token=token-not-for-logs&nonce={nonce}")
    );
    let host = server.url().replace("http://", "");
    assert_eq!(calls[0].header("host"), Some(host.as_str()));
    let covered = format!("POST /mock/orders {host} {nonce}");
    let digest = hex(sha256(covered));
    assert_eq!(calls[0].header("x-digest"), Some(digest.as_str()));
    assert_eq!(calls[0].header("content-type"), Some("application/json"));
    assert_eq!(calls[0].header("accept"), Some("application/json"));
    assert_eq!(calls[0].body, r#"{"id":"CS 1"}"#);
}

#[tokio::test]
async fn without_a_connection_the_other_server_is_called_once() {
    let server = Server::start(vec![ok()]).await;
    let settings = quick().base_url(nobody().await).base_url(server.url());
    let reply: Called = call(settings, &SEND).await;
    assert_eq!(reply.unwrap().text, "ok");
    assert_eq!(server.calls().len(), 1);
}

#[tokio::test]
async fn without_any_connection_nothing_arrived() {
    let settings = quick().base_url(nobody().await);
    let error = call(settings, &SEND).await.unwrap_err();
    assert!(matches!(error, CallError::Network(_)), "{error:?}");
    assert!(!error.may_have_arrived());
}

#[tokio::test]
async fn what_may_have_arrived_is_not_sent_again() {
    let (first, second) = (
        Server::start(vec![Does::BreakOff, ok()]).await,
        Server::start(vec![ok()]).await,
    );
    let settings = quick().base_url(first.url()).base_url(second.url());
    let error = call(settings, &SEND).await.unwrap_err();
    assert!(matches!(error, CallError::Network(_)), "{error:?}");
    assert!(error.may_have_arrived());
    assert_eq!((first.calls().len(), second.calls().len()), (1, 0));
}

#[tokio::test]
async fn a_repeatable_call_is_sent_again_with_a_new_signature() {
    let server = Server::start(vec![
        Does::BreakOff,
        Does::Answer(503, "Retry-After: 0\r\n", ""),
        ok(),
    ])
    .await;
    let reply: Called = call(quick().base_url(server.url()), &READ).await;
    assert_eq!(reply.unwrap().text, "ok");
    let calls = server.calls();
    assert_eq!(calls.len(), 3);
    assert!(calls[0].target.starts_with("/orders/CS%201?token="));
    assert!(calls.iter().all(|call| call.body.is_empty()));
    let digests: std::collections::HashSet<_> =
        calls.iter().map(|call| call.header("x-digest")).collect();
    assert_eq!(digests.len(), 3);
}

#[tokio::test]
async fn an_answer_that_asks_to_wait_counts_for_repeatable_calls_only() {
    let server = Server::start(vec![Does::Answer(503, "Retry-After: 0\r\n", ""), ok()]).await;
    let error = call(quick().base_url(server.url()), &SEND)
        .await
        .unwrap_err();
    assert_eq!(error.status(), Some(503));
    assert_eq!(server.calls().len(), 1);
}

#[tokio::test]
async fn a_server_that_stays_silent_is_given_up() {
    let server = Server::start(vec![Does::StaySilent]).await;
    let settings = quick().timeout(Duration::from_millis(40));
    let error = call(settings.base_url(server.url()), &SEND)
        .await
        .unwrap_err();
    assert!(matches!(error, CallError::Network(_)), "{error:?}");
    assert!(error.may_have_arrived());

    let settings = quick().deadline(Duration::from_millis(40));
    let error = call(settings.base_url(server.url()), &SEND)
        .await
        .unwrap_err();
    assert!(matches!(error, CallError::Late), "{error:?}");
    assert!(error.may_have_arrived());
}

#[tokio::test]
async fn a_redirect_is_an_answer() {
    let elsewhere = Server::start(vec![ok()]).await;
    let location = format!("Location: {}\r\n", elsewhere.url());
    let server = Server::start(vec![Does::Answer(302, Box::leak(location.into()), "")]).await;
    let error = call(quick().base_url(server.url()), &READ)
        .await
        .unwrap_err();
    assert_eq!(error.status(), Some(302));
    assert!(elsewhere.calls().is_empty());
}

#[tokio::test]
async fn what_breaks_the_contract_is_not_sent() {
    let server = Server::start(vec![ok()]).await;
    let remote = Remote::new(quick().base_url(server.url())).unwrap();
    let long = Order {
        id: "longer than eight".to_owned(),
        ..order()
    };
    let error = remote
        .call(&SEND, &long)
        .send::<Reply, Reply, NoCode>()
        .await;
    let Err(CallError::Invalid(violations)) = error else {
        panic!("refused before it is sent");
    };
    assert_eq!(
        violations.to_string(),
        "id: 17 characters, at most 8 allowed"
    );
    // Headers are held to the contract as well.
    let call = remote.call(&SEND, &order()).headers(&long);
    let error = call.send::<Reply, Reply, NoCode>().await.unwrap_err();
    assert!(matches!(error, CallError::Invalid(_)));
    assert!(server.calls().is_empty());
}

#[tokio::test]
async fn a_site_without_an_address_is_not_called() {
    const NORTH: Interface = Interface {
        urls: &[("north", "https://shop.example/")],
        ..Interface::new("north", "GET")
    };
    let remote = Remote::new(quick()).unwrap();
    let call = remote.call(&NORTH, &order()).at("south");
    let error = call.send::<Reply, Reply, NoCode>().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "north is not offered on the site \"south\""
    );
}

#[tokio::test]
async fn what_is_forgiven_is_reported_and_what_is_not_is_an_error() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let into = Arc::clone(&seen);
    let observer = move |interface: &str, event: &Event<'_>| {
        into.lock().unwrap().push(match event {
            Event::Leniency(observation) => format!("{interface} {observation}"),
            Event::Violation(violation) => format!("{interface} {violation}"),
            Event::Answered { status } => format!("{interface} {status}"),
            other => format!("{interface} {other:?}"),
        });
    };
    let server = Server::start(vec![
        Does::Answer(200, "", r#"{"text":123,"more":1}"#),
        Does::Answer(200, "", "{}"),
    ])
    .await;
    let settings = quick().base_url(server.url()).observer(observer);
    let reply: Called = call(settings.clone(), &SEND).await;
    assert_eq!(reply.unwrap().text, "123");
    assert_eq!(
        *seen.lock().unwrap(),
        [
            "send 200",
            "send text: number taken as text",
            "send more: unknown field",
            "send text: 3 characters, at most 2 allowed",
        ]
    );
    let error = call(settings, &SEND).await.unwrap_err();
    let CallError::Unreadable(unreadable) = error else {
        panic!("a mandatory member is missing: {error:?}");
    };
    assert!(matches!(unreadable.cause, Unread::Json(_)));
}

#[tokio::test]
async fn errors_show_no_secret_and_no_address() {
    let server = Server::start(vec![
        Does::Answer(500, "", r#"{"text":"token-not-for-logs"}"#),
        Does::BreakOff,
        Does::Answer(200, "", "token-not-for-logs"),
    ])
    .await;
    let mut shown = String::new();
    for settings in [quick(), quick(), quick(), quick().base_url(nobody().await)] {
        let settings = settings.base_url(server.url()).retry(Retry::NEVER);
        let remote = Remote::new(settings.clone()).unwrap();
        let error = call(settings, &SEND).await.err();
        write!(shown, "{remote:?} {error:?} ").unwrap();
        let mut source = error.as_ref().map(|error| error as &dyn std::error::Error);
        while let Some(error) = source {
            write!(shown, "{error} {error:?} ").unwrap();
            source = error.source();
        }
    }
    assert!(!shown.contains("not-for-logs"), "{shown}");
    assert!(
        !shown.contains("127.0.0.1") && !shown.contains("nonce="),
        "{shown}"
    );
}
