//! Calls that must not reach the merchant.

use std::time::Duration;

use koo_runtime::mock::SignedCall;
use koogallery::Site;
use koogallery::saas_v2::mock::platform;
use serde_json::json;

use crate::bench::{Bench, KEY, purchase};

/// The call without a query parameter.
fn without(mut call: SignedCall, name: &str) -> SignedCall {
    let (path, query) = call.path_and_query.split_once('?').unwrap();
    let kept: Vec<_> = query
        .split('&')
        .filter(|pair| !pair.starts_with(name))
        .collect();
    call.path_and_query = format!("{path}?{}", kept.join("&"));
    call
}

/// The call with the last character of a query parameter changed.
fn with_changed(mut call: SignedCall, name: &str) -> SignedCall {
    let (path, query) = call.path_and_query.split_once('?').unwrap();
    let change = |pair: &str| {
        let (other, value) = pair.split_once('=').unwrap();
        let last = if value.ends_with('0') { "1" } else { "0" };
        let changed = format!("{other}={}{last}", &value[..value.len() - 1]);
        if other == name {
            changed
        } else {
            pair.to_owned()
        }
    };
    let changed: Vec<_> = query.split('&').map(change).collect();
    call.path_and_query = format!("{path}?{}", changed.join("&"));
    call
}

#[tokio::test]
async fn calls_that_are_not_rightly_signed_are_refused() {
    let bench = Bench::start(Site::Eu).await;
    let honest = &bench.platform;
    let call = || honest.call(&purchase("o")).unwrap();
    let two_minutes = Duration::from_secs(120);
    let mut unsigned = call();
    unsigned.path_and_query = "/saas".to_owned();
    let foreign = platform("another key").path("/saas");
    let calls = [
        (unsigned, "000001", "signature is missing"),
        (
            without(call(), "signature"),
            "000001",
            "signature is missing",
        ),
        (
            without(call(), "timestamp"),
            "000002",
            "timestamp is missing",
        ),
        (without(call(), "nonce"), "000002", "nonce is missing"),
        (call().tampered(), "000001", "signature does not match"),
        (
            with_changed(call(), "signature"),
            "000001",
            "signature does not match",
        ),
        (
            with_changed(call(), "timestamp"),
            "000001",
            "signature does not match",
        ),
        (
            with_changed(call(), "nonce"),
            "000001",
            "signature does not match",
        ),
        (
            foreign.call(&purchase("o")).unwrap(),
            "000001",
            "signature does not match",
        ),
        (
            honest.stale(&purchase("o"), two_minutes).unwrap(),
            "000002",
            "seconds old",
        ),
        (
            honest.future(&purchase("o"), two_minutes).unwrap(),
            "000002",
            "seconds ahead",
        ),
    ];
    for (call, code, message) in calls {
        let answer = bench.send(&call).await;
        assert_eq!(answer.code, code, "{message}");
        assert!(answer.message.contains(message), "{}", answer.message);
    }
    assert_eq!(bench.called(), 0);
}

#[tokio::test]
async fn a_call_may_be_nearly_a_minute_old_or_early() {
    let bench = Bench::start(Site::Eu).await;
    let nearly = Duration::from_secs(50);
    let stale = bench.platform.stale(&purchase("o"), nearly).unwrap();
    assert_eq!(bench.send(&stale).await.code, "000000");
    let early = bench.platform.future(&purchase("o"), nearly).unwrap();
    assert_eq!(bench.send(&early).await.code, "000000");
}

#[tokio::test]
async fn a_recorded_call_is_accepted_once() {
    let bench = Bench::start(Site::Eu).await;
    let call = bench.platform.call(&purchase("o")).unwrap();
    assert_eq!(bench.send(&call).await.code, "000000");
    let replayed = bench.send(&call.replayed()).await;
    assert_eq!(replayed.code, "000001");
    assert_eq!(replayed.message, "the nonce was used before");
    assert_eq!(bench.called(), 1);
    // Signed anew, the same request is a resend, which is welcome.
    assert_eq!(bench.call(&purchase("o")).await.code, "000000");
}

#[tokio::test]
async fn of_many_copies_sent_at_once_one_is_accepted() {
    let bench = Bench::start(Site::Mainland).await;
    let call = bench.platform.call(&purchase("o")).unwrap();
    let (one, two, three, four) = tokio::join!(
        bench.send(&call),
        bench.send(&call),
        bench.send(&call),
        bench.send(&call)
    );
    let mut codes = [one.code, two.code, three.code, four.code];
    codes.sort();
    assert_eq!(codes, ["000000", "000001", "000001", "000001"]);
    assert_eq!(bench.called(), 1);
}

#[tokio::test]
async fn a_refused_call_uses_up_no_nonce() {
    let bench = Bench::start(Site::Mainland).await;
    let call = bench.platform.call(&purchase("o")).unwrap();
    assert_eq!(bench.send(&call.clone().tampered()).await.code, "000001");
    assert_eq!(bench.send(&call).await.code, "000000");
}

#[tokio::test]
async fn bodies_beyond_the_limit_are_refused() {
    let bench = Bench::start_with(Site::Eu, |settings| settings.body_limit(1000)).await;
    let body = |length: usize| {
        let mut body = br#"{"activity":"queryInstance","instanceId":"i"}"#.to_vec();
        body.resize(length, b' ');
        body
    };
    assert_eq!(bench.call_bytes(body(1000)).await.code, "000000");
    let answer = bench.call_bytes(body(1001)).await;
    assert_eq!(answer.code, "000002");
    assert_eq!(answer.message, "the body has more than 1000 bytes");
    assert_eq!(bench.call_bytes(body(1_000_000)).await.code, "000002");
    assert_eq!(bench.called(), 1);
}

#[tokio::test]
async fn what_is_no_request_of_the_contract_is_refused() {
    let bench = Bench::start(Site::Eu).await;
    let bodies: [(&[u8], &str); 12] = [
        (b"", "the body is not a JSON object"),
        (b"null", "the body is not a JSON object"),
        (b"[]", "the body is not a JSON object"),
        (
            b"{\"activity\":\"newInstance\"",
            "the body is not a JSON object",
        ),
        (b"{\"activity\":\"\xff\"}", "the body is not a JSON object"),
        (b"{}", "activity: missing"),
        (b"{\"activity\":null}", "activity: missing"),
        (b"{\"activity\":\"\"}", "activity: missing"),
        (b"{\"activity\":\"orderNotify\"}", "unknown interface"),
        (b"{\"activity\":\"newinstance\"}", "unknown interface"),
        (b"{\"activity\":\"queryInstance\"}", "instanceId: missing"),
        (
            b"{\"activity\":\"queryInstance\",\"instanceId\":null}",
            "instanceId: missing",
        ),
    ];
    for (body, message) in bodies {
        let answer = bench.call_bytes(body).await;
        let shown = String::from_utf8_lossy(body);
        assert_eq!(
            (answer.code.as_str(), answer.message.as_str()),
            ("000002", message),
            "{shown}"
        );
    }
    assert_eq!(bench.called(), 0);
}

#[tokio::test]
async fn an_object_where_text_belongs_is_refused() {
    let bench = Bench::start(Site::Eu).await;
    let wrong = json!({"activity": "queryInstance", "instanceId": {"secret": "value-77"}});
    let answer = bench.call_json(&wrong).await;
    assert_eq!(answer.code, "000002");
    assert!(
        answer.message.starts_with("instanceId: "),
        "{}",
        answer.message
    );
    assert!(!answer.message.contains("value-77"));
    assert_eq!(bench.called(), 0);
}

/// Nonce and timestamp are signed without a separator: digits that move from one to the other leave the signature
/// right, and make a nonce that was never seen. The last ten digits of an old timestamp in milliseconds can be a
/// timestamp in seconds of today.
#[tokio::test]
async fn an_old_call_does_not_become_fresh_by_moving_digits_into_its_nonce() {
    let now = 1_800_000_000_000_i64;
    let bench = Bench::start_with(Site::Mainland, |settings| settings.clock(move || now)).await;
    let months_ago = platform(KEY).path("/saas").clock(|| 1_781_800_000_000_i64);
    let mut call = months_ago.call(&purchase("o")).unwrap();
    assert_eq!(bench.send(&call).await.code, "000002");
    call.path_and_query = call.path_and_query.replace("timestamp=178", "timestamp=") + "178";
    assert!(call.path_and_query.contains("&nonce="), "the nonce is last");
    assert_ne!(bench.send(&call).await.code, "000000");
}
