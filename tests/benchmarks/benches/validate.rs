//! `koo validate` on lines of JSON against parsing alone, and against JSON Schema.
//!
//! Every case is 1000 lines in memory, made from the examples of the catalogue with other ids on each line.
//!
//! - `koo` splits the lines, checks UTF-8 and grammar, and holds every line against the plan of its interface; with
//!   `by activity` it also finds out the interface of each line. It builds no tree.
//! - `serde_json` splits the lines in the same way. `Value` is what a validator that works on trees has to do first;
//!   `IgnoredAny` reads the grammar and keeps nothing.
//! - `jsonschema` validates that `Value` against a schema made from the same parameters: types, required members,
//!   lengths, listed values, number of elements, URLs by its own `uri` format, other formats as patterns. It collects
//!   all errors, as koo does. The time of `jsonschema, parsed` has no parsing in it.

use std::error::Error;
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkGroup, Throughput, measurement::WallTime};
use jsonschema::Validator;
use koo_benchmarks::{Report, Row, Target as Goal};
use koo_spec::catalogue::{Catalogue, Family, Format, Location, Parameter, Presence, Side, Type};
use koo_validate::{Options, Session, resolve};
use serde::de::IgnoredAny;
use serde_json::{Map, Value, json};

const LINES: usize = 1000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut report = Report::from_args(env!("CARGO_TARGET_TMPDIR"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec/catalog");
    let catalogue = koo_spec::files::load_path(&folder)?.catalogue;
    let request = "saas-v2/newInstance";
    let reply = "saas-v2/queryInstance";
    let ascii = json!({
        "activity": "newInstance",
        "businessId": "87b94795-0603-4e24-8ae5-69420d60e3c8",
        "orderId": "CS2211181819B4LVS",
        "orderLineId": "CS2211181819B4LVS-000001",
        "testFlag": "1",
    });
    case(
        &mut report,
        &catalogue,
        "request, ASCII",
        request,
        Side::Request,
        &ascii,
        false,
    )?;
    let mut chinese = ascii.clone();
    // 120 bytes where 64 characters are allowed.
    set(&mut chinese, "orderId", "云商店订单".repeat(8));
    set(&mut chinese, "orderLineId", "云商店订单行".repeat(6));
    case(
        &mut report,
        &catalogue,
        "request, Chinese",
        request,
        Side::Request,
        &chinese,
        false,
    )?;
    let nested = json!({
        "resultCode": "000000",
        "resultMsg": "查询成功。",
        "info": [{
            "instanceId": "10e758d0-31ad-4c4b-8f1b-81d03469a10e",
            "appInfo": {
                "frontEndUrl": "https://www.example.com",
                "adminUrl": "https://www.example.com/admin",
                "userName": "管理员",
                "password": "initial-secret",
                "memo": "首次登录后请修改密码，如需帮助请联系客服。",
            },
            "usageInfo": [{
                "relatedInstanceId": "03pf80c2bae96vc49b80b917bea776d7",
                "usageValue": 12.5,
                "statisticalTime": "20230327065233980",
                "dashboardUrl": "https://www.example.com/usage",
            }],
        }],
    });
    case(
        &mut report,
        &catalogue,
        "reply, nested",
        reply,
        Side::Reply,
        &nested,
        false,
    )?;
    case(
        &mut report,
        &catalogue,
        "reply, nested, escaped",
        reply,
        Side::Reply,
        &nested,
        true,
    )?;
    report.criterion.final_summary();
    report.print();
    Ok(())
}

/// Measures all on the same lines.
fn case(
    report: &mut Report,
    catalogue: &Catalogue,
    name: &'static str,
    interface: &str,
    side: Side,
    example: &Value,
    escaped: bool,
) -> Result<(), Box<dyn Error>> {
    let target = resolve::interface(catalogue, interface, side)?;
    let lines = lines(example, escaped);
    let parameters = match side {
        Side::Request => &target.interface.request,
        Side::Reply => &target.interface.reply.parameters,
    };
    let schema = schema(target.family, parameters);
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)?;
    agree(catalogue, interface, side, &validator, example)?;

    let mut group = report.criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(lines.len() as u64));
    let options = Options {
        target: Some(target),
        ..Options::default()
    };
    let session = |options: &Options<'_>| {
        let mut session = Session::new(catalogue, options.clone());
        session.lines("lines", black_box(lines.as_bytes())).is_ok() && {
            let report = session.finish();
            report.tally.errors == 0 && report.looked_at == LINES as u64
        }
    };
    assert!(session(&options), "{name}");
    group.bench_function("koo", |bencher| bencher.iter(|| session(&options)));
    if side == Side::Request {
        let by_activity = Options {
            family: Some(target.family),
            ..Options::default()
        };
        assert!(session(&by_activity), "{name}");
        group.bench_function("koo, by activity", |bencher| {
            bencher.iter(|| session(&by_activity));
        });
    }
    each(&mut group, "serde_json Value", &lines, |line| {
        serde_json::from_slice::<Value>(line).is_ok()
    });
    each(&mut group, "serde_json IgnoredAny", &lines, |line| {
        serde_json::from_slice::<IgnoredAny>(line).is_ok()
    });
    each(&mut group, "jsonschema", &lines, |line| {
        let value: Result<Value, _> = serde_json::from_slice(line);
        value.is_ok_and(|value| validator.iter_errors(&value).next().is_none())
    });
    let parsed: Vec<Value> = lines
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?;
    group.bench_function("jsonschema, parsed", |bencher| {
        bencher.iter(|| {
            black_box(&parsed)
                .iter()
                .all(|value| validator.iter_errors(value).next().is_none())
        });
    });
    group.finish();
    for (peer, target) in [
        ("serde_json Value", Goal::TimesTheTime(1.5)),
        ("serde_json IgnoredAny", Goal::None),
        ("jsonschema", Goal::TimesAsFast(5.0)),
        ("jsonschema, parsed", Goal::None),
    ] {
        report.row(Row {
            group: name,
            own: "koo",
            peer: Some(peer),
            target,
        });
    }
    report.row(Row {
        group: name,
        own: "koo, by activity",
        peer: Some("serde_json Value"),
        target: Goal::TimesTheTime(1.5),
    });
    Ok(())
}

/// Measures something done to each line.
fn each(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    lines: &str,
    check: impl Fn(&[u8]) -> bool,
) {
    let all = || {
        black_box(lines)
            .as_bytes()
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
            .all(&check)
    };
    assert!(all(), "{name}");
    group.bench_function(name, |bencher| bencher.iter(all));
}

/// Compact lines, each with ids of its own; `escaped` writes what is not ASCII as escapes.
fn lines(example: &Value, escaped: bool) -> String {
    let example = example.to_string();
    let mut text = String::new();
    for number in 0..LINES {
        let line = example.replace("000001\"", &format!("{number:06}\""));
        for letter in line.chars() {
            if escaped && !letter.is_ascii() {
                let mut units = [0; 2];
                for unit in letter.encode_utf16(&mut units) {
                    let _ = write!(text, "\\u{unit:04x}");
                }
            } else {
                text.push(letter);
            }
        }
        text.push('\n');
    }
    text
}

/// Makes sure that both judge alike: the example passes, and does not with one text too long.
fn agree(
    catalogue: &Catalogue,
    interface: &str,
    side: Side,
    validator: &Validator,
    example: &Value,
) -> Result<(), Box<dyn Error>> {
    let mut long = example.clone();
    let member = if side == Side::Request {
        "orderId"
    } else {
        "resultMsg"
    };
    set(&mut long, member, "云".repeat(300));
    for (payload, is_ok) in [(example, true), (&long, false)] {
        let target = Some(resolve::interface(catalogue, interface, side)?);
        let mut session = Session::new(
            catalogue,
            Options {
                target,
                ..Options::default()
            },
        );
        session.json("example", payload.to_string().as_bytes())?;
        let errors = session.finish().findings;
        assert_eq!(errors.is_empty(), is_ok, "koo: {errors:#?}");
        assert_eq!(validator.is_valid(payload), is_ok, "jsonschema: {payload}");
    }
    Ok(())
}

/// Sets a member of an object.
fn set(object: &mut Value, name: &str, value: impl Into<Value>) {
    if let Some(members) = object.as_object_mut() {
        members.insert(name.to_owned(), value.into());
    }
}

/// The body as JSON Schema, with the rules koo checks.
fn schema(family: &Family, parameters: &[Parameter]) -> Value {
    let body: Vec<_> = parameters
        .iter()
        .filter(|parameter| parameter.location == Location::Body)
        .collect();
    let required: Vec<_> = body
        .iter()
        .filter(|parameter| parameter.presence == Presence::Mandatory)
        .map(|parameter| &parameter.name)
        .collect();
    let properties: Map<String, Value> = body
        .iter()
        .map(|parameter| {
            let of_type = schema_of(family, parameter, &parameter.r#type.value);
            (parameter.name.clone(), of_type)
        })
        .collect();
    json!({ "type": "object", "required": required, "properties": properties })
}

fn schema_of(family: &Family, parameter: &Parameter, of_type: &Type) -> Value {
    if let Type::List(inner) = of_type {
        let mut list = json!({ "type": "array", "items": schema_of(family, parameter, inner) });
        if let Some(most) = parameter.limits.max_items.number() {
            set(&mut list, "maxItems", most);
        }
        return list;
    }
    if let Some(fields) = family.fields_of(of_type) {
        return schema(family, fields);
    }
    let mut scalar = match of_type {
        Type::Decimal { .. } => return json!({ "type": ["number", "string"] }),
        _ => json!({ "type": "string" }),
    };
    if let (Some(most), None) = (
        parameter.limits.max_length.number(),
        &parameter.limits.advisory,
    ) {
        set(&mut scalar, "maxLength", most);
    }
    let values: Vec<&str> = match of_type {
        Type::ResultCode => family.codes.keys().map(String::as_str).collect(),
        _ => family
            .values_of(parameter)
            .iter()
            .map(|value| value.value.as_str())
            .collect(),
    };
    if !values.is_empty() {
        set(&mut scalar, "enum", values);
    }
    match &parameter.format {
        Some(Format::Url) => set(&mut scalar, "format", "uri"),
        Some(Format::Timestamp(_)) => set(&mut scalar, "pattern", "^[0-9]{14,17}$"),
        _ => {}
    }
    scalar
}
