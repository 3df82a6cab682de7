//! Calls that are refused whatever they ask for.

use std::time::Duration;

use koogallery::saas_v2::mock::platform;
use koogallery::saas_v2::{BodySign, QueryInstanceRequest};
use serde_json::json;

use crate::life::{NOT_AUTHENTIC, NOT_FOUND, NOT_VALID};
use crate::support::{Bench, KEY, PATH, a_call, code};

const TWO_MINUTES: Duration = Duration::from_secs(120);

#[tokio::test]
async fn strangers_are_refused() {
    let bench = Bench::new();
    let query = QueryInstanceRequest::new("an-instance");
    let platform = self::platform(KEY).path(PATH);
    let other_key = self::platform("another-key").path(PATH);
    let call = platform.call(&query).unwrap();
    let refused = [
        (call.clone().tampered(), NOT_AUTHENTIC),
        (other_key.call(&query).unwrap(), NOT_AUTHENTIC),
        (platform.stale(&query, TWO_MINUTES).unwrap(), NOT_VALID),
        (platform.future(&query, TWO_MINUTES).unwrap(), NOT_VALID),
    ];
    for (call, expected) in &refused {
        assert_eq!(code(&bench.send(call).await), *expected, "{call:?}");
    }
    assert_eq!(code(&bench.send(&call).await), NOT_FOUND, "rightly signed");
    assert_eq!(code(&bench.send(&call.replayed()).await), NOT_AUTHENTIC);
    let metrics = bench.metrics.open_metrics().unwrap();
    let mismatches = r#"_refusals_total{interface="unknown",cause="signature_mismatch"} 2"#;
    assert!(metrics.contains(mismatches), "{metrics}");
}

#[tokio::test]
async fn what_is_no_call_is_refused() {
    let bench = Bench::with(&[("server.body_limit_bytes", "1000")]);
    let platform = platform(KEY).path(PATH);
    let unknown = platform.call_json(&json!({"activity": "sing"})).unwrap();
    assert_eq!(code(&bench.send(&unknown).await), NOT_VALID);
    let garbage = platform.call_bytes(*b"\0\x01").unwrap();
    assert_eq!(code(&bench.send(&garbage).await), NOT_VALID);
    let long = platform.call_bytes(vec![b' '; 1001]).unwrap();
    assert_eq!(code(&bench.send(&long).await), NOT_VALID);
}

#[tokio::test]
async fn refusals_are_signed_too_where_the_site_wants_it() {
    let bench = Bench::with(&[("site", "eu")]);
    let answer = bench.answer(&a_call("another-key")).await;
    answer.verify(&BodySign::new(KEY)).unwrap();
}
