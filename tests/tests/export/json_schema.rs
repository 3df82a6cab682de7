//! The schemas say what the validators say.

use std::collections::BTreeMap;

use jsonschema::Validator;
use koo_codegen::json_schema::{Options, emit};
use koo_runtime::validate::{Limit, Rule};
use koo_spec::catalogue::{
    Catalogue, Direction, Example, Family, Interface, Location, Parameter, Side,
};
use koo_spec::identifier::camel_case;
use koo_spec::interpret::payload;
use serde_json::{Value, json};

use crate::support::{edition, editions};

/// Path → schema.
fn schemas(catalogue: &Catalogue, site: Option<&str>) -> BTreeMap<String, Value> {
    let options = Options {
        site: site.map(str::to_owned),
    };
    let files = emit(catalogue, &options).unwrap();
    files
        .into_iter()
        .map(|file| (file.path, serde_json::from_str(&file.contents).unwrap()))
        .collect()
}

/// One example message with everything that judges it.
struct Case<'a> {
    path: String,
    family: &'a Family,
    parameters: Vec<&'a Parameter>,
    is_sent: bool,
    payload: &'a Value,
}

/// The examples that are valid in an edition.
fn cases<'a>(catalogue: &'a Catalogue, site: Option<&str>) -> Vec<Case<'a>> {
    let mut cases = Vec::new();
    for family in &catalogue.families {
        for interface in &family.interfaces {
            add(
                family,
                interface,
                "",
                &[],
                &[],
                &interface.examples,
                site,
                &mut cases,
            );
            for (name, variant) in &interface.variants {
                let (request, reply) = (&variant.request, &variant.reply.parameters);
                let name = camel_case(name);
                add(
                    family,
                    interface,
                    &name,
                    request,
                    reply,
                    &variant.examples,
                    site,
                    &mut cases,
                );
            }
        }
    }
    cases
}

#[allow(clippy::too_many_arguments, reason = "all of it makes a case")]
fn add<'a>(
    family: &'a Family,
    interface: &'a Interface,
    variant: &str,
    request: &'a [Parameter],
    reply: &'a [Parameter],
    examples: &'a [Example],
    site: Option<&str>,
    cases: &mut Vec<Case<'a>>,
) {
    for example in examples {
        let of_site = example.site.as_ref().map(|site| site.value.as_str());
        if of_site.is_some() && of_site != site {
            continue;
        }
        let (common, own) = match example.of {
            Side::Request => (&interface.request, request),
            Side::Reply => (&interface.reply.parameters, reply),
        };
        for location in Location::ALL {
            let Some(payload) = example.part(location) else {
                continue;
            };
            let is_overridden = |parameter: &&Parameter| {
                own.iter()
                    .any(|other| other.name == parameter.name && other.location == location)
            };
            let parameters: Vec<_> = common
                .iter()
                .filter(|parameter| !is_overridden(parameter))
                .chain(own)
                .filter(|parameter| parameter.location == location)
                .collect();
            if parameters.is_empty() {
                // Only what a scheme carries.
                continue;
            }
            let to_merchant = interface.direction == Direction::PlatformToMerchant;
            cases.push(Case {
                path: format!(
                    "{}/{}{variant}.{}.{}.json",
                    family.id,
                    interface.id,
                    example.of.as_str(),
                    location.as_str()
                ),
                family,
                parameters,
                is_sent: to_merchant == (example.of == Side::Reply),
                payload,
            });
        }
    }
}

#[test]
fn every_schema_is_a_schema() {
    for site in editions() {
        let schemas = schemas(&edition(site), site);
        let least = if site.is_none() { 100 } else { 10 };
        assert!(schemas.len() > least, "{} schemas", schemas.len());
        let mut ids = std::collections::BTreeSet::new();
        for (path, schema) in &schemas {
            assert!(
                jsonschema::draft202012::meta::is_valid(schema),
                "{path}: {:?}",
                jsonschema::draft202012::meta::validate(schema)
            );
            jsonschema::draft202012::new(schema).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert!(ids.insert(schema["$id"].as_str().unwrap()), "{path}");
        }
    }
}

#[test]
fn examples_are_valid_until_they_are_changed() {
    let mut judged = 0;
    let mut refused = BTreeMap::new();
    for site in editions() {
        let catalogue = edition(site);
        let schemas = schemas(&catalogue, site);
        let mut validators: BTreeMap<&str, Validator> = BTreeMap::new();
        for case in cases(&catalogue, site) {
            let schema = schemas
                .get_key_value(&case.path)
                .unwrap_or_else(|| panic!("no schema {}", case.path));
            let validator = validators
                .entry(schema.0)
                .or_insert_with(|| jsonschema::draft202012::new(schema.1).unwrap());
            if let Err(error) = validator.validate(case.payload) {
                panic!("{} on {site:?}: {} {error}", case.path, case.payload);
            }
            for changed in changes(case.payload) {
                judged += 1;
                agree(&case, validator, &changed, &mut refused);
            }
        }
    }
    assert!(judged > 5000, "{judged} changes");
    for rule in [
        "required",
        "max_length",
        "max_items",
        "type",
        "one_of",
        "format",
    ] {
        assert!(
            refused.get(rule).is_some_and(|count| *count > 0),
            "{rule} of {refused:?}"
        );
    }
}

/// The schema must refuse what the validator refuses, as far as schemas can, and nothing else.
fn agree(
    case: &Case<'_>,
    validator: &Validator,
    changed: &Value,
    refused: &mut BTreeMap<String, usize>,
) {
    let findings = payload::check(case.family, &case.parameters, None, changed);
    let is_valid = validator.is_valid(changed);
    let mut sayable = findings.violations.iter().filter(|violation| {
        let parent = violation
            .pointer()
            .rsplit_once('/')
            .map_or("", |(parent, _)| parent);
        let is_inside_text = !changed
            .pointer(parent)
            .is_some_and(|parent| parent.is_object() || parent.is_array());
        // A text that holds JSON of the wrong kind; the schema only describes what it holds.
        let is_text_itself = changed
            .pointer(violation.pointer())
            .is_some_and(Value::is_string)
            && matches!(violation.limit(), Some(Limit::Format(expected)) if expected != "text");
        let unlisted = violation.rule() == Rule::OneOf && !case.is_sent;
        !is_inside_text
            && !is_text_itself
            && !unlisted
            && violation.rule() != Rule::Format
            && violation.rule() != Rule::Decimal
            || violation.pointer().is_empty()
    });
    if let Some(violation) = sayable.next() {
        assert!(
            !is_valid,
            "{} should refuse {changed}: {violation}",
            case.path
        );
    }
    if !is_valid {
        assert!(
            !findings.violations.is_empty(),
            "{} refuses {changed}: {}",
            case.path,
            validator.validate(changed).unwrap_err()
        );
        for violation in &findings.violations {
            *refused.entry(violation.rule().to_string()).or_default() += 1;
        }
    }
}

/// The payload with one thing changed, in every way that breaks some rule.
fn changes(payload: &Value) -> Vec<Value> {
    let mut pointers = Vec::new();
    places(payload, "", &mut pointers);
    let mut changes = Vec::new();
    for pointer in &pointers {
        let mut replace = |value: Value| {
            let mut changed = payload.clone();
            *changed.pointer_mut(pointer).unwrap() = value;
            changes.push(changed);
        };
        for value in [
            json!(null),
            json!(true),
            json!(7),
            json!(-0.5),
            json!(1_000_000_000_000_000_000_i64),
            json!(""),
            json!("0"),
            json!("no such value"),
            json!("数".repeat(64)),
            json!("数".repeat(65)),
            json!("x".repeat(5000)),
            json!(vec!["x"; 1000]),
            json!([]),
            json!({}),
        ] {
            replace(value);
        }
        if let Some((parent, name)) = pointer.rsplit_once('/') {
            let mut changed = payload.clone();
            if let Some(members) = changed.pointer_mut(parent).and_then(Value::as_object_mut) {
                let name = name.replace("~1", "/").replace("~0", "~");
                members.remove(&name);
                changes.push(changed);
            }
        }
    }
    changes
}

fn places(value: &Value, at: &str, pointers: &mut Vec<String>) {
    pointers.push(at.to_owned());
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let token = name.replace('~', "~0").replace('/', "~1");
                places(member, &format!("{at}/{token}"), pointers);
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                places(element, &format!("{at}/{index}"), pointers);
            }
        }
        _ => {}
    }
}
