//! Keys, signatures and access data of buyers are nowhere to be seen.

use koo_runtime::Call;
use koo_runtime::Validate as _;
use koo_runtime::lenient;
use koo_runtime::server::Policy;
use koogallery::saas_v2::server::settings;
use koogallery::saas_v2::*;
use koogallery::{Site, saas_v1};
use serde_json::json;

use crate::actor::{MEMO, PASSWORD, USER_NAME};
use crate::bench::{Bench, KEY, purchase};
use crate::capture;

/// A value in a request that is refused or reported.
const RECEIVED: &str = "received-c40e";

fn assert_silent(shown: &str, where_: &str) {
    for secret in [KEY, USER_NAME, PASSWORD, MEMO, RECEIVED] {
        assert!(!shown.contains(secret), "{secret} in {where_}: {shown}");
    }
}

fn access_data() -> AppInfo {
    AppInfo {
        admin_url: None,
        user_name: Some(USER_NAME.to_owned()),
        password: Some(PASSWORD.to_owned()),
        memo: Some(MEMO.to_owned()),
        ..AppInfo::new("https://app.example.com")
    }
}

#[test]
fn debug_output_shows_no_secret() {
    let reply = QueryInstanceReply {
        info: Some(vec![InstanceInfo {
            app_info: Some(access_data()),
            ..InstanceInfo::new("i")
        }]),
        ..QueryInstanceReply::new()
    };
    assert_silent(&format!("{reply:?} {reply:#?}"), "a reply");
    assert_silent(&format!("{:?}", access_data()), "access data");
    let mut request = saas_v1::NewInstanceRequest::new("", "", USER_NAME, "", "", "");
    request.user_name = Some(USER_NAME.to_owned());
    assert_silent(&format!("{:?}", Call::new(request)), "a call");
    assert_silent(&format!("{:?}", UrlSignature::new(KEY)), "a scheme");
    assert_silent(&format!("{:?}", BodySign::new(KEY)), "a scheme");
    assert_silent(&format!("{:?}", settings(Site::Eu, KEY)), "settings");
}

#[test]
fn errors_show_no_value() {
    let long = AppInfo {
        user_name: Some(USER_NAME.repeat(20)),
        password: Some(PASSWORD.repeat(20)),
        memo: Some(MEMO.repeat(200)),
        ..AppInfo::new(RECEIVED)
    };
    let violations = long.validate().unwrap_err();
    assert_eq!(violations.len(), 4);
    assert_silent(
        &format!(
            "{violations} {violations:?} {}",
            json!(violations.iter().collect::<Vec<_>>())
        ),
        "violations",
    );
    let wrong = json!({"frontEndUrl": {PASSWORD: RECEIVED}, "userName": [USER_NAME]});
    let error = lenient::from_value::<AppInfo>(&wrong).unwrap_err();
    assert_silent(&format!("{error} {error:?}"), "a reading error");
}

#[tokio::test]
async fn a_call_and_its_answer_show_neither_signature_nor_body() {
    let bench = Bench::start(Site::Eu).await;
    let call = bench.platform.call(&purchase(RECEIVED)).unwrap();
    let shown = format!("{call:?}");
    assert_silent(&shown, "a signed call");
    assert!(!shown.contains("signature="), "{shown}");
    let answer = bench.call(&QueryInstanceRequest::new("i")).await.answer;
    let body = String::from_utf8(answer.body.clone()).unwrap();
    assert!(body.contains(PASSWORD), "the buyer gets it");
    assert_silent(&format!("{answer:?}"), "an answer");
}

#[tokio::test]
async fn refusals_reports_and_traces_show_no_value() {
    let mut answers = String::new();
    let mut told = String::new();
    let mut signatures = Vec::new();
    for policy in [Policy::Observe, Policy::Strict] {
        let bench = Bench::start_with(Site::Eu, |settings| settings.policy(policy)).await;
        let long = RECEIVED.repeat(10);
        let requests = [
            json!(purchase("panics")),
            json!(purchase("sold out")),
            json!({"activity": RECEIVED}),
            json!({"activity": "queryInstance", "instanceId": [RECEIVED]}),
            json!({"activity": "queryInstance", "instanceId": long, "customerName": RECEIVED}),
            json!({"activity": "queryInstance", "instanceId": "over-long"}),
            json!({"activity": "queryInstance", "instanceId": "no address"}),
            json!({"activity": "queryInstance", "instanceId": "i", "testFlag": RECEIVED}),
            json!({"activity": "updateInstanceStatus", "instanceId": "i", "status": RECEIVED}),
            json!({"activity": "refreshInstance", "scene": RECEIVED, "orderId": RECEIVED, "orderLineId": "l",
                "instanceId": "i", "expireTime": RECEIVED}),
        ];
        for request in &requests {
            let call = bench.platform.call_json(request).unwrap();
            for call in [call.clone().tampered(), call.clone(), call] {
                let answer = bench.send(&call).await;
                if answer.code != "000000" {
                    answers.push_str(&String::from_utf8(answer.answer.body).unwrap());
                }
                let query = call.path_and_query.split(['=', '&']);
                signatures.extend(query.filter(|part| part.len() >= 32).map(str::to_owned));
            }
        }
        told.push_str(&bench.events.lock().unwrap().join("\n"));
    }
    let traced = capture::traced();
    for text in [
        "refused",
        "replied",
        "signature_mismatch",
        "replayed",
        "panicked",
        "invalid_reply",
        "breaks a documented limit",
    ] {
        assert!(traced.contains(text), "{text} was not traced");
    }
    for (shown, where_) in [
        (&answers, "answers"),
        (&told, "reports"),
        (&traced, "traces"),
    ] {
        assert_silent(shown, where_);
        for signature in &signatures {
            assert!(!shown.contains(signature), "{signature} in {where_}");
        }
    }
}
