//! The shop calls the marketplace.

use std::future::pending;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::extract::Request;
use axum::http::Response;
use lantern::runtime::call::{Call, Refusal};
use lantern::runtime::client::{CallError, Retry, Settings};
use lantern::runtime::server::{Router, serve};
use lantern::subscriptions::client::Client;
use lantern::subscriptions::platform::{Answer, Platform, router, settings};
use lantern::subscriptions::{ReportSeatsReply, ReportSeatsRequest, ResultCode};
use tokio::net::TcpListener;

const TOKEN: &str = "lamp-oil";

/// The marketplace; it knows one subscription.
struct Lantern;

impl Platform for Lantern {
    async fn report_seats(&self, call: Call<ReportSeatsRequest>) -> Answer<ReportSeatsReply> {
        if call.request.subscription_no != "S-1" {
            return Err(Refusal::new(ResultCode::BadField, "no such subscription"));
        }
        let text = format!("{} on {}", call.request.seats, call.request.day);
        Ok(ReportSeatsReply::new(text))
    }
}

/// A client of a server that runs until the test ends.
async fn client(token: &str, server: Router) -> Client {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(serve(listener, server, pending::<()>()));
    let settings = Settings::default()
        .base_url(format!("http://{address}"))
        .retry(Retry::NEVER);
    Client::new(token, settings).expect("a client")
}

fn three_seats(subscription: &str) -> ReportSeatsRequest {
    ReportSeatsRequest::new(3, "2026-11-22", subscription)
}

#[tokio::test]
async fn a_report_leaves_as_the_contract_says() {
    let calls = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&calls);
    let server = Router::new().fallback(move |request: Request| {
        let line = format!("{} {}", request.method(), request.uri());
        seen.lock().expect("no panic").push(line);
        async { Response::new(Body::from(r#"{"errno":"OK","errtext":"noted"}"#)) }
    });
    let client = client(TOKEN, server).await;
    let reply = client.report_seats(&three_seats("S-1")).await;
    assert_eq!(reply.expect("a reply").errtext, "noted");
    // The digest was computed with Python's hashlib.
    let called = "PUT /v9/subscriptions/S-1/seats?seats=3&day=2026-11-22\
        &sum=38b0843b2e600f649fe2f2c05617bd4d6523facd8f777d187a40996d8bce07a5";
    assert_eq!(*calls.lock().expect("no panic"), [called]);

    // What stands in the path cannot leave it.
    let reply = client.report_seats(&three_seats("S/1?a=杭")).await;
    assert!(reply.is_ok());
    let calls = calls.lock().expect("no panic");
    let path = "PUT /v9/subscriptions/S%2F1%3Fa%3D%E6%9D%AD/seats?seats=3&";
    assert!(calls[1].starts_with(path), "{calls:?}");
}

#[tokio::test]
async fn a_report_the_contract_forbids_does_not_leave() {
    let server = Router::new().fallback(|| async { "nothing is sent" });
    let client = client(TOKEN, server).await;
    let error = client
        .report_seats(&three_seats("S-12345678901"))
        .await
        .expect_err("13 characters");
    assert!(!error.may_have_arrived());
    assert!(
        matches!(error, CallError::Invalid(_)) && error.to_string().contains("subscription_no"),
        "{error}"
    );
}

#[tokio::test]
async fn the_marketplace_answers_in_its_own_codes() {
    let known = client(TOKEN, router(Lantern, settings(TOKEN))).await;
    let reply = known.report_seats(&three_seats("S-1")).await;
    let reply = reply.expect("a reply");
    assert_eq!(reply.errno, ResultCode::Done);
    assert_eq!(reply.errtext, "3 on 2026-11-22");

    let stranger = client("other-oil", router(Lantern, settings(TOKEN))).await;
    for (client, subscription, code) in [
        (&known, "S-2", ResultCode::BadField),
        (&stranger, "S-1", ResultCode::BrokenSeal),
    ] {
        let answer = client.report_seats(&three_seats(subscription)).await;
        let error = answer.expect_err("a refusal");
        assert_eq!(error.code(), Some(&code), "{error}");
    }
    assert!(!format!("{known:?}").contains(TOKEN));
}
