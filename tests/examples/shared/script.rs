//! The play: the life of one subscription, and the calls of strangers.

use std::time::Duration;

use koogallery::runtime::Request;
use koogallery::runtime::mock::{CallError, SignedCall};
use koogallery::runtime::scheme::{Clock as _, SystemClock};
use koogallery::saas_v2::{
    ChangeInstanceCheckRequest, InstanceStatus, NewInstanceRequest, ProductInfo,
    QueryInstanceRequest, RefreshInstanceRequest, ReleaseInstanceRequest, Scene, TestFlag,
    UpdateInstanceStatusRequest, UpgradeInstanceRequest,
};
use serde::Serialize;
use serde_json::{Value, json};

use crate::session::{Expected, Session};

const DONE: &str = "000000";
const NOT_AUTHENTIC: &str = "000001";
const NOT_VALID: &str = "000002";
const NOT_FOUND: &str = "000003";

/// Plays everything.
pub(crate) async fn play(session: &mut Session) -> Result<(), CallError> {
    // Orders are told apart by the time, so that the play can be repeated against a merchant that remembers.
    let order = format!("CS{}", SystemClock.now_millis());
    debugging(session, &order).await?;
    let instance = purchase(session, &order).await?;
    subscription(session, &order, &instance).await?;
    strangers(session).await
}

/// The debug console: well-formed answers, and nothing happens.
async fn debugging(session: &mut Session, order: &str) -> Result<(), CallError> {
    let mut request = NewInstanceRequest::new(order, line(order, 0), format!("debug-{order}"));
    request.test_flag = Some(TestFlag::Debug);
    let body = call(session, &request, "a debug purchase is answered", DONE).await?;
    let id = body.pointer("/instanceId").and_then(Value::as_str);
    let query = QueryInstanceRequest::new(id.unwrap_or_default());
    call(session, &query, "and has made nothing", NOT_FOUND).await?;
    Ok(())
}

/// A purchase and its repetition. Returns the id of the instance.
async fn purchase(session: &mut Session, order: &str) -> Result<String, CallError> {
    let mut request = NewInstanceRequest::new(order, line(order, 1), format!("business-{order}"));
    let body = call(session, &request, "a purchase makes an instance", DONE).await?;
    let instance = body.pointer("/instanceId").and_then(Value::as_str);
    let instance = instance.unwrap_or_default().to_owned();
    // Sent again it has another business id, but is the same purchase.
    let again = session.platform.resend(&mut request)?;
    let expected = Expected {
        what: "sent again it is the same instance",
        code: DONE,
        member: Some(("/instanceId", &instance)),
    };
    session
        .send(NewInstanceRequest::INTERFACE, &again, expected)
        .await;
    let query = session
        .platform
        .call(&QueryInstanceRequest::new(&instance))?;
    let expected = Expected {
        what: "the buyer looks at it",
        code: DONE,
        member: Some(("/info/0/instanceId", &instance)),
    };
    session
        .send(QueryInstanceRequest::INTERFACE, &query, expected)
        .await;
    Ok(instance)
}

/// What happens to an instance until it is released.
async fn subscription(session: &mut Session, order: &str, instance: &str) -> Result<(), CallError> {
    let renewal = RefreshInstanceRequest::new(
        Scene::Renewal,
        format!("{order}-renewal"),
        line(order, 2),
        instance,
        "20991231235959",
    );
    call(session, &renewal, "a renewal", DONE).await?;
    call(session, &renewal, "the renewal once more", DONE).await?;
    let freeze = UpdateInstanceStatusRequest::new(instance, InstanceStatus::Freeze);
    call(session, &freeze, "an unpaid instance is frozen", DONE).await?;
    let unfreeze = UpdateInstanceStatusRequest::new(instance, InstanceStatus::Unfreeze);
    call(session, &unfreeze, "and unfrozen", DONE).await?;
    let product = ProductInfo {
        product_id: Some("OFFI461867333479178240".to_owned()),
    };
    let check = ChangeInstanceCheckRequest::new(instance, product);
    call(session, &check, "may it change to another product?", DONE).await?;
    let upgrade = UpgradeInstanceRequest::new(instance, format!("{order}-upgrade"), line(order, 3));
    call(session, &upgrade, "an upgrade", DONE).await?;
    call(session, &upgrade, "the upgrade once more", DONE).await?;
    let mut release = ReleaseInstanceRequest::new(instance);
    release.test_flag = Some(TestFlag::Debug);
    call(session, &release, "a debug release is answered", DONE).await?;
    let query = QueryInstanceRequest::new(instance);
    call(session, &query, "and has released nothing", DONE).await?;
    release.test_flag = None;
    call(session, &release, "the instance is released", DONE).await?;
    call(session, &release, "the release once more", DONE).await?;
    call(session, &query, "it is gone", NOT_FOUND).await?;
    let late = UpgradeInstanceRequest::new(instance, format!("{order}-late"), line(order, 4));
    call(session, &late, "and cannot be upgraded", NOT_FOUND).await?;
    Ok(())
}

/// Calls that a merchant must refuse. Debug requests, so that a merchant who accepts them loses nothing.
async fn strangers(session: &mut Session) -> Result<(), CallError> {
    let mut query = QueryInstanceRequest::new("an-instance");
    query.test_flag = Some(TestFlag::Debug);
    let two_minutes = Duration::from_secs(120);

    let platform = &session.platform;
    let stale = platform.stale(&query, two_minutes)?;
    let future = platform.future(&query, two_minutes)?;
    let tampered = platform.call(&query)?.tampered();
    let mut unsigned = platform.call(&query)?;
    unsigned.path_and_query = without_query(&unsigned);
    let once = platform.call(&query)?;
    let foreign = platform.call_json(&json!({"activity": "orderNotify", "testFlag": "1"}))?;

    let refused = [
        (&stale, "two minutes old", NOT_VALID),
        (&future, "from two minutes ahead", NOT_VALID),
        (&tampered, "changed on the way", NOT_AUTHENTIC),
        (&unsigned, "without a signature", NOT_AUTHENTIC),
        (&once, "rightly signed", DONE),
        (&once.replayed(), "recorded and sent again", NOT_AUTHENTIC),
    ];
    for (call, what, code) in refused {
        let expected = Expected {
            what,
            code,
            member: None,
        };
        session
            .send(QueryInstanceRequest::INTERFACE, call, expected)
            .await;
    }
    let expected = Expected {
        what: "an interface of another guide",
        code: NOT_VALID,
        member: None,
    };
    session.send("orderNotify", &foreign, expected).await;
    Ok(())
}

/// Signs a request now and sends it.
async fn call<R: Request + Serialize>(
    session: &mut Session,
    request: &R,
    what: &str,
    code: &str,
) -> Result<Value, CallError> {
    let signed = session.platform.call(request)?;
    let expected = Expected {
        what,
        code,
        member: None,
    };
    Ok(session.send(R::INTERFACE, &signed, expected).await)
}

fn line(order: &str, number: u32) -> String {
    format!("{order}-{number:06}")
}

fn without_query(call: &SignedCall) -> String {
    call.path_and_query
        .split('?')
        .next()
        .unwrap_or_default()
        .to_owned()
}
