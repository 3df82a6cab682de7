//! The catalogue of this repository: it does not differ from itself, however it is ordered; one changed field gives
//! one rule; and the verdict on versions agrees with what is emitted.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use koo_codegen::catalogue_json::export;
use koo_codegen::rust;
use koo_diff::outline::Outline;
use koo_diff::rule::Semver;
use koo_diff::verdict::Verdict;
use koo_diff::{Comparison, compare};
use koo_spec::catalogue::{
    Catalogue, Interface, Length, ListedValue, Parameter, Placed, Presence, Provenance, Text, Type,
    TypeShape,
};
use koo_spec::source::Span;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/catalog");
    let loaded = koo_spec::files::load_path(&folder).unwrap();
    assert!(loaded.is_usable(), "{:#?}", loaded.diagnostics);
    loaded.catalogue
});

fn outline(catalogue: &Catalogue) -> Outline {
    Outline::read(&export(catalogue)).unwrap()
}

fn compared(old: &Catalogue, new: &Catalogue) -> Comparison {
    compare(&outline(old), &outline(new))
}

fn names(comparison: &Comparison) -> BTreeSet<String> {
    let changes = comparison.changes.iter();
    changes.map(|change| change.rule.name()).collect()
}

#[test]
fn no_family_differs_from_itself() {
    assert_eq!(CATALOGUE.families.len(), 8);
    for family in &CATALOGUE.families {
        let one = Catalogue {
            families: vec![family.clone()],
            ..CATALOGUE.clone()
        };
        let comparison = compared(&one, &one.clone());
        assert_eq!(names(&comparison), BTreeSet::new(), "{}", family.id);
        assert!(comparison.full);
    }
}

fn reverse<T>(map: &mut indexmap::IndexMap<String, T>) {
    map.reverse();
}

fn reverse_parameters(parameters: &mut [Parameter]) {
    parameters.reverse();
    for parameter in parameters {
        parameter.values.reverse();
        parameter.sites.reverse();
        parameter.provenance.pages.reverse();
        reverse(&mut parameter.differences);
        if let Type::Object(fields) = &mut parameter.r#type.value {
            reverse_parameters(fields);
        }
    }
}

#[test]
fn order_makes_no_difference() {
    let mut reversed = CATALOGUE.clone();
    reversed.families.reverse();
    for family in &mut reversed.families {
        family.sites.reverse();
        family.interfaces.reverse();
        reverse(&mut family.pages);
        reverse(&mut family.products);
        reverse(&mut family.applicability);
        reverse(&mut family.schemes);
        reverse(&mut family.ciphers);
        reverse(&mut family.codes);
        reverse(&mut family.types);
        reverse(&mut family.functions);
        reverse(&mut family.events);
        reverse(&mut family.artifacts);
        reverse(&mut family.errata);
        reverse(&mut family.notes);
        family
            .schemes
            .values_mut()
            .for_each(|scheme| scheme.carries.reverse());
        family
            .codes
            .values_mut()
            .for_each(|code| code.applies_to.reverse());
        for definition in family.types.values_mut() {
            match &mut definition.shape {
                TypeShape::Object(fields) => reverse_parameters(fields),
                TypeShape::Enumeration(values) => values.reverse(),
            }
        }
        for interface in &mut family.interfaces {
            interface.sites.reverse();
            interface.behaviour.reverse();
            interface.reply.codes.reverse();
            reverse(&mut interface.urls);
            reverse(&mut interface.select);
            reverse(&mut interface.variants);
            reverse_parameters(&mut interface.request);
            reverse_parameters(&mut interface.reply.parameters);
        }
    }
    assert_eq!(names(&compared(&CATALOGUE, &reversed)), BTreeSet::new());
}

/// An export of the bare, stable shape.
fn bare(catalogue: &Catalogue) -> Value {
    const KEPT: [&str; 17] = [
        "koo",
        "families",
        "id",
        "status",
        "interfaces",
        "direction",
        "method",
        "parameters",
        "of",
        "in",
        "path",
        "type",
        "required",
        "max_length",
        "values",
        "result_codes",
        "code",
    ];
    fn strip(value: Value) -> Value {
        match value {
            Value::Array(list) => list.into_iter().map(strip).collect(),
            Value::Object(members) => members
                .into_iter()
                .filter(|(name, _)| KEPT.contains(&name.as_str()))
                .map(|(name, value)| (name, strip(value)))
                .collect(),
            other => other,
        }
    }
    strip(export(catalogue))
}

#[test]
fn bare_exports_are_compared_as_far_as_they_go() {
    let whole = outline(&CATALOGUE);
    let outline = Outline::read(&bare(&CATALOGUE)).unwrap();
    for comparison in [
        compare(&outline, &whole),
        compare(&whole, &outline),
        compare(&outline, &outline),
    ] {
        assert_eq!(names(&comparison), BTreeSet::new());
        assert!(!comparison.full);
        assert_eq!(Verdict::of(&comparison, None).level, None);
    }
    let mut changed = CATALOGUE.clone();
    let family = changed
        .families
        .iter_mut()
        .find(|family| family.id == "saas-v2")
        .unwrap();
    let interface = family
        .interfaces
        .iter_mut()
        .find(|one| one.id == "newInstance")
        .unwrap();
    let order = interface
        .request
        .iter_mut()
        .find(|one| one.name == "orderId")
        .unwrap();
    order.limits.max_length = Length::AtMost(128);
    let comparison = compare(&outline, &Outline::read(&bare(&changed)).unwrap());
    assert_eq!(
        names(&comparison),
        ["request-parameter-length-widened".to_owned()].into()
    );
}

#[test]
fn what_is_no_export_is_refused() {
    for text in [
        "{}",
        "[]",
        "3",
        "{\"koo\": 2, \"families\": []}",
        "{\"koo\": 1}",
        "{\"koo\": 1, \"families\": 3}",
    ] {
        assert!(
            Outline::read(&serde_json::from_str(text).unwrap()).is_err(),
            "{text}"
        );
    }
    assert!(Outline::read(&serde_json::json!({"koo": 1, "families": []})).is_ok());
}

/// Every item the export names is emitted.
#[test]
fn named_items_are_emitted() {
    let files = rust::emit(&CATALOGUE, &rust::Options::default()).unwrap();
    let mut modules: BTreeMap<String, String> = BTreeMap::new();
    for file in &files {
        if let Some((module, _)) = file
            .path
            .strip_prefix("src/")
            .and_then(|path| path.split_once('/'))
        {
            modules
                .entry(module.to_owned())
                .or_default()
                .push_str(&file.contents);
        }
    }
    // Where an item stands: in the guide's module, or in that of a common file, from which the guide takes it.
    let place = |module: &str, item: &str| {
        let text = &modules[module];
        let taken = text.split("pub use crate::common::").skip(1);
        let is_taken = taken
            .filter_map(|rest| rest.split_once(';'))
            .any(|(list, _)| {
                let mut names = list.split(|letter: char| !letter.is_alphanumeric());
                names.any(|name| name == item)
            });
        if is_taken { &modules["common"] } else { text }
    };
    let has_field = |module: &str, item: &str, field: &str| {
        let text = place(module, item);
        text.split_once(&format!("pub struct {item} {{\n"))
            .and_then(|(_, rest)| rest.split_once("\n}\n"))
            .is_some_and(|(fields, _)| fields.contains(&format!("    pub {field}:")))
    };
    let (mut fields, mut others) = (0, 0);
    let export = export(&CATALOGUE);
    for family in export["families"].as_array().unwrap() {
        for interface in family["interfaces"].as_array().unwrap() {
            for row in interface["parameters"].as_array().unwrap() {
                let Some(path) = row.get("rust").and_then(Value::as_str) else {
                    continue;
                };
                let parts: Vec<_> = path.split("::").collect();
                assert!(has_field(parts[1], parts[2], parts[3]), "{path}");
                fields += 1;
            }
            for path in interface["rust"].as_array().into_iter().flatten() {
                let parts: Vec<_> = path.as_str().unwrap().split("::").collect();
                assert!(
                    place(parts[1], parts[2]).contains(&format!("pub struct {} {{", parts[2])),
                    "{path}"
                );
                others += 1;
            }
        }
    }
    assert!(fields > 500 && others > 100, "{fields} {others}");
}

/// A parameter of an interface, and whether it is one of the request.
fn pick(interface: &mut Interface, at: Index) -> (&mut Parameter, &'static str) {
    let requests = interface.request.len();
    let at = at.index(requests + interface.reply.parameters.len());
    if at < requests {
        (&mut interface.request[at], "request")
    } else {
        (&mut interface.reply.parameters[at - requests], "reply")
    }
}

/// Changes one field of a parameter and names the rule; nothing where the field cannot be changed so.
fn mutate(parameter: &mut Parameter, what: usize) -> Option<&'static str> {
    let limits = &mut parameter.limits;
    let conditional = || Presence::Conditional {
        when: None,
        words: Some(Text {
            en: "Sometimes.".to_owned(),
            zh: None,
        }),
    };
    let lists_itself = !parameter.values.is_empty();
    Some(match (what, limits.max_length, &parameter.presence) {
        (0, Length::AtMost(number), _) => {
            limits.max_length = Length::AtMost(number + 1);
            "length-widened"
        }
        (1, Length::AtMost(number), _) if number > 1 => {
            limits.max_length = Length::AtMost(number - 1);
            "length-narrowed"
        }
        (2, Length::AtMost(_), _) => {
            limits.max_length = Length::Unlimited;
            "length-lifted"
        }
        (3, Length::AtMost(_), _) => {
            limits.max_length = Length::Unknown;
            "length-became-unknown"
        }
        (0..=3, Length::Unknown, _) => {
            limits.max_length = Length::AtMost(10);
            "length-became-known"
        }
        (4, _, Presence::Mandatory) => {
            parameter.presence = Presence::Optional;
            "mandatory-became-optional"
        }
        (4, _, Presence::Optional) => {
            parameter.presence = Presence::Mandatory;
            "optional-became-mandatory"
        }
        (4, _, Presence::Conditional { .. }) => {
            parameter.presence = Presence::Mandatory;
            "conditional-became-mandatory"
        }
        (5, _, Presence::Mandatory) => {
            parameter.presence = conditional();
            "mandatory-became-conditional"
        }
        (5, _, Presence::Optional) => {
            parameter.presence = conditional();
            "optional-became-conditional"
        }
        (6, ..) if lists_itself => {
            parameter.values.push(ListedValue {
                value: "brand-new".to_owned(),
                span: Span::default(),
                name: None,
                doc: Text::default(),
                sites: Vec::new(),
                since: None,
                until: None,
                provenance: Provenance::default(),
                cipher: None,
                debug: false,
            });
            "value-added"
        }
        (7, ..) if parameter.values.len() > 1 => {
            parameter.values.pop();
            "value-removed"
        }
        (8, ..) => {
            parameter.sensitive = !parameter.sensitive;
            if parameter.sensitive {
                "became-sensitive"
            } else {
                "no-longer-sensitive"
            }
        }
        (9, ..) if parameter.default.is_none() => {
            parameter.default = Some(Placed::new("nothing".to_owned(), Span::default()));
            "default-introduced"
        }
        (10, ..) => {
            parameter.doc.en.push_str(" More.");
            "described"
        }
        _ => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn one_changed_field_gives_one_rule(family: Index, interface: Index, parameter: Index, what in 0_usize..11) {
        let mut old = CATALOGUE.clone();
        let family = family.get(&CATALOGUE.families).clone();
        old.families = vec![family];
        let mut new = old.clone();
        let interfaces = &mut new.families[0].interfaces;
        prop_assume!(!interfaces.is_empty());
        let at = interface.index(interfaces.len());
        let interface = &mut interfaces[at];
        prop_assume!(!interface.request.is_empty() || !interface.reply.parameters.is_empty());
        let (parameter, side) = pick(interface, parameter);
        let name = parameter.name.clone();
        // On sites with facts of their own, the fact of all sites is not what holds there.
        prop_assume!(parameter.differences.values().all(koo_spec::catalogue::SiteDifference::is_empty));
        let expected = mutate(parameter, what);
        prop_assume!(expected.is_some());
        let comparison = compared(&old, &new);
        let expected = format!("{side}-parameter-{}", expected.unwrap());
        prop_assert_eq!(names(&comparison), BTreeSet::from([expected]));
        prop_assert_eq!(comparison.changes.len(), 1);
        let change = &comparison.changes[0];
        prop_assert!(change.subject.ends_with(&format!(" {name}")), "{}", change.subject);
        prop_assert_eq!(&change.place.id, &new.families[0].interfaces[at].id);
        // Where the crate changes, the verdict says so. The interface alone is emitted faster than its family.
        for catalogue in [&mut old, &mut new] {
            let only = catalogue.families[0].interfaces.swap_remove(at);
            catalogue.families[0].interfaces = vec![only];
        }
        let emitted = |catalogue| rust::emit(catalogue, &rust::Options::default());
        if let (Ok(before), Ok(after)) = (emitted(&old), emitted(&new)) && before != after {
            prop_assert!(Verdict::of(&comparison, None).level > Some(Semver::None));
        }
    }
}
