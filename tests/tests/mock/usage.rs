//! Usage push, new and old.

use std::sync::OnceLock;

use koo_runtime::scheme::timestamp::written;
use koo_runtime::scheme::{Clock, SystemClock};
use koogallery::open_api::{PushUsageNewRequest, PushUsageOldRequest};
use serde_json::{Value, json};

use super::orders::{answered, client};
use super::{DAY, Platform};

/// A moment so long before the tests, as records write it.
fn ago(millis: i64) -> String {
    static NOW: OnceLock<i64> = OnceLock::new();
    let now = NOW.get_or_init(|| SystemClock.now_millis());
    written(now - millis, "yyyyMMdd'T'HHmmss'Z'")
}

fn record(number: &str, hours_ago: i64) -> Value {
    json!({
        "begin_time": ago((hours_ago + 1) * 3_600_000),
        "end_time": ago(hours_ago * 3_600_000),
        "instance_id": "i-1",
        "metering_sn": number,
        "record_time": ago(0),
        "usage_value": "99",
    })
}

fn old_record(begin: &str, end: &str) -> Value {
    json!({
        "instance_id": "i-1", "product_id": "OFFI0000000000000000", "record_time": ago(0),
        "begin_time": begin, "end_time": end, "usage_value": "99",
    })
}

async fn push(platform: &Platform, records: &[Value]) -> (u16, String) {
    let request: PushUsageNewRequest =
        serde_json::from_value(json!({ "usage_records": records })).unwrap();
    match client(platform).push_usage_new(&request).await {
        Ok(reply) => (200, reply.error_code.as_str().to_owned()),
        Err(error) => answered(&error),
    }
}

#[tokio::test]
async fn duplicates_are_taken_and_found_later() {
    let platform = Platform::new().await;
    let taken = (200, "MKT.0000".to_owned());
    assert_eq!(
        push(&platform, &[record("a", 1), record("b", 2)]).await,
        taken
    );
    assert!(platform.findings().is_empty(), "{:?}", platform.findings());

    // A number that was used before, and a new one for a span that was reported before.
    assert_eq!(
        push(&platform, &[record("b", 4), record("c", 1)]).await,
        taken
    );
    let findings = platform.findings();
    assert_eq!(findings.len(), 2, "{findings:?}");
    assert!(
        findings[0].starts_with("usage_records[0]: 005 "),
        "{findings:?}"
    );
    assert!(
        findings[1].starts_with("usage_records[1]: 010 "),
        "{findings:?}"
    );
    let explained = platform.last().reply.headers;
    assert!(
        explained
            .iter()
            .any(|(name, _)| name == "X-Koo-Explanation")
    );

    // Too old, and the wrong way round.
    let mut turned = record("d", 6);
    turned["end_time"] = json!(ago(8 * 3_600_000));
    assert_eq!(
        push(&platform, &[record("e", 22 * 24), turned]).await,
        taken
    );
    let findings = platform.findings();
    assert!(
        findings[0].starts_with("usage_records[1]: 011 "),
        "{findings:?}"
    );
    assert!(
        findings[1].starts_with("usage_records[0]: 007 "),
        "{findings:?}"
    );
}

#[tokio::test]
async fn a_wrong_record_has_its_documented_code() {
    let platform = Platform::new().await;
    let with = |name: &str, value: Value| {
        let mut record = record("a", 1);
        record[name] = value;
        record
    };
    let code = |code: &str| (400, code.to_owned());
    let time = push_raw(&platform, with("begin_time", json!("2022-08-09"))).await;
    assert_eq!(time, code("94060005"));
    let superfluous = push_raw(&platform, with("product_id", json!("x"))).await;
    assert_eq!(superfluous, code("94060004"));
    let number = push_raw(&platform, with("usage_value", json!(99))).await;
    assert_eq!(number, code("94060004"));
    let missing = push_raw(&platform, with("instance_id", Value::Null)).await;
    assert_eq!(missing, code("94060004"));
}

/// Pushes a record that no typed client would send.
async fn push_raw(platform: &Platform, record: Value) -> (u16, String) {
    use koo_runtime::message::Message;
    use koo_runtime::scheme::{Scheme, Stamp};
    let body = json!({ "usage_records": [record] }).to_string();
    let message = Message {
        method: "POST",
        path: "",
        query: &[],
        headers: &[],
        body: body.as_bytes(),
    };
    let scheme = koogallery::open_api::UsagePushSignature::new(super::KEY.1);
    let stamp = Stamp::at(SystemClock.now_millis());
    let mut request = reqwest::Client::new()
        .post(format!(
            "{}/api/mkp-openapi-public/global/v1/isv/usage-data",
            platform.url
        ))
        .header("Content-Type", "application/json");
    for carried in scheme.sign(&message, &stamp).unwrap() {
        request = request.header(carried.name, carried.value);
    }
    let answer = request.body(body).send().await.unwrap();
    let status = answer.status().as_u16();
    let reply: Value = serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap();
    (status, reply["error_code"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn the_old_push_refuses_what_it_documents() {
    let platform = Platform::new().await;
    let push = async |records: Vec<Value>| {
        let request: PushUsageOldRequest =
            serde_json::from_value(json!({ "usage_records": records })).unwrap();
        match client(&platform).push_usage_old(&request).await {
            Ok(reply) => (200, reply.error_code.as_str().to_owned()),
            Err(error) => answered(&error),
        }
    };
    let taken = (200, "MKT.0000".to_owned());
    let fine = old_record(&ago(DAY), &ago(DAY / 2));
    assert_eq!(push(vec![fine.clone()]).await, taken);
    assert_eq!(push(vec![fine]).await, taken);
    assert!(platform.findings()[0].starts_with("usage_records[0]: 010 "));

    // What a refused call did is undone: its first record is none of the known ones.
    let other = old_record(&ago(3 * DAY), &ago(2 * DAY));
    let ancient = old_record(&ago(22 * DAY), &ago(21 * DAY));
    let refused = (500, "MKT.9004".to_owned());
    assert_eq!(push(vec![other.clone(), ancient]).await, refused);
    assert_eq!(push(vec![other]).await, taken);
    assert!(platform.findings().is_empty(), "{:?}", platform.findings());
}
