//! The plans of `koo validate` find what the interpreter finds, in every guide and on every site, and where it is.

use std::cell::Cell;
use std::collections::BTreeSet;

use koo_spec::catalogue::{Catalogue, Location, Parameter, Side};
use koo_spec::interpret::payload::{Findings, check, explain};
use koo_validate::resolve::Target;
use koo_validate::{Finding, Options, Session, Severity};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

use crate::payloads::object;
use crate::support::CATALOGUE;

/// What `koo validate` finds in a text.
fn found(catalogue: &Catalogue, target: Target<'_>, text: &str) -> Vec<Finding> {
    let mut session = Session::new(
        catalogue,
        Options {
            target: Some(target),
            ..Options::default()
        },
    );
    session.json("payload.json", text.as_bytes()).unwrap();
    session.finish().findings
}

/// Whether a plan finds the same as the interpreter did, and says where it stands.
pub(crate) fn agrees(
    catalogue: &Catalogue,
    target: Target<'_>,
    findings: &Findings,
    payload: &Value,
) -> Result<(), TestCaseError> {
    let written = serde_json::to_string_pretty(payload).unwrap();
    let found = found(catalogue, target, &written);
    // Limits known to be wrong are warnings, of which the interpreter says nothing.
    let planned: BTreeSet<_> = found
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| {
            (
                finding.pointer.clone().unwrap(),
                finding.rule,
                finding.text(),
            )
        })
        .collect();
    let interpreted: BTreeSet<_> = findings
        .violations
        .iter()
        .map(|violation| {
            let pointer = violation.pointer().to_owned();
            (pointer, violation.rule().as_str(), explain(violation))
        })
        .collect();
    prop_assert_eq!(&planned, &interpreted, "{}", written);
    let unknown: BTreeSet<_> = found
        .iter()
        .filter(|finding| finding.rule == "unknown")
        .map(|finding| finding.pointer.clone().unwrap())
        .collect();
    let expected: BTreeSet<_> = findings.unknown.iter().cloned().collect();
    prop_assert_eq!(unknown, expected, "{}", written);
    for finding in &found {
        is_where_it_says(finding, &written, payload)?;
    }
    Ok(())
}

/// Whether the text at the place of a finding is the value, or the name, at its pointer.
fn is_where_it_says(
    finding: &Finding,
    written: &str,
    payload: &Value,
) -> Result<(), TestCaseError> {
    let pointer = finding.pointer.as_deref().unwrap();
    let place = &finding.place;
    let line = written
        .lines()
        .nth(usize::try_from(place.line).unwrap() - 1)
        .unwrap();
    let skipped = usize::try_from(place.column).unwrap() - 1;
    let there: String = line.chars().skip(skipped).collect();
    let expected = match finding.rule {
        "unknown" => {
            let name = pointer.rsplit('/').next().unwrap();
            Value::from(name.replace("~1", "/").replace("~0", "~")).to_string()
        }
        "required" => "{".to_owned(),
        _ => match payload.pointer(pointer) {
            Some(Value::Object(_)) => "{".to_owned(),
            Some(Value::Array(_)) => "[".to_owned(),
            Some(scalar) => scalar.to_string(),
            // Inside a text that holds JSON: the text has it with escapes.
            None => return Ok(()),
        },
    };
    prop_assert!(there.starts_with(&expected), "{finding:?}\n{written}");
    Ok(())
}

/// Where a JSON payload of the parameters belongs.
fn json_location(parameters: &[Parameter]) -> Option<Location> {
    [
        Location::Body,
        Location::Part,
        Location::Form,
        Location::Query,
    ]
    .into_iter()
    .find(|location| {
        parameters
            .iter()
            .any(|parameter| parameter.location == *location)
    })
}

/// Holds the plans of a catalogue against the interpreter, and says how many payloads were without a fault.
fn hold(catalogue: &'static Catalogue, cases: u32) -> u32 {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let clean = Cell::new(0);
    for family in &catalogue.families {
        for interface in &family.interfaces {
            let sides = [
                (Side::Request, &interface.request),
                (Side::Reply, &interface.reply.parameters),
            ];
            for (side, parameters) in sides {
                let Some(location) = json_location(parameters) else {
                    continue;
                };
                // A variant of the same side may fit better; it has a test of its own.
                let target = Target {
                    family,
                    interface,
                    variant: None,
                    side,
                };
                let has_variants = interface.variants.values().any(|variant| match side {
                    Side::Request => !variant.request.is_empty(),
                    Side::Reply => !variant.reply.parameters.is_empty(),
                });
                // What a scheme carries in the query is known to plans only.
                if has_variants || location != Location::Body {
                    continue;
                }
                let here: Vec<_> = parameters
                    .iter()
                    .filter(|parameter| parameter.location == location)
                    .cloned()
                    .collect();
                let here: &'static [Parameter] = here.leak();
                let borrowed: Vec<_> = here.iter().collect();
                TestRunner::new(config.clone())
                    .run(&object(family, here), |payload| {
                        let findings = check(family, &borrowed, None, &payload);
                        clean.set(clean.get() + u32::from(findings.violations.is_empty()));
                        agrees(catalogue, target, &findings, &payload)
                    })
                    .unwrap_or_else(|error| {
                        panic!("{}/{} {side:?}: {error}", family.id, interface.id)
                    });
            }
        }
    }
    clean.get()
}

#[test]
fn every_interface_of_every_guide_is_planned_as_it_is_interpreted() {
    let clean = hold(&CATALOGUE, 64);
    assert!(clean > 100, "{clean}");
}

#[test]
fn so_is_what_a_single_site_documents() {
    for site in CATALOGUE.sites.keys() {
        let of_site: &'static Catalogue = Box::leak(Box::new(CATALOGUE.for_site(site)));
        let clean = hold(of_site, 8);
        assert!(clean > 10, "{site}: {clean}");
    }
}

#[test]
fn the_examples_of_every_guide_fit_their_plans() {
    let mut seen = 0;
    for family in &CATALOGUE.families {
        for interface in &family.interfaces {
            let of_variants = interface
                .variants
                .values()
                .flat_map(|variant| &variant.examples);
            for example in interface.examples.iter().chain(of_variants) {
                let Some(payload) = example.part(Location::Body) else {
                    continue;
                };
                // An example may be that of one site.
                let of_site = example
                    .site
                    .as_ref()
                    .map(|site| CATALOGUE.for_site(&site.value));
                let catalogue = of_site.as_ref().unwrap_or(&CATALOGUE);
                let name = format!("{}/{}", family.id, interface.id);
                let target =
                    koo_validate::resolve::interface(catalogue, &name, example.of).unwrap();
                let found = found(catalogue, target, &payload.to_string());
                let errors: Vec<_> = found
                    .iter()
                    .filter(|finding| finding.severity == Severity::Error)
                    .collect();
                assert!(errors.is_empty(), "{name}: {payload} {errors:#?}");
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen}");
}
