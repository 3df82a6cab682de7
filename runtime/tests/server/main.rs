//! Every way a call can go, and what is answered.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

#[path = "../support/mod.rs"]
mod support;

mod accepting;
mod once;
mod reading;
mod replying;
mod reporting;
mod routing;
mod timing;

use koo_runtime::mock::{Answer, Caller, SignedCall};
use serde_json::Value;
use support::{Bench, BodySign, KEY, NOW, UrlSignature};

fn caller() -> Caller<UrlSignature> {
    Caller::new(UrlSignature::default()).clock(|| NOW)
}

/// The answer, after the checks that hold for every answer.
async fn send(bench: &Bench, call: &SignedCall) -> Value {
    checked(&call.send(bench.router.clone()).await.unwrap())
}

fn checked(answer: &Answer) -> Value {
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), Some("application/json"));
    answer.verify(&BodySign::default()).unwrap();
    let text = String::from_utf8(answer.body.clone()).unwrap();
    assert!(!text.contains("hunter2") && !text.contains(KEY), "{text}");
    let body = answer.json().unwrap();
    assert!(
        body["resultCode"]
            .as_str()
            .is_some_and(|code| !code.is_empty())
    );
    assert!(
        body["resultMsg"]
            .as_str()
            .is_some_and(|message| !message.is_empty())
    );
    body
}

/// Sends, and gives what the observer was told last along with the code and the message.
async fn refused(bench: &Bench, call: &SignedCall) -> (String, String, String) {
    let body = send(bench, call).await;
    let text = |name: &str| body[name].as_str().unwrap().to_owned();
    let last = bench.log.lines().pop().unwrap();
    (text("resultCode"), text("resultMsg"), last)
}

fn triple(code: &str, message: &str, told: &str) -> (String, String, String) {
    (code.to_owned(), message.to_owned(), told.to_owned())
}
