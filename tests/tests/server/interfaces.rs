//! Every interface reaches its method.

use koogallery::Site;
use koogallery::saas_v2::*;
use serde_json::json;

use crate::actor::{Actor, Log, Modest};
use crate::bench::{Bench, purchase};

async fn call_all(bench: &Bench) -> Vec<String> {
    let renewal = RefreshInstanceRequest::new(Scene::Renewal, "o", "l", "i", "20991231235959");
    let freeze = UpdateInstanceStatusRequest::new("i", InstanceStatus::Freeze);
    vec![
        bench.call(&purchase("o")).await.code,
        bench.call(&QueryInstanceRequest::new("i")).await.code,
        bench.call(&renewal).await.code,
        bench.call(&freeze).await.code,
        bench.call(&ReleaseInstanceRequest::new("i")).await.code,
        bench
            .call(&UpgradeInstanceRequest::new("i", "o", "l"))
            .await
            .code,
        bench
            .call(&ChangeInstanceCheckRequest::new(
                "i",
                ProductInfo::default(),
            ))
            .await
            .code,
    ]
}

#[tokio::test]
async fn every_interface_is_answered_on_every_site() {
    for site in [Site::Mainland, Site::Intl, Site::Eu] {
        let bench = Bench::start(site).await;
        assert_eq!(call_all(&bench).await, ["000000"; 7]);
        let called = bench.log.lock().unwrap().clone();
        let all = [
            "newInstance",
            "queryInstance",
            "refreshInstance",
            "updateInstanceStatus",
            "releaseInstance",
            "upgradeInstance",
            "changeInstanceCheck",
        ];
        assert_eq!(called, all);
    }
}

#[tokio::test]
async fn optional_interfaces_that_are_not_offered_are_refused() {
    let log = Log::default();
    let modest = Modest(Actor { log: log.clone() });
    let bench = Bench::serve(Site::Eu, |settings| settings, modest, log).await;
    let mut expected = vec!["000000"; 5];
    expected.extend(["000002"; 2]);
    assert_eq!(call_all(&bench).await, expected);
    let upgrade = bench
        .call(&UpgradeInstanceRequest::new("i", "o", "l"))
        .await;
    assert_eq!(upgrade.message, "upgradeInstance is not offered");
}

#[tokio::test]
async fn requests_as_the_platform_labels_and_addresses_them_are_read() {
    let bench = Bench::start(Site::Mainland).await;
    let mut call = bench.platform.call(&purchase("o")).unwrap();
    // Not a charset that a strict reader of media types knows.
    call.headers = vec![(
        "Content-Type".to_owned(),
        "application/json;charset=utf8".to_owned(),
    )];
    assert_eq!(bench.send(&call).await.code, "000000");
    // The signature does not cover the path, and every path below the mount is served.
    let mut call = bench.platform.call(&purchase("o")).unwrap();
    call.path_and_query = call.path_and_query.replace("/saas?", "/saas/produce?");
    assert_eq!(bench.send(&call).await.code, "000000");
}

#[tokio::test]
async fn a_request_in_another_spelling_than_the_signed_one_is_read() {
    let bench = Bench::start(Site::Mainland).await;
    let signed = br#"{"activity":"queryInstance","instanceId":"i-1"}"#;
    let mut call = bench.platform.call_bytes(signed.as_slice()).unwrap();
    call.body =
        br#"{ "testFlag": null, "instanceId": "i-1", "activity": "queryInstance" }"#.to_vec();
    let answer = bench.send(&call).await.answer.json().unwrap();
    assert_eq!(answer["info"][0]["instanceId"], json!("i-1"));
}
