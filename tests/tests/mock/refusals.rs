//! Calls that are not in order are refused as documented, and explained.

use koo_platform::journal::{Journal, Verdict};
use koogallery::open_api::PushUsageNewRequest;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::orders::{answered, client, keyed, order};
use super::platform::catalogue;
use super::{KEY, Platform};

const ORDERS: &str = "/api/mkp-openapi-public/global/v1/order/query";

#[tokio::test]
async fn a_wrong_key_is_refused_and_explained() {
    let platform = Platform::new().await;
    // The access key in the place of the secret access key.
    let mixed_up = keyed(&platform, KEY.1);
    let error = mixed_up.query_order(&order("MOCKONETIMENEW")).await;
    let refused = (401, "APIGW.0301".to_owned());
    assert_eq!(answered(&error.unwrap_err()), refused);
    let call = platform.last();
    assert_eq!(call.verification.verdict, Verdict::Refused);
    let explanation = call.explanation.unwrap();
    assert!(explanation.contains("probable cause"), "{explanation}");
    assert!(explanation.contains("access_key"), "{explanation}");
    let headers = call.reply.headers;
    let header = headers.iter().find(|(name, _)| name == "X-Koo-Explanation");
    let header = &header.unwrap().1;
    assert!(header.contains("Authorization does not match"), "{header}");
    let body = String::from_utf8(call.reply.body).unwrap();
    for text in [&explanation, header, &body] {
        assert!(!text.contains(KEY.0) && !text.contains(KEY.1), "{text}");
    }
    assert!(!body.contains("does not match;"), "{body}");
}

#[tokio::test]
async fn an_old_call_and_a_replay_are_refused() {
    let platform = Platform::new().await;
    platform.later(16 * 60_000);
    assert!(
        client(&platform)
            .query_order(&order("MOCKONETIMENEW"))
            .await
            .is_err()
    );
    let headers = platform.last().reply.headers;
    let header = headers.iter().find(|(name, _)| name == "X-Koo-Explanation");
    assert!(header.unwrap().1.contains("stale"), "{header:?}");

    let platform = Platform::new().await;
    let request: PushUsageNewRequest = serde_json::from_value(json!({"usage_records": [{
        "begin_time": "20220809T080000Z", "end_time": "20220809T090000Z", "instance_id": "i",
        "metering_sn": "a", "record_time": "20220809T091000Z", "usage_value": "1",
    }]}))
    .unwrap();
    client(&platform).push_usage_new(&request).await.unwrap();
    let sent = platform.last().request;
    let mut again = reqwest::Client::new().post(format!("{}{}", platform.url, sent.path));
    for (name, value) in &sent.headers {
        if name != "content-length" && name != "host" {
            again = again.header(name, value);
        }
    }
    let answer = again.body(sent.body).send().await.unwrap();
    assert_eq!(answer.status(), 401);
    assert_eq!(platform.verdict(), Verdict::Refused);
    assert_eq!(platform.last().code.as_deref(), Some("94060002"));
}

#[tokio::test]
async fn without_its_key_an_interface_fails() {
    let platform = Platform::with(|settings| settings.secrets = BTreeMap::new()).await;
    let lacking = platform.mock.offers().find(|offer| offer.path == ORDERS);
    assert_eq!(
        lacking.unwrap().lacks,
        ["access_key_id", "secret_access_key"]
    );
    assert!(
        client(&platform)
            .query_order(&order("MOCKONETIMENEW"))
            .await
            .is_err()
    );
    assert_eq!(platform.verdict(), Verdict::Unjudged);
    assert_eq!(platform.last().reply.status, 500);
}

#[tokio::test]
async fn wrong_addresses_methods_and_bodies() {
    let platform = Platform::new().await;
    let http = reqwest::Client::new();
    let url = |path: &str| format!("{}{path}", platform.url);
    assert_eq!(http.get(url("/")).send().await.unwrap().status(), 404);
    assert_eq!(http.post(url(ORDERS)).send().await.unwrap().status(), 405);
    let activate = "/api/mkp-openapi-public/global/v1/license/activate";
    let answer = http.get(url(activate)).send().await.unwrap();
    assert_eq!(answer.status(), 405);
    assert!(answer.text().await.unwrap().contains("95000002"));
    let large = vec![b'x'; 2 * 1024 * 1024];
    let answer = http.post(url(activate)).body(large).send().await;
    // The server answers while the client still writes; either may come first.
    if let Ok(answer) = answer {
        assert_eq!(answer.status(), 413);
    }
    let none = http
        .get(url("/api/v1/oauth2/authorize?client_id=x"))
        .send()
        .await;
    let none = none.unwrap();
    assert_eq!(none.status(), 400);
    let why = none.headers().get("X-Koo-Explanation").unwrap();
    assert!(why.to_str().unwrap().contains("missing"), "{why:?}");
}

#[tokio::test]
async fn calls_are_kept_in_the_journal() {
    let journal = Journal::new(Arc::new(catalogue()), BTreeMap::new(), 10);
    let kept = journal.clone();
    let platform = Platform::with(|settings| settings.observer = Arc::new(journal)).await;
    client(&platform)
        .query_order(&order("MOCKONETIMENEW"))
        .await
        .unwrap();
    let _ = keyed(&platform, "other")
        .query_order(&order("MOCKONETIMENEW"))
        .await;
    let entries = kept.snapshot();
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0].verification.verdict, Verdict::Fits);
    assert_eq!(entries[0].status, Some(200));
    let subject = entries[0].subject.as_ref().unwrap();
    assert_eq!(subject.interface.as_deref(), Some("queryOrder"));
    assert_eq!(entries[1].verification.verdict, Verdict::Refused);
    assert_eq!(entries[1].status, Some(401));
}
