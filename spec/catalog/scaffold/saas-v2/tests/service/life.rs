//! The life of one instance, from its purchase to its release.

use koogallery::runtime::Request;
use koogallery::saas_v2::{
    ChangeInstanceCheckRequest, InstanceStatus, NewInstanceRequest, ProductInfo,
    QueryInstanceRequest, RefreshInstanceRequest, ReleaseInstanceRequest, Scene, TestFlag,
    UpdateInstanceStatusRequest, UpgradeInstanceRequest,
};
use serde::Serialize;
use serde_json::Value;

use crate::support::{Bench, DONE, NOT_FOUND, NOT_VALID, code, text};

async fn call<R: Request + Serialize>(bench: &Bench, request: &R) -> Value {
    bench.send(&bench.platform.call(request).unwrap()).await
}

fn purchase(order: &str) -> NewInstanceRequest {
    NewInstanceRequest::new(
        order,
        format!("{order}-000001"),
        format!("business-{order}"),
    )
}

/// Buys an instance and returns its id.
async fn bought(bench: &Bench, order: &str) -> String {
    let body = call(bench, &purchase(order)).await;
    assert_eq!(code(&body), DONE, "{body}");
    text(&body, "instanceId").to_owned()
}

fn renewal(instance: &str) -> RefreshInstanceRequest {
    let (order, line) = ("CS2", "CS2-000001");
    RefreshInstanceRequest::new(Scene::Renewal, order, line, instance, "20991231235959")
}

#[tokio::test]
async fn an_instance_lives_from_purchase_to_release() {
    let bench = Bench::new();
    let id = bought(&bench, "CS1").await;
    let query = QueryInstanceRequest::new(&id);
    let body = call(&bench, &query).await;
    assert_eq!(
        body.pointer("/info/0/instanceId").and_then(Value::as_str),
        Some(&*id)
    );
    assert!(
        body.pointer("/info/0/appInfo/frontEndUrl").is_some(),
        "{body}"
    );

    assert_eq!(code(&call(&bench, &renewal(&id)).await), DONE);
    let product = ProductInfo {
        product_id: Some("OFFI461867333479178240".to_owned()),
    };
    let check = ChangeInstanceCheckRequest::new(&id, product);
    assert_eq!(code(&call(&bench, &check).await), DONE);
    let freeze = UpdateInstanceStatusRequest::new(&id, InstanceStatus::Freeze);
    assert_eq!(code(&call(&bench, &freeze).await), DONE);
    assert_eq!(code(&call(&bench, &check).await), NOT_VALID, "frozen");
    let unfreeze = UpdateInstanceStatusRequest::new(&id, InstanceStatus::Unfreeze);
    for request in [&unfreeze, &freeze, &unfreeze, &unfreeze] {
        assert_eq!(code(&call(&bench, request).await), DONE);
    }
    assert_eq!(code(&call(&bench, &check).await), DONE, "usable again");
    let upgrade = UpgradeInstanceRequest::new(&id, "CS3", "CS3-000001");
    assert_eq!(code(&call(&bench, &upgrade).await), DONE);

    let release = ReleaseInstanceRequest::new(&id);
    assert_eq!(code(&call(&bench, &release).await), DONE);
    assert_eq!(code(&call(&bench, &release).await), DONE, "once more");
    assert_eq!(code(&call(&bench, &query).await), NOT_FOUND);
    assert_eq!(code(&call(&bench, &unfreeze).await), NOT_FOUND);
}

#[tokio::test]
async fn a_purchase_sent_again_is_the_same_instance_also_after_a_restart() {
    let bench = Bench::new();
    let id = bought(&bench, "CS1").await;
    let mut again = purchase("CS1");
    let resend = bench.platform.resend(&mut again).unwrap();
    assert_eq!(text(&bench.send(&resend).await, "instanceId"), id);
    let bench = bench.restarted();
    let resend = bench.platform.resend(&mut again).unwrap();
    assert_eq!(text(&bench.send(&resend).await, "instanceId"), id);
    assert_eq!(
        code(&call(&bench, &QueryInstanceRequest::new(&id)).await),
        DONE
    );
    assert_ne!(bought(&bench, "CS9").await, id, "another order");
}

#[tokio::test]
async fn resends_at_the_same_time_make_one_instance() {
    let bench = Bench::new();
    let calls: Vec<_> = (0..16)
        .map(|_| bench.platform.resend(&mut purchase("CS1")).unwrap())
        .collect();
    let mut ids = Vec::new();
    let answers = calls.iter().map(|call| bench.send(call));
    for body in futures(answers).await {
        ids.push(text(&body, "instanceId").to_owned());
    }
    ids.dedup();
    assert_eq!(ids.len(), 1, "{ids:?}");
    let metrics = bench.metrics.encode().unwrap();
    let run = r#"_ledger_total{interface="newInstance",outcome="run"} 1"#;
    assert!(metrics.contains(run), "{metrics}");
}

#[tokio::test]
async fn the_debug_console_is_answered_and_changes_nothing() {
    let bench = Bench::new();
    let mut debug = purchase("CS1");
    debug.test_flag = Some(TestFlag::Debug);
    let body = call(&bench, &debug).await;
    assert_eq!(code(&body), DONE);
    let made = QueryInstanceRequest::new(text(&body, "instanceId"));
    assert_eq!(code(&call(&bench, &made).await), NOT_FOUND);

    let id = bought(&bench, "CS1").await;
    let mut freeze = UpdateInstanceStatusRequest::new(&id, InstanceStatus::Freeze);
    freeze.test_flag = Some(TestFlag::Debug);
    assert_eq!(code(&call(&bench, &freeze).await), DONE);
    let mut release = ReleaseInstanceRequest::new(&id);
    release.test_flag = Some(TestFlag::Debug);
    assert_eq!(code(&call(&bench, &release).await), DONE);
    let check = ChangeInstanceCheckRequest::new(&id, ProductInfo { product_id: None });
    assert_eq!(
        code(&call(&bench, &check).await),
        DONE,
        "neither frozen nor released"
    );
}

#[tokio::test]
async fn what_was_never_bought_is_not_found() {
    let bench = Bench::new();
    assert_eq!(
        code(&call(&bench, &QueryInstanceRequest::new("nobody")).await),
        NOT_FOUND
    );
    assert_eq!(code(&call(&bench, &renewal("nobody")).await), NOT_FOUND);
    assert_eq!(
        code(&call(&bench, &ReleaseInstanceRequest::new("nobody")).await),
        NOT_FOUND
    );
    let many = vec!["a"; 101].join(",");
    assert_eq!(
        code(&call(&bench, &QueryInstanceRequest::new(many)).await),
        NOT_VALID
    );
}

/// All of them at the same time.
async fn futures<F: Future<Output = Value>>(all: impl Iterator<Item = F>) -> Vec<Value> {
    let mut waiting: Vec<_> = all.map(Box::pin).collect();
    let mut done = Vec::new();
    std::future::poll_fn(|context| {
        waiting.retain_mut(|future| match future.as_mut().poll(context) {
            std::task::Poll::Ready(value) => {
                done.push(value);
                false
            }
            std::task::Poll::Pending => true,
        });
        if waiting.is_empty() {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
    done
}
