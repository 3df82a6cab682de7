//! What leaves when the merchant's code has been called.

use std::time::{Duration, Instant};

use koogallery::Site;
use koogallery::saas_v2::QueryInstanceRequest;
use tokio::time::sleep;

use crate::actor::LATE;
use crate::bench::{Bench, purchase};

#[tokio::test]
async fn a_reply_without_a_message_gets_the_meaning_of_its_code() {
    let bench = Bench::start(Site::Eu).await;
    assert_eq!(
        bench.call(&purchase("o")).await.message,
        "The call succeeded"
    );
    let pending = bench.call(&purchase("pending")).await;
    assert_eq!(pending.code, "000004");
    assert!(pending.message.starts_with("The request was accepted"));
    let own = bench.call(&purchase("says something")).await;
    assert_eq!(own.message, "your garden is being dug");
}

#[tokio::test]
async fn a_refusal_of_the_merchant_is_sent() {
    let bench = Bench::start(Site::Eu).await;
    let refusal = bench.call(&purchase("sold out")).await;
    assert_eq!(refusal.code, "000106");
    assert_eq!(refusal.message, "The resources of the product are sold out");
    let long = bench.call(&purchase("refuses at length")).await;
    assert_eq!(
        (long.code.as_str(), long.message.as_str()),
        ("000106", "中".repeat(255).as_str())
    );
}

#[tokio::test]
async fn a_reply_that_breaks_the_contract_does_not_leave() {
    let bench = Bench::start(Site::Eu).await;
    let orders = [
        ("over-long", "/instanceId"),
        ("over-long message", "/resultMsg"),
        ("unknown code", "/resultCode"),
        ("refuses with an unknown code", "/resultCode"),
    ];
    for (order, pointer) in orders {
        bench.events.lock().unwrap().clear();
        let answer = bench.call(&purchase(order)).await;
        assert_eq!(answer.code, "000005", "{order}");
        assert!(
            bench.was_told(pointer) && bench.was_told("InvalidReply"),
            "{order}"
        );
    }
    let query = QueryInstanceRequest::new("over-long");
    assert_eq!(bench.call(&query).await.code, "000005");
    assert!(bench.was_told("/info/0/appInfo/password"));
}

#[tokio::test]
async fn a_panic_is_an_internal_error_of_one_call() {
    let bench = Bench::start(Site::Eu).await;
    assert_eq!(bench.call(&purchase("panics")).await.code, "000005");
    assert!(bench.was_told("Panicked"));
    assert_eq!(bench.call(&purchase("o")).await.code, "000000");
}

#[tokio::test]
async fn a_late_merchant_is_answered_for_and_works_on() {
    let budget = Duration::from_millis(150);
    let bench = Bench::start_with(Site::Eu, |settings| settings.budget(budget)).await;
    let start = Instant::now();
    assert_eq!(bench.call(&purchase("late")).await.code, "000005");
    assert!(
        (budget..LATE).contains(&start.elapsed()),
        "{:?}",
        start.elapsed()
    );
    assert!(bench.was_told("Late"));
    while bench.called() < 2 {
        assert!(start.elapsed() < Duration::from_secs(20), "cut off");
        sleep(Duration::from_millis(10)).await;
    }
}
