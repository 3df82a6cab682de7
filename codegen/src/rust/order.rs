//! One order for everything that has a name, so that moving definitions about in a spec changes no emitted byte.
//!
//! Families, interfaces, types, result codes, schemes, secrets, pages and sites are ordered by name. Kept as written,
//! because the vendor's order is part of the contract or of the meaning: the parameters of a table, listed values, the
//! values a scheme carries, the steps of a recipe, the rules of an interface, and every list.

use koo_spec::catalogue::{Catalogue, Family, Parameter, Type, TypeShape};

/// The catalogue with its definitions ordered by name.
pub(super) fn canonical(catalogue: &Catalogue) -> Catalogue {
    let mut ordered = catalogue.clone();
    ordered.sites.sort_keys();
    ordered
        .families
        .sort_by(|left, right| left.id.cmp(&right.id));
    ordered.families.iter_mut().for_each(family);
    ordered
}

fn family(family: &mut Family) {
    family
        .interfaces
        .sort_by(|left, right| left.id.cmp(&right.id));
    family.pages.sort_keys();
    family.secrets.sort_keys();
    family.schemes.sort_keys();
    family.ciphers.sort_keys();
    family.functions.sort_keys();
    family.events.sort_keys();
    family.artifacts.sort_keys();
    family.texts.sort_keys();
    family.codes.sort_keys();
    family.types.sort_keys();
    for scheme in family.schemes.values_mut() {
        scheme.refusals.missing.sort_keys();
    }
    for definition in family.types.values_mut() {
        if let TypeShape::Object(fields) = &mut definition.shape {
            parameters(fields);
        }
    }
    for interface in &mut family.interfaces {
        interface.select.sort_keys();
        interface.urls.sort_keys();
        if let Some(callback) = &mut interface.callback {
            parameters(&mut callback.query);
        }
        parameters(&mut interface.request);
        parameters(&mut interface.reply.parameters);
    }
}

/// The members stay where they are; what single sites say about each has no order of its own.
fn parameters(list: &mut [Parameter]) {
    for parameter in list {
        parameter.differences.sort_keys();
        members(&mut parameter.r#type.value);
    }
}

fn members(r#type: &mut Type) {
    match r#type {
        Type::Object(fields) => parameters(fields),
        Type::List(inner) | Type::Map(inner) => members(inner),
        _ => {}
    }
}
