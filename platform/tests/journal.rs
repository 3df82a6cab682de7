//! What enters the journal, and what must not.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use koo_calls::{Reply, Request};
use koo_platform::journal::{
    Call, Direction, Finding, Journal, Level, Update, Verdict, Verification,
};
use koo_runtime::message::parse_query;
use koo_runtime::secret::Secret;
use koo_spec::catalogue::Catalogue;
use koo_spec::interpret::explain::{Case, explain};

const KEY: &str = "the-key-of-the-merchant";

fn catalogue() -> Arc<Catalogue> {
    Arc::new(koo_spec::builtin::load().catalogue)
}

fn secrets(name: &str) -> BTreeMap<String, Secret> {
    BTreeMap::from([(name.to_owned(), Secret::from(KEY))])
}

fn call(family: &str, interface: &str, request: Request) -> Call {
    Call {
        at_millis: 1_763_791_200_000,
        direction: Direction::Received,
        family: Some(family.to_owned()),
        interface: Some(interface.to_owned()),
        request,
        reply: None,
        failure: None,
        verification: Verification::unsigned(),
        findings: Vec::new(),
        elapsed: Duration::from_millis(3),
    }
}

fn body(text: &str) -> Request {
    Request {
        method: "POST".to_owned(),
        path: "/".to_owned(),
        body: text.as_bytes().to_vec(),
        ..Request::default()
    }
}

/// The body of a token request as it is kept.
fn kept(text: &str) -> String {
    let journal = Journal::new(catalogue(), BTreeMap::new(), 10);
    let number = journal.record(
        call("joint-kit", "oauthToken", body(text)),
        &BTreeMap::new(),
    );
    journal.entry(number).unwrap().request.body.clone()
}

#[test]
fn sensitive_members_are_hidden_and_all_other_bytes_kept() {
    for (sent, shown) in [
        (
            r#"{"client_id": "a",  "client_secret" : "s3cr\"et", "x":1}"#,
            r#"{"client_id": "a",  "client_secret" : "‹hidden›", "x":1}"#,
        ),
        // Not JSON, or not any more.
        (
            r#"{"client_secret":"s3cret-value"#,
            r#"{"client_secret":"‹hidden›"#,
        ),
        (
            r#"{"client_secret":12345678, "y""#,
            r#"{"client_secret":"‹hidden›", "y""#,
        ),
        (
            r#"{"client_secret":{"deep":["abcdefgh"]}}"#,
            r#"{"client_secret":"‹hidden›"}"#,
        ),
        (r#"{"client\u005fsecret":"s3cret-value""#, "‹hidden›"),
        // Wrapped in text.
        (
            r#"{"data":"{\"client_secret\":\"s3cret-value\",\"b\":1}"}"#,
            r#"{"data":"{\"client_secret\":\"‹hidden›\",\"b\":1}"}"#,
        ),
        // A name spelled with escapes.
        (
            r#"{"client\u005fsecret":"s3cret-value","b":1}"#,
            r#"{"client_secret":"‹hidden›","b":1}"#,
        ),
        (
            "<a:x><a:client_secret>s3cret-value</a:client_secret></a:x>",
            "<a:x><a:client_secret>‹hidden›</a:client_secret></a:x>",
        ),
        // The same value elsewhere.
        (
            r#"{"client_secret":"s3cret-value","note":"is s3cret-value"}"#,
            r#"{"client_secret":"‹hidden›","note":"is ‹hidden›"}"#,
        ),
        (r#"{"client_secret":null}"#, r#"{"client_secret":null}"#),
        ("client_secret", "client_secret"),
    ] {
        assert_eq!(kept(sent), shown);
    }
}

#[test]
fn long_values_are_hidden_to_their_end() {
    let secret = "s3cret".repeat(100_000);
    let sent = format!("{{\"a\":1,\"client_secret\":\"{secret}\",\"b\":1}}");
    assert_eq!(kept(&sent), "{\"a\":1,\"client_secret\":\"‹hidden›");

    // Nor does the end of what is looked at show the beginning of a key.
    let start = "{\"client_secret\":\"";
    let filling = 4 * 64 * 1024 - start.len() - "\",\"x\":\"".len() - 10;
    let sent = format!("{start}{}\",\"x\":\"{KEY}\"}}", "s".repeat(filling));
    let journal = Journal::new(catalogue(), secrets("access_key"), 10);
    let number = journal.record(
        call("joint-kit", "oauthToken", body(&sent)),
        &BTreeMap::new(),
    );
    let shown = "{\"client_secret\":\"‹hidden›\",\"x\":\"";
    assert_eq!(journal.entry(number).unwrap().request.body, shown);
}

#[test]
fn forms_and_credentials_are_hidden() {
    let journal = Journal::new(catalogue(), BTreeMap::new(), 10);
    let mut request = body("client_id=a&client%5Fsecret=s3cret%2Bvalue&z=1");
    request.headers = [
        (
            "Content-Type",
            "application/x-www-form-urlencoded; charset=utf-8",
        ),
        ("Cookie", "session=s3cret+value"),
        ("Authorization", "Bearer a-token-of-somebody"),
        ("X-Other", "with a-token-of-somebody inside"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec();
    request.query = "refresh_token=another-token&plain=1".to_owned();
    let number = journal.record(call("joint-kit", "oauthToken", request), &BTreeMap::new());
    let entry = journal.entry(number).unwrap();
    assert_eq!(
        entry.request.body,
        "client_id=a&client%5Fsecret=‹hidden›&z=1"
    );
    assert_eq!(entry.target, "/?refresh_token=‹hidden›&plain=1");
    let headers: Vec<&str> = entry
        .request
        .headers
        .iter()
        .map(|(_, value)| value.as_str())
        .collect();
    assert_eq!(
        headers[1..],
        ["‹hidden›", "Bearer ‹hidden›", "with ‹hidden› inside"]
    );
}

#[test]
fn addresses_that_a_browser_is_sent_to_lose_their_codes() {
    let journal = Journal::new(catalogue(), BTreeMap::new(), 10);
    let mut redirect = call("joint-kit", "oauthAuthorize", Request::default());
    redirect.reply = Some(Reply {
        status: 302,
        headers: vec![(
            "Location".to_owned(),
            "https://shop.example/back?state=1&code=a%2Bcode-of-a-login#x".to_owned(),
        )],
        body: b"go to https://shop.example/back?state=1&code=a%2Bcode-of-a-login".to_vec(),
    });
    let number = journal.record(redirect, &BTreeMap::new());
    let entry = journal.entry(number).unwrap();
    let reply = entry.reply.as_ref().unwrap();
    let shown = "https://shop.example/back?state=1&code=‹hidden›";
    assert_eq!(reply.headers[0].1, format!("{shown}#x"));
    assert_eq!(reply.body, format!("go to {shown}"));
}

#[test]
fn a_call_that_is_not_recognised_is_masked_too() {
    let journal = Journal::new(catalogue(), secrets("access_key"), 10);
    let mut unknown = call(
        "",
        "",
        body(&format!(
            r#"{{"client_secret":"s3cret-value","key":"{KEY}"}}"#
        )),
    );
    unknown.family = None;
    unknown.interface = None;
    let number = journal.record(unknown, &BTreeMap::new());
    let entry = journal.entry(number).unwrap();
    assert_eq!(
        entry.request.body,
        r#"{"client_secret":"‹hidden›","key":"‹access_key›"}"#
    );
    assert!(entry.subject.is_none());
}

/// A call whose signature does not fit, judged and recorded; the key must show nowhere.
#[test]
fn explanations_say_why_without_the_key_or_the_signature() {
    let catalogue = catalogue();
    let family = catalogue.family("saas-v2").unwrap();
    let interface = family.interface("newInstance").unwrap();
    let scheme = &family.schemes[&interface.scheme.as_ref().unwrap().value];
    let signature = "a".repeat(64);
    let mut request = body("{\"orderId\":\"CS1\"}\n");
    request.query = format!(
        "signature={signature}&timestamp=1763791200000&nonce=n123456&activity=newInstance&key={KEY}"
    );
    let query = parse_query(&request.query);
    let secrets = secrets("access_key");
    let explanation = explain(&Case {
        family,
        scheme,
        secrets: &secrets,
        message: request.message(&query),
        now_millis: Some(1_763_791_200_000),
    })
    .unwrap();
    let expected = explanation.readings[0].comparisons[0].expected.clone();
    let mut refused = call("saas-v2", "newInstance", request);
    refused.verification = Verification::explained(scheme, explanation);
    refused.findings.push(Finding {
        level: Level::Error,
        place: "body".to_owned(),
        says: format!("{signature} is not {expected}, made with {KEY}"),
        pages: Vec::new(),
    });
    refused.reply = Some(Reply {
        status: 200,
        headers: vec![("X".to_owned(), KEY.to_owned())],
        body: format!("{{\"echo\":\"{KEY}\"}}").into_bytes(),
    });
    refused.failure = Some(format!("because of {KEY}"));
    // The key of the call alone, unknown to the journal itself.
    let journal = Journal::new(Arc::clone(&catalogue), BTreeMap::new(), 10);
    let number = journal.record(refused, &secrets);
    let entry = journal.entry(number).unwrap();
    let shown = format!("{entry:?}");
    for secret in [KEY, signature.as_str(), expected.as_str()] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
    assert_eq!(entry.verification.verdict, Verdict::Refused);
    assert!(!entry.is_clean());
    let working = entry.verification.working.as_ref().unwrap();
    assert!(!working.readings[0].steps.is_empty());
    assert_eq!(
        working.readings[0].comparisons[0].expected.chars().count(),
        23
    );
    let subject = entry.subject.as_ref().unwrap();
    assert_eq!(subject.interface.as_deref(), Some("newInstance"));
    assert!(subject.title.as_ref().unwrap().zh.is_some());
}

#[test]
fn old_calls_make_room() {
    let journal = Journal::new(catalogue(), BTreeMap::new(), 3);
    for number in 1..=5 {
        let recorded = journal.record(
            call("saas-v2", "newInstance", body(&number.to_string())),
            &BTreeMap::new(),
        );
        assert_eq!(recorded, number);
    }
    let kept: Vec<u64> = journal
        .snapshot()
        .iter()
        .map(|entry| entry.number)
        .collect();
    assert_eq!(kept, [3, 4, 5]);
    assert!(journal.entry(2).is_none());
    assert_eq!(journal.entry(4).unwrap().request.body, "4");
    assert!(journal.entry(6).is_none());
    assert_eq!(journal.recorded(), 5);

    // Large calls make room for each other by their size.
    let journal = Journal::new(catalogue(), BTreeMap::new(), 100_000);
    let large = "x".repeat(1_000_000);
    for _ in 0..1000 {
        let mut large = call("saas-v2", "newInstance", body(&large));
        large.request.path = "/p".repeat(5000);
        journal.record(large, &BTreeMap::new());
    }
    let kept = journal.snapshot();
    assert!(kept.len() < 600, "{}", kept.len());
    assert!(kept[0].request.is_cut);
    assert_eq!(kept[0].request.body_bytes, 1_000_000);
    assert!(kept[0].request.body.len() < 70_000);
    assert!(kept[0].target.len() < 9000);
}

#[tokio::test]
async fn readers_follow_without_a_gap_and_learn_that_they_lag() {
    let journal = Journal::new(catalogue(), BTreeMap::new(), 1000);
    let record = || journal.record(call("saas-v2", "newInstance", body("{}")), &BTreeMap::new());
    record();
    let (snapshot, mut updates) = journal.follow();
    assert_eq!(snapshot.len(), 1);
    record();
    match updates.next().await {
        Some(Update::Recorded(entry)) => assert_eq!(entry.number, 2),
        other => panic!("{other:?}"),
    }
    for _ in 0..1000 {
        record();
    }
    assert!(matches!(updates.next().await, Some(Update::Missed)));
    assert!(matches!(updates.next().await, Some(Update::Recorded(_))));
    drop(journal);
    while updates.next().await.is_some() {}
}

#[test]
fn bytes_that_are_no_text_are_counted_only() {
    let journal = Journal::new(catalogue(), BTreeMap::new(), 10);
    let mut binary = call("saas-v2", "newInstance", Request::default());
    binary.request.body = vec![0, 1, 2, 3];
    let number = journal.record(binary, &BTreeMap::new());
    let content = &journal.entry(number).unwrap().request;
    assert_eq!(
        (content.body.as_str(), content.body_bytes, content.is_cut),
        ("", 4, true)
    );
}
