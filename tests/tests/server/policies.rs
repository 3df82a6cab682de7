//! Requests that can be read, but depart from the contract.

use koo_runtime::server::Policy;
use koogallery::Site;
use serde_json::{Value, json};

use crate::bench::{Bench, purchase};

/// Departures, and what is said of each.
fn departures() -> Vec<(Value, &'static str)> {
    let with = |name: &str, value: Value| {
        let mut request = json!(purchase("o"));
        request[name] = value;
        request
    };
    vec![
        (
            with("customerId", json!("c-1")),
            "customerId: unknown field",
        ),
        (
            with("orderId", json!("x".repeat(65))),
            "orderId: 65 characters, at most 64 allowed",
        ),
        (
            with("orderId", json!("中".repeat(65))),
            "orderId: 65 characters, at most 64 allowed",
        ),
        (with("orderId", json!(42)), "orderId: number taken as text"),
        (
            with("orderId", json!(true)),
            "orderId: boolean taken as text",
        ),
        (with("testFlag", json!("2")), "testFlag: not one of 1, 0"),
    ]
}

#[tokio::test]
async fn observe_calls_the_merchant_and_reports() {
    let bench = Bench::start(Site::Mainland).await;
    for (index, (request, message)) in departures().into_iter().enumerate() {
        assert_eq!(bench.call_json(&request).await.code, "000000", "{message}");
        assert_eq!(bench.called(), index + 1);
    }
    assert!(bench.was_told("UnknownField"));
    assert!(bench.was_told("NumberAsText"));
    assert!(bench.was_told("MaxLength"));
    assert!(bench.was_told("OneOf"));
}

#[tokio::test]
async fn strict_refuses_and_says_why() {
    let strict = |settings: koogallery::saas_v2::server::Settings| settings.policy(Policy::Strict);
    let bench = Bench::start_with(Site::Eu, strict).await;
    for (request, message) in departures() {
        let answer = bench.call_json(&request).await;
        assert_eq!(
            (answer.code.as_str(), answer.message.as_str()),
            ("000002", message)
        );
    }
    assert_eq!(bench.called(), 0);
    assert_eq!(bench.call(&purchase("o")).await.code, "000000");
}

#[tokio::test]
async fn lenient_calls_the_merchant_without_a_report() {
    let lenient =
        |settings: koogallery::saas_v2::server::Settings| settings.policy(Policy::Lenient);
    let bench = Bench::start_with(Site::Eu, lenient).await;
    for (request, message) in departures() {
        assert_eq!(bench.call_json(&request).await.code, "000000", "{message}");
    }
    assert!(!bench.was_told("Leniency") && !bench.was_told("Violation"));
}

#[tokio::test]
async fn what_is_at_its_limit_departs_from_nothing() {
    let strict = |settings: koogallery::saas_v2::server::Settings| settings.policy(Policy::Strict);
    let bench = Bench::start_with(Site::Eu, strict).await;
    for letter in ["x", "中", "\u{1f600}"] {
        assert_eq!(
            bench.call(&purchase(&letter.repeat(64))).await.code,
            "000000"
        );
    }
    // Null is a way to write that a field is absent.
    let mut request = json!(purchase("o"));
    request["testFlag"] = Value::Null;
    assert_eq!(bench.call_json(&request).await.code, "000000");
}
