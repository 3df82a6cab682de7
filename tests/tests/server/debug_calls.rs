//! Calls of the debug console and of probing, which may carry the ids of real ones.

use koo_runtime::Request;
use koo_runtime::ledger::MemoryLedger;
use koo_runtime::lenient;
use koogallery::Site;
use koogallery::saas_v2::TestFlag;
use koogallery::{joint_kit, open_api, saas_v1};
use serde_json::{Value, json};

use crate::bench::{Bench, purchase};

async fn instance_of(bench: &Bench, business: &str, flag: Option<&str>) -> String {
    let mut request = purchase("CS1");
    request.business_id = business.to_owned();
    request.test_flag = flag.map(|flag| TestFlag::from(flag.to_owned()));
    let answer = bench.call(&request).await;
    assert_eq!(answer.code, "000000");
    let body = answer.answer.json().unwrap();
    body["instanceId"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_debug_call_does_not_answer_a_real_one_nor_the_other_way_round() {
    for site in [Site::Mainland, Site::Intl, Site::Eu] {
        let ledger = MemoryLedger::default();
        let bench = Bench::start_with(site, |settings| settings.ledger(ledger)).await;
        assert_eq!(instance_of(&bench, "b-1", Some("1")).await, "b-1");
        assert_eq!(instance_of(&bench, "b-2", None).await, "b-2", "carried out");
        // As the European pages mark real calls. The others leave the mark out, and know no such value.
        assert_eq!(instance_of(&bench, "b-3", Some("0")).await, "b-2");
        assert_eq!(instance_of(&bench, "b-4", Some("")).await, "b-2");
        assert_eq!(instance_of(&bench, "b-5", Some("1")).await, "b-5");
        assert_eq!(bench.called(), 3);
    }
}

/// Whether a call with these parameters is one of debugging, as the server reads it.
fn is_debug<R: Request + serde::de::DeserializeOwned>(parameters: &[(&str, &str)]) -> bool {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    let parameters: Vec<_> = parameters.iter().map(owned).collect();
    lenient::from_params::<R>(&parameters)
        .unwrap()
        .value
        .is_debug()
}

#[test]
fn saas_v1_marks_them_in_the_query() {
    for (value, expected) in [("1", true), ("0", false), ("", false), ("01", false)] {
        let parameters = [
            ("activity", "releaseInstance"),
            ("instanceId", "i"),
            ("orderId", "o"),
            ("timeStamp", "20170725025113409"),
            ("testFlag", value),
        ];
        assert_eq!(
            is_debug::<saas_v1::ReleaseInstanceRequest>(&parameters),
            expected,
            "{value:?}"
        );
        assert!(!is_debug::<saas_v1::ReleaseInstanceRequest>(
            &parameters[..4]
        ));
    }
}

/// The same for a JSON body.
fn is_debug_json<R: Request + serde::de::DeserializeOwned>(body: &Value) -> bool {
    let body = body.to_string();
    lenient::from_slice::<R>(body.as_bytes())
        .unwrap()
        .value
        .is_debug()
}

#[test]
fn other_guides_mark_them_as_numbers_or_must_mark_them() {
    for (flag, expected) in [(json!(1), true), (json!(0), false), (json!("1"), true)] {
        let sync = json!({
            "instanceId": "", "orderId": "", "tenantId": "t", "tenantCode": "c", "name": "n",
            "domainName": "d", "flag": 1, "testFlag": flag, "timeStamp": "20220413093539534",
        });
        assert_eq!(
            is_debug_json::<joint_kit::TenantSyncRequest>(&sync),
            expected,
            "{sync}"
        );
        let notice = json!({
            "activity": "orderNotify", "orderId": "o", "orderLineId": "l", "testFlag": flag,
        });
        assert_eq!(
            is_debug_json::<open_api::OrderNotifyRequest>(&notice),
            expected,
            "{notice}"
        );
    }
}
