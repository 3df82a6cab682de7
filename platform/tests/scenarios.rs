//! The scenarios of this repository's catalogue, played on a merchant that is right, slow, or wrong in one way.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests may panic"
)]

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use koo_platform::exchange::{Client, Limits, Trust};
use koo_platform::message::Caller;
use koo_platform::records::Records;
use koo_platform::scenario;
use koo_platform::simulate::report::{Run, human, json};
use koo_platform::simulate::{self, Outcome, Silent, Stage, Verdict};
use koo_runtime::secret::Secret;
use koo_spec::builtin;
use koo_spec::catalogue::Catalogue;
use serde_json::{Value, json};

const KEY: &str = "an-access-key-nobody-has";

#[derive(Debug, Clone, Copy, PartialEq, Default)]
enum Manner {
    /// Does everything right.
    #[default]
    Right,
    /// Needs a while to provision, and says so.
    Slow,
    /// Makes a new instance each time a purchase is sent.
    NewEachTime,
    /// Looks whether there is an instance, and makes one a moment later.
    Races,
    /// Refuses to release what is released.
    ReleasesOnce,
    /// Takes debug calls for real ones.
    DebugIsReal,
    /// Answers queries about another instance.
    MixesUp,
    /// Knows every instance.
    KnowsAll,
    /// Leaves the id out of the answer to a purchase.
    NoInstance,
    /// Answers purchases with an error page.
    Breaks,
}

#[derive(Default)]
struct Books {
    /// Order line → instance and when it was bought.
    purchases: HashMap<String, (String, Instant)>,
    released: HashSet<String>,
    nonces: HashSet<String>,
    orders: Vec<String>,
}

#[derive(Clone, Default)]
struct Merchant {
    manner: Manner,
    books: Arc<Mutex<Books>>,
}

/// How long the slow merchant needs.
const PROVISIONING: Duration = Duration::from_millis(300);

async fn answer(
    State(merchant): State<Merchant>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Response {
    let request: Value = serde_json::from_slice(&body).unwrap();
    let query = query.unwrap_or_default();
    let nonce = query
        .split('&')
        .find(|pair| pair.starts_with("nonce="))
        .unwrap()
        .to_owned();
    assert!(
        merchant.books.lock().unwrap().nonces.insert(nonce),
        "a nonce comes once only"
    );
    if merchant.manner == Manner::Breaks && request["activity"] == "newInstance" {
        return (StatusCode::INTERNAL_SERVER_ERROR, "<html>oops</html>").into_response();
    }
    let is_new = request["activity"] == "newInstance";
    if merchant.manner == Manner::Races && is_new {
        let line = request["orderLineId"].as_str().unwrap();
        if !merchant.books.lock().unwrap().purchases.contains_key(line) {
            tokio::time::sleep(Duration::from_millis(50)).await;
            merchant.books.lock().unwrap().purchases.remove(line);
        }
    }
    let reply = merchant.reply(&request);
    ([("Content-Type", "application/json")], reply.to_string()).into_response()
}

impl Merchant {
    fn reply(&self, request: &Value) -> Value {
        let mut books = self.books.lock().unwrap();
        let done = json!({"resultCode": "000000", "resultMsg": "done"});
        let unknown = json!({"resultCode": "000003", "resultMsg": "no such instance"});
        let text = |name: &str| request[name].as_str().unwrap_or_default().to_owned();
        let is_debug = text("testFlag") == "1" && self.manner != Manner::DebugIsReal;
        let instance = text("instanceId");
        let bought = books
            .purchases
            .values()
            .find(|(id, _)| *id == instance)
            .cloned();
        let is_there = bought.is_some() && !books.released.contains(&instance);
        let knows = is_debug || is_there || self.manner == Manner::KnowsAll;
        match text("activity").as_str() {
            "newInstance" => {
                books.orders.push(text("orderId"));
                if is_debug {
                    return json!({"resultCode": "000000", "resultMsg": "tried", "instanceId": text("businessId")});
                }
                let made = (text("businessId"), Instant::now());
                let (id, since) = match self.manner {
                    Manner::NewEachTime => {
                        books.purchases.insert(text("businessId"), made.clone());
                        made
                    }
                    _ => books
                        .purchases
                        .entry(text("orderLineId"))
                        .or_insert(made)
                        .clone(),
                };
                let is_ready = self.manner != Manner::Slow || since.elapsed() > PROVISIONING;
                let code = if is_ready { "000000" } else { "000004" };
                match self.manner {
                    Manner::NoInstance => json!({"resultCode": code, "resultMsg": "bought"}),
                    _ => json!({"resultCode": code, "resultMsg": "bought", "instanceId": id}),
                }
            }
            "queryInstance" if !knows => unknown,
            "queryInstance" => {
                let since = bought.map(|(_, since)| since);
                if self.manner == Manner::Slow
                    && since.is_some_and(|since| since.elapsed() < PROVISIONING)
                {
                    return json!({"resultCode": "000004", "resultMsg": "wait"});
                }
                let id = if self.manner == Manner::MixesUp {
                    "another".to_owned()
                } else {
                    instance
                };
                let info = json!({"instanceId": id, "appInfo": {"frontEndUrl": "https://shop.example", "password": "hush-hush"}});
                json!({"resultCode": "000000", "resultMsg": "ready", "info": [info]})
            }
            "releaseInstance" => match books.purchases.values().any(|(id, _)| *id == instance) {
                _ if is_debug => done,
                false => unknown,
                true if !books.released.insert(instance) && self.manner == Manner::ReleasesOnce => {
                    unknown
                }
                true => done,
            },
            _ if knows => done,
            _ => unknown,
        }
    }
}

struct Played {
    run: Run,
    records: Records,
    merchant: Merchant,
}

impl Played {
    fn verdict(&self, case: &str) -> &Verdict {
        let mut verdicts = self.run.verdicts.iter();
        verdicts.find(|verdict| verdict.case == case).unwrap()
    }

    /// The cases that failed, each with the rules it breaks.
    fn failures(&self) -> BTreeMap<&str, Vec<&str>> {
        let failed = self
            .run
            .verdicts
            .iter()
            .filter(|verdict| verdict.outcome == Outcome::Failed);
        failed
            .map(|verdict| {
                let rules = verdict.all_findings().map(|finding| finding.rule).collect();
                (verdict.case.as_str(), rules)
            })
            .collect()
    }
}

fn catalogue() -> Catalogue {
    builtin::load().catalogue
}

/// Plays cases on a merchant of this manner; all of them if none is named.
async fn play(manner: Manner, only: &[&str], seed: u64) -> Played {
    let merchant = Merchant {
        manner,
        books: Arc::default(),
    };
    let app = Router::new().fallback(answer).with_state(merchant.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let target = format!("http://{}/shop?own=1", listener.local_addr().unwrap());
    let serving = tokio::spawn(async move { axum::serve(listener, app).await });
    let catalogue = catalogue();
    let family = catalogue.family("saas-v2").unwrap();
    let secrets = BTreeMap::from([("access_key".to_owned(), Secret::from(KEY))]);
    let client = Client::new(Limits::default(), &Trust::System).unwrap();
    let (records, values) = (Records::default(), BTreeMap::new());
    let stage = Stage {
        caller: Caller {
            family,
            site: Some("mainland"),
            target: &target,
            secrets: &secrets,
        },
        client: &client,
        records: &records,
        seed,
        values: &values,
        observer: &Silent,
    };
    let mut cases = scenario::cases(&catalogue, family, Some("mainland"));
    cases.retain(|case| only.is_empty() || only.contains(&case.id()));
    let verdicts = simulate::run(&cases, &stage).await;
    serving.abort();
    let run = Run {
        family: family.id.clone(),
        site: Some("mainland".to_owned()),
        target: target.clone(),
        seed,
        verdicts,
        elapsed: Duration::ZERO,
    };
    Played {
        run,
        records,
        merchant,
    }
}

#[tokio::test]
async fn a_merchant_who_does_it_right_passes_everything() {
    let played = play(Manner::Right, &[], 1).await;
    let nothing: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    assert_eq!(
        played.failures(),
        nothing,
        "{}",
        human::summary(&played.run)
    );
    assert!(played.run.counts().passed >= 15);
    assert!(
        played
            .run
            .verdicts
            .iter()
            .all(|verdict| verdict.all_findings().next().is_none())
    );
}

#[tokio::test]
async fn a_slow_merchant_is_waited_for() {
    let played = play(Manner::Slow, &["asynchronous", "period"], 1).await;
    assert!(played.failures().is_empty(), "{:?}", played.failures());
    let steps = &played.verdict("asynchronous").steps;
    assert_eq!(steps[0].code.as_deref(), Some("000004"));
    assert!(
        steps.iter().any(|step| step.sends > 1),
        "the query was repeated"
    );
}

#[tokio::test]
async fn mistakes_fail_where_they_show() {
    for (manner, case, rule) in [
        (Manner::NewEachTime, "one-time", "reply_value"),
        (Manner::NewEachTime, "resend", "same_reply"),
        (Manner::Races, "concurrent-resend", "same_reply"),
        (Manner::ReleasesOnce, "one-time", "code"),
        (Manner::DebugIsReal, "debugging", "code"),
        (Manner::MixesUp, "period", "reply_value"),
        (Manner::KnowsAll, "unknown-instance", "code"),
        (Manner::NoInstance, "pay-per-use", "required"),
    ] {
        let played = play(manner, &[case], 1).await;
        let failures = played.failures();
        let rules = failures
            .get(case)
            .unwrap_or_else(|| panic!("{manner:?} passes {case}"));
        assert!(rules.contains(&rule), "{manner:?} {case}: {rules:?}");
        let finding = played
            .verdict(case)
            .all_findings()
            .find(|finding| finding.rule == rule)
            .unwrap();
        assert!(
            !finding.sources.is_empty(),
            "{manner:?} {case}: no page says why"
        );
    }
}

#[tokio::test]
async fn a_race_shows_only_at_once() {
    let played = play(Manner::Races, &["resend"], 1).await;
    assert!(played.failures().is_empty(), "{:?}", played.failures());
}

#[tokio::test]
async fn what_cannot_go_on_ends() {
    let played = play(Manner::Breaks, &["one-time"], 1).await;
    let verdict = played.verdict("one-time");
    assert_eq!(
        verdict.steps.len(),
        1,
        "without an instance nothing can follow"
    );
    let rules: Vec<_> = verdict.all_findings().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["status", "content_type", "json", "reply_value"]);
}

#[tokio::test]
async fn the_same_seed_sends_the_same_orders_in_any_company() {
    let alone = play(Manner::Right, &["resend"], 42).await;
    let together = play(Manner::Right, &["one-time", "resend"], 42).await;
    let other = play(Manner::Right, &["resend"], 43).await;
    let orders = |played: &Played| played.merchant.books.lock().unwrap().orders.clone();
    assert!(orders(&together).ends_with(&orders(&alone)));
    assert_ne!(orders(&alone), orders(&other));
}

#[tokio::test]
async fn the_orders_of_a_scenario_can_be_read() {
    let played = play(Manner::Right, &["trial"], 1).await;
    let order = played.merchant.books.lock().unwrap().orders[0].clone();
    let asked = BTreeMap::from([("orderId".to_owned(), order.clone())]);
    let answer = played.records.find("open-api/queryOrder", &asked).unwrap();
    let info = &answer["orderInfo"];
    assert_eq!(info["orderId"], json!(order));
    assert_eq!(info["orderType"], "TRIAL");
    assert_eq!(
        info["orderLine"][0]["orderLineId"],
        json!(format!("{order}-000001"))
    );
    let expires = info["orderLine"][0]["expireTime"].as_str().unwrap();
    assert!(expires > "20260101000000", "the term begins now: {expires}");
    let kinds: HashSet<_> = played
        .records
        .of("open-api/queryOrder")
        .iter()
        .map(|record| {
            record.answer["orderInfo"]["orderType"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    let all = ["TRIAL", "TRIAL_TO_FORMAL", "UNSUBSCRIBE"].map(str::to_owned);
    assert_eq!(kinds, HashSet::from(all));
}

#[tokio::test]
async fn reports_hold_no_secret() {
    let played = play(Manner::MixesUp, &["period"], 1).await;
    let told: String = played.run.verdicts.iter().map(human::verdict).collect();
    let document = json::report(&played.run).to_string();
    for report in [&told, &document] {
        for secret in [KEY, "hush-hush"] {
            assert!(!report.contains(secret), "{report}");
        }
        assert!(report.contains("signature=***"), "{report}");
        assert!(report.contains("zh-cn_topic_0070649428"), "{report}");
    }
    assert!(told.starts_with("FAIL  period"), "{told}");
    assert!(told.contains("info.0.instanceId"), "{told}");
}
