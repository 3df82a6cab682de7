//! Interpreter, plans and generated validators find the same in the same payload.
//!
//! What differs by design, because a typed model cannot hold it:
//!
//! - A mandatory member that is missing or null is an error of reading for generated code, and the violation
//!   `required` for the interpreter.
//! - So is another JSON type than the documented one, which the interpreter calls `type`. Read leniently, a
//!   number or a boolean for a text is taken as text, and the interpreter still reports it.
//! - So is a text for a decimal number that is no number, which the interpreter calls `decimal`.
//! - `serde_json` reads a struct from a list of its fields as well. The reader of the server does not.
//!
//! Where both readers of generated code can read the payload, generated code and interpreter find the same rules
//! broken at the same places, say the same about it, and find the same members unknown.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use koo_runtime::validate::Violation;
use koo_spec::catalogue::{Location, Parameter, Side};
use koo_spec::interpret::payload::{Findings, check};
use koo_validate::resolve::Target;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use crate::models::{Broken, comparable, judge};
use crate::payloads::object;
use crate::plans;
use crate::support::{CATALOGUE, saas_v2};

fn interpret(parameters: &[&Parameter], payload: &Value) -> Findings {
    check(saas_v2(), parameters, None, payload)
}

/// A JSON pointer in the form of paths for people: `/info/0/x` is `info[0].x`. Names here need no escapes.
fn as_path(pointer: &str, payload: &Value) -> String {
    let mut path = String::new();
    let mut at = Some(payload);
    for part in pointer.split('/').skip(1) {
        if at.is_some_and(Value::is_array) {
            write!(path, "[{part}]").unwrap();
            at = at.and_then(|value| value.get(part.parse::<usize>().unwrap()));
        } else {
            let dot = if path.is_empty() { "" } else { "." };
            write!(path, "{dot}{part}").unwrap();
            at = at.and_then(|value| value.get(part));
        }
    }
    path
}

/// What no model can hold, so that reading fails.
fn is_unreadable((_, rule, _): &(String, String, String)) -> bool {
    ["required", "type"].contains(&rule.as_str())
}

/// Whether the payload has a text where a decimal number belongs.
fn has_text_as_decimal(broken: &Broken) -> bool {
    broken
        .iter()
        .any(|(pointer, rule, _)| rule == "decimal" && pointer.ends_with("/usageValue"))
}

fn agree(
    interface: &str,
    side: Side,
    parameters: &[&Parameter],
    payload: &Value,
) -> Result<(), TestCaseError> {
    let findings = interpret(parameters, payload);
    let interpreted = comparable(&findings.violations);
    let target = Target {
        family: saas_v2(),
        interface: saas_v2().interface(interface).unwrap(),
        variant: None,
        side,
    };
    plans::agrees(&CATALOGUE, target, &findings, payload)?;
    let judged = judge(interface, side, payload);
    let (Some(strictly), Some((leniently, unknown))) = (judged.strictly, judged.leniently) else {
        let explained = interpreted.iter().any(is_unreadable) || has_text_as_decimal(&interpreted);
        prop_assert!(explained, "only serde refuses {}", payload);
        return Ok(());
    };
    prop_assert_eq!(&interpreted, &strictly, "{}", payload);
    prop_assert_eq!(&interpreted, &leniently, "{}", payload);
    let pointers = findings.unknown.iter();
    let named: BTreeSet<_> = pointers.map(|pointer| as_path(pointer, payload)).collect();
    prop_assert_eq!(named, unknown, "{}", payload);
    Ok(())
}

#[test]
fn every_interface_and_side_is_validated_alike() {
    let config = Config {
        cases: 1024,
        failure_persistence: None,
        ..Config::default()
    };
    for interface in &saas_v2().interfaces {
        let sides = [
            (Side::Request, &interface.request),
            (Side::Reply, &interface.reply.parameters),
        ];
        for (side, parameters) in sides {
            let borrowed: Vec<_> = parameters.iter().collect();
            let (read, clean) = (Cell::new(0), Cell::new(0));
            TestRunner::new(config.clone())
                .run(&object(saas_v2(), parameters), |payload| {
                    let judged = judge(&interface.id, side, &payload);
                    if let Some(broken) = &judged.strictly {
                        read.set(read.get() + 1);
                        clean.set(clean.get() + u32::from(broken.is_empty()));
                    }
                    agree(&interface.id, side, &borrowed, &payload)
                })
                .unwrap_or_else(|error| panic!("{} {side:?}: {error}", interface.id));
            // Or nothing would be compared.
            let (read, clean) = (read.get(), clean.get());
            assert!(
                read > 100 && clean > 10,
                "{} {side:?}: {read} {clean}",
                interface.id
            );
        }
    }
}

#[test]
fn the_examples_of_the_catalogue_break_no_rule() {
    for interface in &saas_v2().interfaces {
        for example in &interface.examples {
            let Some(payload) = example.part(Location::Body) else {
                continue;
            };
            let parameters = match example.of {
                Side::Request => &interface.request,
                Side::Reply => &interface.reply.parameters,
            };
            let findings = interpret(&parameters.iter().collect::<Vec<_>>(), payload);
            assert_eq!(findings.violations.to_string(), "", "{payload}");
            assert_eq!(findings.unknown, [""; 0], "{payload}");
            let judged = judge(&interface.id, example.of, payload);
            assert_eq!(judged.strictly, Some(Broken::new()), "{payload}");
        }
    }
}

#[test]
fn what_only_the_interpreter_can_say_is_an_error_of_reading() {
    let cases = [
        (
            json!({"info": [{"appInfo": {}}]}),
            "/info/0/instanceId",
            "required",
        ),
        (json!({"resultCode": null}), "/resultCode", "required"),
        (json!({"resultMsg": 7}), "/resultMsg", "type"),
        (json!({"info": {}}), "/info", "type"),
        (
            json!({"info": [{"usageInfo": [{"usageValue": "12,5"}]}]}),
            "/info/0/usageInfo/0/usageValue",
            "decimal",
        ),
    ];
    let interface = saas_v2().interface("queryInstance").unwrap();
    let parameters: Vec<_> = interface.reply.parameters.iter().collect();
    for (payload, pointer, rule) in cases {
        let findings = interpret(&parameters, &payload);
        let is_said = |violation: &Violation| {
            violation.pointer() == pointer && violation.rule().as_str() == rule
        };
        assert!(findings.violations.iter().any(is_said), "{findings:?}");
        assert_eq!(judge(&interface.id, Side::Reply, &payload).strictly, None);
    }
}

#[test]
fn a_number_for_a_text_is_taken_by_a_lenient_reader_and_still_reported_by_the_interpreter() {
    let payload = json!({"activity": "queryInstance", "instanceId": 7});
    let interface = saas_v2().interface("queryInstance").unwrap();
    let parameters: Vec<_> = interface.request.iter().collect();
    let findings = interpret(&parameters, &payload);
    let violation = findings.violations.iter().next().unwrap();
    assert_eq!(
        (violation.path(), violation.rule().as_str()),
        ("instanceId", "type")
    );
    let (generated, _) = judge(&interface.id, Side::Request, &payload)
        .leniently
        .unwrap();
    assert_eq!(generated, Broken::new());
}
