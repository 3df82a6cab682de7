//! Code that panics, and what takes too long.

use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use http_body_util::BodyExt as _;
use koo_runtime::mock::SignedCall;
use koo_runtime::replay::{Admission, ReplayGuard, ReplayGuardError};
use serde_json::Value;
use tower::ServiceExt as _;

use crate::support::{Bench, create, settings};
use crate::{caller, refused, send, triple};

#[tokio::test]
async fn a_panic_is_an_internal_error() {
    let bench = Bench::new(settings());
    let answer = refused(&bench, &caller().call(&create("panic")).unwrap()).await;
    assert_eq!(
        answer,
        triple("000005", "internal error", "create refused 000005 panicked")
    );
    let next = send(&bench, &caller().call(&create("o-1")).unwrap()).await;
    assert_eq!(next["resultCode"], "000000", "and the service lives on");
}

#[tokio::test(start_paused = true)]
async fn late_code_is_answered_for_and_runs_on() {
    let bench = Bench::new(settings());
    let started = tokio::time::Instant::now();
    let answer = refused(&bench, &caller().call(&create("late")).unwrap()).await;
    assert_eq!(
        answer,
        triple("000005", "internal error", "create refused 000005 late")
    );
    assert_eq!(started.elapsed().as_secs(), 5);
    assert_eq!((bench.called(), bench.finished()), (1, 0));
    tokio::time::sleep(Duration::from_secs(30)).await;
    assert_eq!(bench.finished(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_budget_can_be_set_even_absurdly() {
    let bench = Bench::new(settings().budget(Duration::from_secs(60)));
    let body = send(&bench, &caller().call(&create("late")).unwrap()).await;
    assert_eq!(body["resultCode"], "000000");
    let bench = Bench::new(settings().budget(Duration::MAX));
    let body = send(&bench, &caller().call(&create("late")).unwrap()).await;
    assert_eq!(body["resultCode"], "000000");
}

/// A replay guard that takes its time.
struct Slow;

impl ReplayGuard for Slow {
    async fn admit(&self, _: &str, _: &str, _: Duration) -> Result<Admission, ReplayGuardError> {
        tokio::time::sleep(Duration::from_secs(6)).await;
        Ok(Admission::New)
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_begins_after_the_caller_was_answered() {
    let bench = Bench::new(settings().replay_guard(Slow));
    let answer = refused(&bench, &caller().call(&create("o-1")).unwrap()).await;
    assert_eq!(
        answer,
        triple("000005", "internal error", " refused 000005 late")
    );
    tokio::time::sleep(Duration::from_secs(30)).await;
    assert_eq!(bench.called(), 0);
}

/// The answer to a signed call whose body arrives in a way of its own.
async fn send_body(bench: &Bench, call: &SignedCall, body: Body) -> Value {
    let request = axum::http::Request::post(&call.path_and_query)
        .body(body)
        .unwrap();
    let response = bench.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), 200);
    let body = response.into_body().collect().await.unwrap().to_bytes();
    serde_json::from_slice(&body).unwrap()
}

#[tokio::test(start_paused = true)]
async fn slow_and_broken_bodies() {
    let bench = Bench::new(settings());
    let call = caller().call(&create("o-1")).unwrap();
    let started = tokio::time::Instant::now();

    let (mut sender, body) = http_body_util::channel::Channel::<Bytes>::new(1);
    sender
        .send_data(Bytes::from_static(b"{\"activity\":"))
        .await
        .unwrap();
    let answer = send_body(&bench, &call, Body::new(body)).await;
    assert_eq!(answer["resultCode"], "000005");
    assert_eq!(
        started.elapsed().as_secs(),
        5,
        "the budget covers the reading"
    );
    drop(sender);

    let (sender, body) = http_body_util::channel::Channel::<Bytes, std::io::Error>::new(1);
    sender.abort(std::io::Error::other("reset"));
    let answer = send_body(&bench, &call, Body::new(body)).await;
    assert_eq!(answer["resultCode"], "000005");
    let told = " refused 000005 body_unread";
    assert_eq!(bench.log.lines(), [told, told]);

    // What is left of the budget after the body is what the merchant's code has.
    let (mut sender, body) = http_body_util::channel::Channel::<Bytes>::new(1);
    let call = caller().call(&create("late")).unwrap();
    let bytes = Bytes::from(call.body.clone());
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(4)).await;
        sender.send_data(bytes).await.unwrap();
    });
    let started = tokio::time::Instant::now();
    let answer = send_body(&bench, &call, Body::new(body)).await;
    assert_eq!(
        (answer["resultCode"].as_str(), started.elapsed().as_secs()),
        (Some("000005"), 5)
    );
}
