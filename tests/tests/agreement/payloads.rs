//! Random payloads, built from the catalogue: mostly right, with lengths around the limits, now and then wrong.

use koo_spec::catalogue::{Family, Format, Parameter, Presence, Type};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;
use serde_json::{Map, Value, json};

type Values = BoxedStrategy<Value>;

/// An object with the given members, one site's or all: here always all.
pub(crate) fn object(family: &'static Family, parameters: &'static [Parameter]) -> Values {
    members(family, parameters, 3)
}

fn members(family: &'static Family, parameters: &'static [Parameter], depth: u32) -> Values {
    let known: Vec<_> = parameters
        .iter()
        .map(|parameter| member(family, parameter, depth).boxed())
        .collect();
    let unknown = prop_oneof![
        9 => Just(Vec::new()),
        1 => vec(("x[a-z]{0,3}", anything()), 1..3),
    ];
    (known, unknown)
        .prop_map(|(known, unknown)| {
            let known = known.into_iter().flatten();
            Value::Object(known.chain(unknown).collect::<Map<_, _>>())
        })
        .boxed()
}

/// The member, or nothing.
fn member(
    family: &'static Family,
    parameter: &'static Parameter,
    depth: u32,
) -> impl Strategy<Value = Option<(String, Value)>> {
    let (there, absent) = match parameter.presence {
        Presence::Mandatory => (40, 1),
        _ => (3, 1),
    };
    let name = parameter.name.clone();
    let value = prop_oneof![
        40 => value(family, parameter, &parameter.r#type.value, depth),
        1 => anything(),
    ];
    prop_oneof![
        there => value.prop_map(move |value| Some((name.clone(), value))),
        absent => Just(None),
    ]
}

fn value(
    family: &'static Family,
    parameter: &'static Parameter,
    r#type: &'static Type,
    depth: u32,
) -> Values {
    match r#type {
        Type::List(inner) if depth > 0 => vec(value(family, parameter, inner, depth - 1), 0..4)
            .prop_map(Value::Array)
            .boxed(),
        Type::List(_) => Just(json!([])).boxed(),
        Type::Map(inner) if depth > 0 => vec(
            ("[a-z/~]{0,3}", value(family, parameter, inner, depth - 1)),
            0..4,
        )
        .prop_map(|members| Value::Object(members.into_iter().collect()))
        .boxed(),
        Type::Map(_) => Just(json!({})).boxed(),
        Type::Decimal { .. } => decimal(),
        Type::Boolean => {
            prop_oneof![any::<bool>().prop_map(Value::from), text(family, parameter)].boxed()
        }
        Type::Integer => prop_oneof![
            any::<i64>().prop_map(Value::from),
            (-2_i64..200).prop_map(Value::from),
            decimal(),
            text(family, parameter),
        ]
        .boxed(),
        Type::Any => anything(),
        _ => match family.fields_of(r#type) {
            Some(fields) if depth > 0 => members(family, fields, depth - 1),
            Some(_) => Just(json!({})).boxed(),
            None => match &parameter.holds {
                Some(held) if depth > 0 && held.value != *r#type => prop_oneof![
                    3 => value(family, parameter, &held.value, depth - 1)
                        .prop_map(|inside| Value::from(inside.to_string())),
                    1 => text(family, parameter),
                ]
                .boxed(),
                _ => text(family, parameter),
            },
        },
    }
}

/// Text that fits, and text that nearly does.
fn text(family: &'static Family, parameter: &'static Parameter) -> Values {
    let mut kinds: Vec<(u32, BoxedStrategy<String>)> = vec![
        (1, lengths(parameter)),
        (1, crate::json_text::text().boxed()),
    ];
    let listed: Vec<String> = match parameter.r#type.value.innermost() {
        Type::ResultCode => family.codes.keys().cloned().collect(),
        _ => family
            .values_of(parameter)
            .iter()
            .map(|listed| listed.value.clone())
            .collect(),
    };
    if !listed.is_empty() {
        kinds.push((12, select(listed).boxed()));
    }
    if let Some(format) = &parameter.format {
        kinds.push((6, formatted(format)));
    }
    Union::new_weighted(kinds).prop_map(Value::from).boxed()
}

/// Text of about the greatest length: one character less, the same, one more; of one to four bytes each.
fn lengths(parameter: &Parameter) -> BoxedStrategy<String> {
    let limit = parameter.limits.max_length.number().unwrap_or(64);
    let limit = usize::try_from(limit).unwrap();
    let letter = select(vec!['x', 'é', '中', '\u{1f600}']);
    (limit.saturating_sub(1)..=limit + 1, letter)
        .prop_map(|(length, letter)| letter.to_string().repeat(length))
        .boxed()
}

fn formatted(format: &Format) -> BoxedStrategy<String> {
    let texts: &[&str] = match format {
        Format::Url => &[
            "https://www.example.com",
            "http://localhost:8080/a?b=c#d",
            "https://例子.example/路径",
            "ftp://example.com",
            "www.example.com",
            "https://",
            "https:// example.com",
        ],
        Format::Timestamp(_) => &[
            "20221124023618",
            "20221124023618256",
            "20240229000000",
            "20230229000000",
            "20221324023618",
            "2022112402361",
            "20221124023618２",
        ],
        Format::CommaList { .. } => return comma_list(),
        _ => &["", "x"],
    };
    select(texts).prop_map(str::to_owned).boxed()
}

/// Around a hundred elements of around 64 characters.
fn comma_list() -> BoxedStrategy<String> {
    let count = prop_oneof![1..4_usize, 99..102_usize];
    let element = prop_oneof![4 => Just(4_usize), 1 => Just(0_usize), 1 => 63..66_usize];
    (count, element, any::<bool>())
        .prop_map(|(count, length, wide)| {
            let letter = if wide { "例" } else { "i" };
            vec![letter.repeat(length); count].join(",")
        })
        .boxed()
}

/// Numbers around twelve digits with four decimals, as text and as numbers.
fn decimal() -> Values {
    let texts = [
        "0",
        "12.5",
        "99999999.9999",
        "100000000",
        "0.12345",
        "-1.5",
        "1e3",
        "1E-5",
        "007",
        ".5",
        "",
        "12,5",
        "NaN",
        "123456789012345678901234567890",
    ];
    prop_oneof![
        2 => select(texts.to_vec()).prop_map(Value::from),
        2 => (-1_000_000_000_i64..1_000_000_000).prop_map(Value::from),
        // Binary fractions of few digits: a JSON value keeps no others exactly.
        2 => (-1_000_000_000_i32..1_000_000_000, 0..6_i32).prop_map(|(digits, places)| json!(f64::from(digits) / 2_f64.powi(places))),
    ]
    .boxed()
}

/// JSON of any type.
fn anything() -> Values {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        crate::json_text::text().prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!({"a": [null, {"b": 1}]})),
    ]
    .boxed()
}
