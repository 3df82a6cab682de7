//! A merchant that reads each order at the platform before carrying it out finds the very order of the call.

use std::collections::BTreeMap;
use std::sync::Arc;

use koo_platform::check;
use koo_platform::mock::serve::{Limits, serve};
use koo_platform::mock::{Mock, Settings};
use koo_platform::records::Records;
use koo_platform::scenario;
use koo_platform::simulate::{Outcome, Verdict};
use koo_runtime::secret::Secret;

use crate::merchant::{OPEN_KEY, has_python, line, start, try_cases};

/// What comes of scenarios and checks whose orders are placed in `records` while the mock reads those of `known`.
async fn tried(known: &Records, records: &Records, ids: &[&str]) -> Vec<Verdict> {
    let catalogue = koo_spec::builtin::load().catalogue;
    let secrets = [
        ("access_key_id", OPEN_KEY.0),
        ("secret_access_key", OPEN_KEY.1),
    ];
    let secrets = secrets.map(|(name, value)| (name.to_owned(), Secret::from(value)));
    let mock = Arc::new(Mock::new(
        catalogue.clone(),
        Settings {
            secrets: BTreeMap::from(secrets),
            placed: known.clone(),
            ..Settings::default()
        },
    ));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let open_api = format!("http://{}", listener.local_addr().unwrap());
    let handler = move |request| Arc::clone(&mock).handle(request, Limits::default());
    let serving = tokio::spawn(serve(
        listener,
        Limits::default(),
        handler,
        std::future::pending(),
    ));
    let merchant = start(&["--open-api", &open_api]);
    let family = catalogue.family("saas-v2").unwrap();
    let mut cases = scenario::cases(&catalogue, family, Some("mainland"));
    cases.extend(check::cases(&catalogue, family, Some("mainland"), |_| true));
    cases.retain(|case| ids.contains(&case.id()));
    assert_eq!(cases.len(), ids.len());
    let verdicts = try_cases(
        &catalogue,
        "saas-v2",
        "mainland",
        &merchant.address,
        &cases,
        records,
    )
    .await;
    serving.abort();
    verdicts
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_order_of_a_call_is_found_at_the_mock() {
    if !has_python() {
        return;
    }
    let records = Records::default();
    let ids = [
        "one-time",
        "renewal",
        "concurrent-resend",
        "answers",
        "longest-values",
        "repeated-creation",
        "concurrent-creation",
    ];
    let verdicts = tried(&records, &records, &ids).await;
    let failed: Vec<_> = verdicts
        .iter()
        .filter(|verdict| verdict.outcome != Outcome::Passed)
        .map(line)
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    // What the merchant was told is what the scenario says was bought.
    let placed = records.of("open-api/queryOrder");
    let renewal = placed
        .iter()
        .find(|record| record.answer["orderInfo"]["orderType"] == "RENEW");
    let info = &renewal.unwrap().answer["orderInfo"];
    assert_eq!(
        info["orderId"].as_str(),
        renewal.unwrap().asked.get("orderId").map(String::as_str)
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_order_the_mock_does_not_know_is_missed() {
    if !has_python() {
        return;
    }
    let (known, placed) = (Records::default(), Records::default());
    let verdicts = tried(&known, &placed, &["one-time", "answers"]).await;
    assert!(
        verdicts
            .iter()
            .all(|verdict| verdict.outcome == Outcome::Failed)
    );
}
