//! A call is one object for `koo sign`, with the values of all places: `koo validate` takes that object, and what is
//! composed of it.

use std::collections::BTreeSet;

use koo_spec::catalogue::{Catalogue, Example, Family, Interface, Location, Side};
use koo_spec::interpret::compose::{ComposeError, Composed, compose, payload};
use koo_validate::resolve::Target;
use koo_validate::{Finding, Options, Session, Severity};
use serde_json::{Map, Value, json};

use crate::support::CATALOGUE;

/// The errors that `koo validate` reports of a call, as it reads a file of that kind; unknown members are some.
fn report(
    catalogue: &Catalogue,
    target: Target<'_>,
    read: impl FnOnce(&mut Session<'_>) -> std::io::Result<()>,
) -> Vec<Finding> {
    let options = Options {
        target: Some(target),
        deny_unknown: true,
        ..Options::default()
    };
    let mut session = Session::new(catalogue, options);
    read(&mut session).unwrap();
    let mut found = session.finish().findings;
    found.retain(|finding| finding.severity == Severity::Error);
    found
}

fn as_json(catalogue: &Catalogue, target: Target<'_>, text: &str) -> Vec<Finding> {
    report(catalogue, target, |session| {
        session.json("call.json", text.as_bytes())
    })
}

fn as_query(catalogue: &Catalogue, target: Target<'_>, text: &str) -> Vec<Finding> {
    report(catalogue, target, |session| {
        session.queries("call.query", text.as_bytes())
    })
}

/// Every documented request, with the catalogue of its site.
fn examples() -> impl Iterator<Item = (&'static str, &'static str, &'static Example)> {
    let interfaces = CATALOGUE.families.iter().flat_map(|family| {
        let interfaces = family.interfaces.iter();
        interfaces.map(move |interface| (family, interface))
    });
    interfaces.flat_map(|(family, interface)| {
        let of_variants = interface.variants.values();
        let of_variants = of_variants.flat_map(|variant| &variant.examples);
        let all = interface.examples.iter().chain(of_variants);
        all.filter(|example| example.of == Side::Request)
            .map(|example| (family.id.as_str(), interface.id.as_str(), example))
    })
}

fn at_home<'c>(
    catalogue: &'c Catalogue,
    family: &str,
    interface: &str,
) -> (&'c Family, &'c Interface, Target<'c>) {
    let family = catalogue.family(family).unwrap();
    let interface = family.interface(interface).unwrap();
    let target = Target {
        family,
        interface,
        variant: None,
        side: Side::Request,
    };
    (family, interface, target)
}

#[test]
fn every_documented_call_is_valid_as_one_object_and_as_it_is_composed() {
    let mut seen = BTreeSet::new();
    for (family, interface, example) in examples() {
        let of_site = example.site.as_ref();
        let of_site = of_site.map(|site| CATALOGUE.for_site(&site.value));
        let catalogue = of_site.as_ref().unwrap_or(&CATALOGUE);
        let name = format!("{family}/{interface}");
        let (family, interface, target) = at_home(catalogue, family, interface);
        let scheme = interface.scheme.as_ref();
        let scheme = scheme.and_then(|scheme| family.schemes.get(&scheme.value));
        let text = Value::Object(payload(example, scheme)).to_string();
        let mut found = as_json(catalogue, target, &text);
        // JSON cannot hold the files that some parts are.
        found.retain(|finding| finding.location != Some(Location::Part));
        assert!(found.is_empty(), "{name}: {text} {found:#?}");
        seen.insert(name.clone());
        let Composed {
            query, body, url, ..
        } = match compose(family, interface, None, &text) {
            Ok(composed) => composed,
            Err(ComposeError::Multipart) => continue,
            // Where a browser is sent, the merchant's host is open, and nothing is signed.
            Err(ComposeError::NoPathValue(_)) if scheme.is_none() => continue,
            Err(error) => panic!("{name}: {error}"),
        };
        assert!(!url.contains('{'), "{name}: {url}");
        if !query.is_empty() {
            let mut pairs = url::form_urlencoded::Serializer::new(String::new());
            let text = pairs.extend_pairs(&query).finish();
            let found = as_query(catalogue, target, &text);
            assert!(found.is_empty(), "{name}: {text} {found:#?}");
        }
        let text = String::from_utf8(body).unwrap();
        let found = if text.is_empty() {
            Vec::new()
        } else if interface.at(Location::Form).next().is_some() {
            as_query(catalogue, target, &text)
        } else {
            as_json(catalogue, target, &text)
        };
        assert!(found.is_empty(), "{name}: {text} {found:#?}");
    }
    assert!(seen.len() > 40, "{seen:?}");
}

#[test]
fn every_parameter_of_every_interface_is_known_wherever_it_travels() {
    let mut seen = 0;
    for family in &CATALOGUE.families {
        for interface in &family.interfaces {
            let (_, _, target) = at_home(&CATALOGUE, &family.id, &interface.id);
            for parameter in &interface.request {
                let value = &parameter.example;
                let document = json!({parameter.name.clone(): value});
                let mut found = as_json(&CATALOGUE, target, &document.to_string());
                // It stands alone here.
                found.retain(|finding| finding.rule != "required");
                let name = &parameter.name;
                assert!(
                    found.is_empty(),
                    "{}/{} {name}: {found:#?}",
                    family.id,
                    interface.id
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 300, "{seen}");
}

/// An interface with members in the path, in the query and in the body, and a document of it.
fn of_many_places() -> (&'static Family, &'static Interface, Map<String, Value>) {
    let found = examples().find_map(|(family, interface, example)| {
        let (family, interface, _) = at_home(&CATALOGUE, family, interface);
        let has = |location| interface.at(location).next().is_some();
        let scheme = interface.scheme.as_ref();
        let scheme = scheme.and_then(|scheme| family.schemes.get(&scheme.value));
        (has(Location::Body) && (has(Location::Path) || has(Location::Query)))
            .then(|| (family, interface, payload(example, scheme)))
    });
    found.unwrap()
}

#[test]
fn members_of_other_places_keep_their_own_rules() {
    let (family, interface, document) = of_many_places();
    let target = Target {
        family,
        interface,
        variant: None,
        side: Side::Request,
    };
    let other = interface
        .request
        .iter()
        .find(|parameter| parameter.location != Location::Body)
        .unwrap();
    let mut broken = document.clone();
    broken.insert(other.name.clone(), json!({"no": "text"}));
    let found = as_json(&CATALOGUE, target, &Value::Object(broken).to_string());
    let [finding] = found.as_slice() else {
        panic!("{found:#?}");
    };
    assert_eq!(finding.rule, "type");
    assert_eq!(finding.path, other.name);
    assert_eq!(finding.location, Some(other.location));

    // The body alone is as good.
    let mut body = document;
    body.retain(|name, _| {
        let mut here = interface.at(Location::Body);
        here.any(|parameter| parameter.name == *name)
    });
    let found = as_json(&CATALOGUE, target, &Value::Object(body).to_string());
    assert!(found.is_empty(), "{found:#?}");
}
