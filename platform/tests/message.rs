//! Requests composed from the catalogue of this repository, and replies judged.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may panic"
)]

use std::collections::BTreeMap;

use koo_calls::Reply;
use koo_platform::message::{Caller, Fill, HIDDEN, Payload, Random, Severity};
use koo_runtime::message::parse_query;
use koo_runtime::scheme::Stamp;
use koo_runtime::secret::Secret;
use koo_spec::builtin;
use koo_spec::catalogue::{Catalogue, Direction, Location, Parameter};
use koo_spec::interpret::payload;
use koo_spec::interpret::scheme::SchemeInterpreter;
use serde_json::{Value, json};

const NOW: i64 = 1_763_800_000_000;

fn catalogue() -> Catalogue {
    builtin::load().catalogue
}

fn secrets() -> BTreeMap<String, Secret> {
    ["access_key", "kit_access_key"]
        .into_iter()
        .map(|name| (name.to_owned(), Secret::from("the-secret-key")))
        .collect()
}

/// Every request the platform can send satisfies its own interface and verifies under its own scheme.
#[test]
fn every_call_of_the_platform_is_sound() {
    let catalogue = catalogue();
    let secrets = secrets();
    let mut calls = 0;
    for family in &catalogue.families {
        for interface in &family.interfaces {
            if interface.direction != Direction::PlatformToMerchant || interface.request.is_empty()
            {
                continue;
            }
            for site in family.sites.iter().map(|site| site.value.as_str()) {
                let caller = Caller {
                    family,
                    site: Some(site),
                    target: "http://127.0.0.1:1/shop",
                    secrets: &secrets,
                };
                if !caller.documents(interface) {
                    continue;
                }
                for fill in [Fill::Needed, Fill::Example] {
                    let mut random = Random::seeded(1);
                    let payload =
                        caller.payload(interface, &Payload::new(), fill, &mut random, NOW);
                    let stamp = Stamp::at(NOW);
                    let sent = caller
                        .compose(interface, &payload, &mut random, &stamp)
                        .unwrap();
                    let name = format!("{}/{} {site} {fill:?}", family.id, interface.id);
                    let at = |location| interface.at(location).collect::<Vec<&Parameter>>();
                    if !sent.body.is_empty() {
                        let body: Value = serde_json::from_slice(&sent.body).unwrap();
                        let found = payload::check(family, &at(Location::Body), Some(site), &body);
                        let said: Vec<_> =
                            found.violations.iter().map(ToString::to_string).collect();
                        assert!(said.is_empty(), "{name}: {said:?}");
                    }
                    let call = sent.to_call();
                    let query = parse_query(&call.query);
                    if let Some(scheme) = caller.scheme(interface) {
                        let known = family.secrets.keys().map(String::as_str);
                        let interpreter =
                            SchemeInterpreter::new(scheme, known, secrets.clone()).unwrap();
                        interpreter
                            .verify(&call.message(&query))
                            .unwrap_or_else(|error| panic!("{name}: {error}"));
                    }
                    let again = caller.payload(
                        interface,
                        &Payload::new(),
                        fill,
                        &mut Random::seeded(1),
                        NOW,
                    );
                    assert_eq!(
                        payload, again,
                        "{name}: the same seed gives the same payload"
                    );
                    calls += 1;
                }
            }
        }
    }
    assert!(calls > 60, "{calls}");
}

#[test]
fn what_identifies_a_call_is_fresh_and_stays_when_it_is_sent_again() {
    let catalogue = catalogue();
    let family = catalogue.family("saas-v2").unwrap();
    let interface = family.interface("newInstance").unwrap();
    let secrets = secrets();
    let caller = Caller {
        family,
        site: Some("mainland"),
        target: "http://h/",
        secrets: &secrets,
    };
    let mut random = Random::seeded(7);
    let given = Payload::new();
    let first = caller.payload(interface, &given, Fill::Needed, &mut random, NOW);
    let other = caller.payload(interface, &given, Fill::Needed, &mut random, NOW);
    assert_ne!(first["orderId"], other["orderId"]);
    assert!(!first.contains_key("testFlag"), "a real call leaves it out");
    let again = caller.payload_again(interface, &given, &first, &mut random, NOW);
    assert_eq!(again["orderId"], first["orderId"]);
    assert_ne!(again["businessId"], first["businessId"]);
}

fn reply(headers: &[(&str, &str)], body: impl Into<String>) -> Reply {
    Reply {
        status: 200,
        headers: headers
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        body: body.into().into_bytes(),
    }
}

/// The rules a reply to `interface` breaks on a site, remarks in brackets.
fn rules(interface: &str, site: &str, received: &Reply) -> Vec<String> {
    let catalogue = catalogue();
    let family = catalogue.family("saas-v2").unwrap();
    let interface = family.interface(interface).unwrap();
    let secrets = secrets();
    let caller = Caller {
        family,
        site: Some(site),
        target: "http://h/",
        secrets: &secrets,
    };
    let judgement = caller.judge(interface, received);
    let names = judgement
        .findings
        .iter()
        .map(|finding| match finding.severity {
            Severity::Error => finding.rule.to_owned(),
            Severity::Remark => format!("({})", finding.rule),
        });
    names.collect()
}

#[test]
fn replies_are_held_against_the_contract() {
    const JSON: &[(&str, &str)] = &[("Content-Type", "application/json")];
    let good = json!({"resultCode": "000000", "resultMsg": "ok", "instanceId": "i-1"}).to_string();
    let judged = |received: &Reply| rules("newInstance", "mainland", received);
    assert!(judged(&reply(JSON, good.as_str())).is_empty());
    assert!(
        judged(&reply(
            &[("content-type", "application/json; charset=UTF-8")],
            good.as_str()
        ))
        .is_empty()
    );
    assert_eq!(
        judged(&reply(&[("Content-Type", "text/html")], good.as_str())),
        ["content_type"]
    );
    assert_eq!(
        judged(&reply(
            &[("Content-Type", "application/json;charset=gbk")],
            good.as_str()
        )),
        ["content_type"]
    );
    assert_eq!(judged(&reply(&[], good.as_str())), ["content_type"]);
    assert_eq!(judged(&reply(JSON, "")), ["json"]);
    assert_eq!(judged(&reply(JSON, "<html>")), ["json"]);
    assert_eq!(judged(&reply(JSON, "[]")), ["type"]);
    for (body, rule) in [
        (
            json!({"resultCode": "000000", "resultMsg": "ok"}),
            "required",
        ),
        (
            json!({"resultCode": "000000", "instanceId": "i-1"}),
            "required",
        ),
        (
            json!({"resultCode": 0, "resultMsg": "ok", "instanceId": "i-1"}),
            "type",
        ),
        (
            json!({"resultCode": "424242", "resultMsg": "ok", "instanceId": "i-1"}),
            "one_of",
        ),
        (
            json!({"resultCode": "000000", "resultMsg": "ok", "instanceId": "x".repeat(65)}),
            "max_length",
        ),
        (
            json!({"resultCode": "000000", "resultMsg": "ok", "instanceId": 7}),
            "type",
        ),
        (
            json!({"resultCode": "000003", "resultMsg": "a code of other interfaces"}),
            "(code_of_interface)",
        ),
    ] {
        assert_eq!(judged(&reply(JSON, body.to_string())), [rule], "{body}");
    }
    let refusal = json!({"resultCode": "000106", "resultMsg": "sold out"}).to_string();
    assert!(
        judged(&reply(JSON, refusal)).is_empty(),
        "a refusal makes no instance"
    );
    let mut failed = reply(JSON, good.as_str());
    failed.status = 500;
    assert_eq!(judged(&failed), ["status"]);
    let mut moved = reply(
        &[
            ("Location", "https://h/"),
            ("Content-Type", "application/json"),
        ],
        good.as_str(),
    );
    moved.status = 301;
    assert_eq!(judged(&moved), ["redirect"]);
}

#[test]
fn signatures_of_replies_are_checked_to_the_letter() {
    // Made with `openssl dgst -sha256 -hmac the-secret-key -binary | base64`.
    const BODY: &str = r#"{"resultCode":"000000","resultMsg":"ok","instanceId":"i-1"}"#;
    const SIGNATURE: &str = "9rzqVrwZFQam7udQVtHM0CQyBFiVcAOoRY3MgQSDYWU=";
    let signed = format!("sign_type=\"HMAC-SHA256\", signature=\"{SIGNATURE}\"");
    let with = |name: &str, value: &str, body: &str| {
        reply(&[("Content-Type", "application/json"), (name, value)], body)
    };
    let eu = |received: &Reply| rules("newInstance", "eu", received);
    assert!(eu(&with("Body-Sign", &signed, BODY)).is_empty());
    assert_eq!(eu(&with("body-sign", &signed, BODY)), ["header_spelling"]);
    assert_eq!(
        eu(&with("Body-Sign", &signed, &format!("{BODY}\n"))),
        ["reply_signature"]
    );
    assert_eq!(
        eu(&with("Body-Sign", &signed.replace('"', ""), BODY)),
        ["reply_signature"]
    );
    assert_eq!(eu(&with("X", "y", BODY)), ["reply_signature"]);
    // Where no page demands it, only a wrong one is worth a remark.
    assert!(rules("newInstance", "intl", &with("X", "y", BODY)).is_empty());
    assert_eq!(
        rules("newInstance", "intl", &with("body-sign", "junk", BODY)),
        ["(header_spelling)", "(reply_signature)"]
    );
}

#[test]
fn what_is_shown_holds_no_secret() {
    let catalogue = catalogue();
    let family = catalogue.family("saas-v2").unwrap();
    let interface = family.interface("queryInstance").unwrap();
    let secrets = secrets();
    let caller = Caller {
        family,
        site: None,
        target: "http://h/",
        secrets: &secrets,
    };
    let mut random = Random::seeded(7);
    let payload = caller.payload(interface, &Payload::new(), Fill::Needed, &mut random, NOW);
    let sent = caller
        .compose(interface, &payload, &mut random, &Stamp::at(NOW))
        .unwrap();
    let shown = caller.shown_request(interface, &sent);
    let signature = parse_query(&sent.to_call().query)
        .into_iter()
        .find(|(name, _)| name == "signature")
        .unwrap()
        .1;
    assert!(!shown.url().contains(&signature));
    assert!(
        shown.url().contains(&format!("signature={HIDDEN}")) && shown.url().contains("nonce="),
        "{}",
        shown.url()
    );
    let body = json!({"info": [{"instanceId": "i", "appInfo": {"frontEndUrl": "https://x", "password": "hush"}}]});
    let shown = caller.shown_reply(
        interface,
        &reply(&[("Body-Sign", "s3cret")], body.to_string()),
    );
    let text = String::from_utf8(shown.body).unwrap();
    assert!(
        !text.contains("hush") && text.contains("https://x"),
        "{text}"
    );
    assert_eq!(shown.headers.first().unwrap().1, HIDDEN);
}
