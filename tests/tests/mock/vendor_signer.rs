//! The vendor's own Python SDK signs calls that really travel.

use std::process::Command;

use koo_platform::journal::Verdict;
use serde_json::Value;

use super::{KEY, Platform};

#[path = "../oracles/oracle.rs"]
#[allow(dead_code, reason = "the other oracles use more of it")]
mod oracle;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_vendors_signer_is_accepted_and_a_wrong_key_is_not() {
    let platform = Platform::new().await;
    let call = |key: &str, method: &str, path: &str, query: Value, body: &str| {
        serde_json::json!({
            "url": platform.url, "access_key_id": "id-of-the-tests", "secret_access_key": key,
            "method": method, "path": path, "query": query, "body": body,
        })
    };
    let orders = "/api/mkp-openapi-public/global/v1/order/query";
    let activate = "/api/mkp-openapi-public/global/v1/license/activate";
    let order = serde_json::json!([["orderId", "MOCKONETIMENEW"]]);
    let license = r#"{"license":"PLXXXXXX"}"#;
    let cases = [
        call(KEY.0, "GET", orders, order.clone(), ""),
        call("another key", "GET", orders, order, ""),
        call(KEY.0, "POST", activate, serde_json::json!([]), license),
        call(KEY.0, "POST", activate, serde_json::json!([]), license),
    ];
    let mut program = Command::new(oracle::python());
    program.arg(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/mock/vendor_call.py"
    ));
    let asked = tokio::task::spawn_blocking(move || {
        oracle::ask("the vendor's Python SDK", program, &cases)
    });
    let Some(answers) = asked.await.unwrap() else {
        return;
    };
    let answers: Vec<Value> = answers
        .iter()
        .map(|answer| serde_json::from_str(answer).unwrap())
        .collect();
    assert_eq!(answers[0]["status"], 200, "{answers:#?}");
    assert_eq!(answers[0]["body"]["orderInfo"]["orderId"], "MOCKONETIMENEW");
    assert_eq!(answers[1]["status"], 401);
    assert_eq!(answers[1]["body"]["resultCode"], "APIGW.0301");
    assert_eq!(answers[2]["body"]["error_code"], "92020000");
    assert_eq!(answers[3]["body"]["error_code"], "92020003");
    assert_eq!(platform.verdict(), Verdict::Fits);
}
