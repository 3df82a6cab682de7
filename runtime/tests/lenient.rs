//! What is forgiven, what is not, and that nothing received is shown.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

use std::collections::HashMap;

use koo_runtime::lenient::{self, ObservationKind, ReadError, Reason};
use serde::Deserialize;

#[derive(Debug, PartialEq, Deserialize)]
struct Order {
    #[serde(rename = "orderId")]
    id: String,
    #[serde(default)]
    period: Option<u32>,
    #[serde(default)]
    price: Option<f64>,
    #[serde(default)]
    trial: Option<bool>,
    #[serde(default)]
    lines: Vec<Line>,
    #[serde(default)]
    labels: HashMap<String, Option<String>>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Line {
    sku: String,
    kind: Kind,
    #[serde(default)]
    tags: Option<Vec<String>>,
}

#[derive(Debug, PartialEq, Deserialize)]
enum Kind {
    Plain,
    #[serde(rename = "1")]
    One,
    Sized(u8),
}

fn read(json: &str) -> Result<lenient::Reading<Order>, ReadError> {
    lenient::from_slice(json.as_bytes())
}

fn observed(json: &str) -> Vec<String> {
    read(json)
        .unwrap()
        .observations
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn refused(json: &str) -> String {
    read(json).unwrap_err().to_string()
}

#[test]
fn what_follows_the_contract_is_read_without_a_remark() {
    let read = read(
        r#"{"orderId":"o-1","period":12,"price":1.5,"trial":true,
            "lines":[{"sku":"s","kind":"Plain","tags":["a"]},{"sku":"t","kind":{"Sized":3}}],
            "labels":{"a":"b","c":null}}"#,
    )
    .unwrap();
    assert_eq!(read.value.period, Some(12));
    assert_eq!(read.value.price, Some(1.5));
    assert_eq!(read.value.lines[1].kind, Kind::Sized(3));
    assert_eq!(read.value.labels["c"], None);
    let remarks: Vec<_> = read
        .observations
        .iter()
        .map(|o| o.kind.is_departure())
        .collect();
    assert_eq!(remarks, [false], "null in a map counts as absent");
}

#[test]
fn other_json_types_are_taken_and_reported() {
    let json = r#"{"orderId":1.10,"period":"12","price":"1.50","trial":"false",
                   "lines":[{"sku":true,"kind":1,"tags":["a",2]}]}"#;
    let order = read(json).unwrap().value;
    assert_eq!(order.id, "1.10", "the number keeps its text");
    assert_eq!(order.period, Some(12));
    assert_eq!(order.price, Some(1.5));
    assert_eq!(order.trial, Some(false));
    assert_eq!(order.lines[0].sku, "true");
    assert_eq!(order.lines[0].kind, Kind::One);
    assert_eq!(order.lines[0].tags, Some(vec!["a".into(), "2".into()]));
    assert_eq!(
        observed(json),
        [
            "orderId: number taken as text",
            "period: text taken as a number",
            "price: text taken as a number",
            "trial: text taken as a boolean",
            "lines[0].sku: boolean taken as text",
            "lines[0].kind: number taken as text",
            "lines[0].tags[1]: number taken as text",
        ]
    );
}

#[test]
fn nulls_unknown_and_repeated_members() {
    let json =
        r#"{"orderId":"first","period":null,"lines":null,"colour":{"r":1},"orderId":"last"}"#;
    let order = read(json).unwrap().value;
    assert_eq!(order.id, "last");
    assert_eq!((order.period, order.lines.len()), (None, 0));
    assert_eq!(
        observed(json),
        [
            "orderId: repeated, the last value counts",
            "period: null taken as absent",
            "lines: null taken as absent",
            "colour: unknown field",
        ]
    );
}

#[test]
fn what_cannot_be_forgiven() {
    assert_eq!(refused("{}"), "orderId: missing");
    assert_eq!(refused(r#"{"orderId":null}"#), "orderId: missing");
    assert_eq!(
        refused(r#"{"orderId":"o","lines":[{"sku":"s","kind":"Plain"},{"kind":"Plain"}]}"#),
        "lines[1].sku: missing"
    );
    assert_eq!(refused("[]"), ".: an array instead of struct Order");
    assert_eq!(
        refused(r#"{"orderId":{}}"#),
        "orderId: an object instead of a string"
    );
    assert_eq!(
        refused(r#"{"orderId":[]}"#),
        "orderId: an array instead of a string"
    );
    assert_eq!(
        refused(r#"{"orderId":"o","lines":"none"}"#),
        "lines: text instead of a sequence"
    );
    for period in ["-1", "\"-1\"", "4294967296", "\"99999999999999999999999\""] {
        let json = format!(r#"{{"orderId":"o","period":{period}}}"#);
        assert_eq!(
            refused(&json),
            "period: not an acceptable value",
            "{period}"
        );
    }
    for period in [
        "1.5", "\"\"", "\"1e2\"", "\"0x1\"", "\"+1\"", "\" 1\"", "\"-\"", "true", "[]",
    ] {
        let json = format!(r#"{{"orderId":"o","period":{period}}}"#);
        assert!(refused(&json).starts_with("period: "), "{period}");
    }
    for price in ["\"\"", "\"inf\"", "\"NaN\"", "\"1e999\"", "1e999", "\"a\""] {
        let json = format!(r#"{{"orderId":"o","price":{price}}}"#);
        assert!(refused(&json).starts_with("price: "), "{price}");
    }
    for trial in ["\"TRUE\"", "\"1\"", "1", "{}"] {
        let json = format!(r#"{{"orderId":"o","trial":{trial}}}"#);
        assert!(refused(&json).starts_with("trial: "), "{trial}");
    }
    for kind in [
        "\"Other\"",
        "\"Sized\"",
        "{\"Sized\":300}",
        "{\"Plain\":1}",
        "{}",
        "[]",
        "null",
    ] {
        let json = format!(r#"{{"orderId":"o","lines":[{{"sku":"s","kind":{kind}}}]}}"#);
        assert!(
            refused(&json).starts_with("lines[0].kind: "),
            "{kind}: {}",
            refused(&json)
        );
    }
}

#[test]
fn what_is_no_json() {
    assert_eq!(refused(""), "not JSON (line 1, column 0)");
    assert_eq!(refused("{\"orderId\":\n}"), "not JSON (line 2, column 1)");
    assert_eq!(
        refused("{\"orderId\":\"o\"} x"),
        "not JSON (line 1, column 17)"
    );
    let bad = lenient::from_slice::<Order>(b"{\"orderId\":\"\xff\"}").unwrap_err();
    assert_eq!(bad.reason(), &Reason::Encoding);
    let unpaired = lenient::from_slice::<Order>(br#"{"orderId":"\ud800"}"#).unwrap_err();
    assert!(matches!(unpaired.reason(), Reason::Syntax { .. }));
}

#[test]
fn deep_nesting_is_refused_not_followed() {
    let nested = |depth: usize| {
        format!(
            "{{\"orderId\":\"o\",\"x\":{}{}}}",
            "[".repeat(depth),
            "]".repeat(depth)
        )
    };
    assert!(read(&nested(100)).is_ok());
    assert_eq!(read(&nested(200)).unwrap_err().reason(), &Reason::Depth);
    assert!(read(&nested(100_000)).is_err());
}

#[test]
fn errors_and_observations_show_no_value() {
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only read")]
    struct Strict {
        number: Option<u8>,
        kind: Option<Kind>,
        when: Option<std::net::IpAddr>,
    }
    for json in [
        r#"{"number":"hunter2"}"#,
        r#"{"number":["hunter2"]}"#,
        r#"{"kind":"hunter2"}"#,
        r#"{"when":"hunter2"}"#,
        r#"{"other":"hunter2"}"#,
        r#""hunter2""#,
        r#"["hunter2"]"#,
    ] {
        let error = lenient::from_slice::<Strict>(json.as_bytes()).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
    }
}

#[test]
fn observations_are_bounded_and_their_names_harmless() {
    let unknown: Vec<_> = (0..5000).map(|n| format!("\"f{n}\":0")).collect();
    let read = read(&format!("{{\"orderId\":\"o\",{}}}", unknown.join(","))).unwrap();
    assert_eq!(read.observations.len(), 1000);
    assert_eq!(
        observed(r#"{"orderId":"o","a\nb":1}"#),
        ["[\"a\\nb\"]: unknown field"],
        "no line can be forged"
    );
}

#[test]
fn values_and_parameters_are_read_the_same_way() {
    let value = serde_json::json!({"orderId": 42, "period": "3", "labels": {"a": 1.5}});
    let read = lenient::from_value::<Order>(&value).unwrap();
    assert_eq!(read.value.id, "42");
    assert_eq!(read.value.labels["a"].as_deref(), Some("1.5"));
    assert_eq!(read.observations.len(), 3);

    let params = [
        ("orderId", "42"),
        ("period", "3"),
        ("trial", "true"),
        ("x", ""),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let read = lenient::from_params::<Order>(&params).unwrap();
    assert_eq!((read.value.period, read.value.trial), (Some(3), Some(true)));
    let remarks: Vec<_> = read.observations.iter().map(ToString::to_string).collect();
    assert_eq!(remarks, ["x: unknown field"]);
}

#[test]
fn integers_keep_their_range() {
    #[derive(Deserialize)]
    struct Wide {
        a: i128,
        b: u64,
        c: i64,
        d: i8,
    }
    let json = br#"{"a":-170141183460469231731687303715884105728,"b":18446744073709551615,"c":"-9223372036854775808","d":"007"}"#;
    let wide = lenient::from_slice::<Wide>(json).unwrap().value;
    assert_eq!(
        (wide.a, wide.b, wide.c, wide.d),
        (i128::MIN, u64::MAX, i64::MIN, 7)
    );
}

#[test]
fn what_keeps_its_text_is_handed_its_text() {
    #[derive(Deserialize)]
    struct Usage {
        value: koo_runtime::Decimal,
        quoted: koo_runtime::Decimal,
        raw: Box<serde_json::value::RawValue>,
    }
    let json =
        br#"{"value":123456789012.10,"quoted":"1.50","raw":{ "b": [1.0, "x\n", null, true] }}"#;
    let usage = lenient::from_slice::<Usage>(json).unwrap().value;
    assert_eq!(usage.value.as_str(), "123456789012.10");
    assert_eq!(usage.quoted.as_str(), "1.50");
    assert_eq!(usage.raw.get(), r#"{"b":[1.0,"x\n",null,true]}"#);
    let wrong = br#"{"value":"hunter2","quoted":"1","raw":1}"#;
    let error = lenient::from_slice::<Usage>(wrong).err().unwrap();
    assert_eq!(error.to_string(), "value: not an acceptable value");
}

/// Some senders put the JSON of an object into a text.
#[test]
fn an_object_may_arrive_as_its_json_text() {
    #[derive(serde::Deserialize)]
    struct Outer {
        product: Product,
    }
    #[derive(serde::Deserialize)]
    struct Product {
        id: String,
    }

    let read = lenient::from_slice::<Outer>(br#"{"product":"{\"id\":\"p-1\"}"}"#).unwrap();
    assert_eq!(read.value.product.id, "p-1");
    let kinds: Vec<_> = read.observations.iter().map(|seen| seen.kind).collect();
    assert_eq!(kinds, [ObservationKind::TextAsObject]);
    for wrong in [
        &br#"{"product":"p-1"}"#[..],
        br#"{"product":"[1]"}"#,
        br#"{"product":""}"#,
    ] {
        assert!(lenient::from_slice::<Outer>(wrong).is_err());
    }
}
