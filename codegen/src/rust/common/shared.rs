//! Which definitions of common files are the same for every family that has them.
//!
//! A definition is shared if all its families mean the same by it, and if the secrets of a scheme and the types that an
//! object refers to stand in common files too. Not shared is what is written with something of the family: its result codes,
//! its ciphers, and values listed with a parameter, whose enumeration has its name from all parameters of the family.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use indexmap::IndexMap;
use koo_spec::catalogue::{
    Catalogue, Family, Parameter, Scheme, Secret, Type, TypeDefinition, TypeShape,
};
use koo_spec::source::Span;

use super::super::scheme;

/// A definition of a common file, and the families that have it.
pub(super) struct Shared<'a, T> {
    pub(super) definition: &'a T,
    pub(super) families: Vec<&'a Family>,
}

/// Shared schemes by name.
pub(super) type SharedSchemes<'a> = BTreeMap<&'a str, Shared<'a, Scheme>>;

/// Shared types by name.
pub(super) type SharedTypes<'a> = BTreeMap<&'a str, Shared<'a, TypeDefinition>>;

pub(super) fn schemes(catalogue: &Catalogue) -> SharedSchemes<'_> {
    let mut shared = find(
        catalogue,
        |family| &family.schemes,
        |scheme| scheme.span,
        |scheme, left, right| secrets(left, scheme) == secrets(right, scheme),
    );
    shared.retain(|_, shared| {
        let secrets = shared
            .families
            .iter()
            .flat_map(|family| secrets(family, shared.definition));
        secrets
            .flatten()
            .all(|secret| catalogue.common_file(secret.span).is_some())
    });
    shared
}

pub(super) fn types(catalogue: &Catalogue) -> SharedTypes<'_> {
    let mut shared = find(
        catalogue,
        |family| &family.types,
        |definition| definition.span,
        |_, _, _| true,
    );
    shared.retain(|_, shared| {
        parameters(shared.definition)
            .into_iter()
            .all(is_independent)
    });
    // Without one type the objects that refer to it cannot be shared either.
    loop {
        let lost: Vec<_> = shared
            .iter()
            .filter(|(_, object)| !refers_to_shared(object, &shared))
            .map(|(name, _)| *name)
            .collect();
        if lost.is_empty() {
            return shared;
        }
        shared.retain(|name, _| !lost.contains(name));
    }
}

/// The definitions of common files that are equal in every family that has one of the name.
fn find<'a, T: PartialEq>(
    catalogue: &'a Catalogue,
    definitions: impl Fn(&'a Family) -> &'a IndexMap<String, T>,
    span: impl Fn(&T) -> Span,
    is_same: impl Fn(&T, &Family, &Family) -> bool,
) -> BTreeMap<&'a str, Shared<'a, T>> {
    let mut found: BTreeMap<&str, Option<Shared<'a, T>>> = BTreeMap::new();
    for family in &catalogue.families {
        let common = definitions(family)
            .iter()
            .filter(|(_, definition)| catalogue.common_file(span(definition)).is_some());
        for (name, definition) in common {
            match found.entry(name) {
                Entry::Vacant(entry) => {
                    entry.insert(Some(Shared {
                        definition,
                        families: vec![family],
                    }));
                }
                Entry::Occupied(mut entry) => {
                    let known = entry.get_mut();
                    let equal = known.as_mut().filter(|known| {
                        let mut others = known.families.iter();
                        known.definition == definition
                            && others.all(|other| is_same(definition, other, family))
                    });
                    match equal {
                        Some(known) => known.families.push(family),
                        None => *known = None,
                    }
                }
            }
        }
    }
    found
        .into_iter()
        .filter_map(|(name, shared)| Some((name, shared?)))
        .collect()
}

/// The secrets of a scheme as a family defines them.
fn secrets<'a>(family: &'a Family, scheme: &Scheme) -> Vec<Option<&'a Secret>> {
    let names = scheme::secrets(family, scheme).into_iter();
    names.map(|name| family.secrets.get(name)).collect()
}

/// The members of a type, and those of the objects inside it.
fn parameters(definition: &TypeDefinition) -> Vec<&Parameter> {
    let mut all: Vec<&Parameter> = match &definition.shape {
        TypeShape::Object(fields) => fields.iter().collect(),
        TypeShape::Enumeration(_) => Vec::new(),
    };
    let mut next = 0;
    while let Some(parameter) = all.get(next) {
        if let Type::Object(fields) = parameter.r#type.value.innermost() {
            all.extend(fields);
        }
        next += 1;
    }
    all
}

/// Whether a member is written with nothing of the family.
fn is_independent(parameter: &Parameter) -> bool {
    parameter.encrypted.is_none()
        && !matches!(
            parameter.r#type.value.innermost(),
            Type::Enumeration | Type::ResultCode
        )
}

/// Whether every family of an object means the same shared types by the names in it.
fn refers_to_shared(object: &Shared<'_, TypeDefinition>, types: &SharedTypes<'_>) -> bool {
    let mut parameters = parameters(object.definition).into_iter();
    parameters.all(|parameter| match parameter.r#type.value.innermost() {
        Type::Named(name) => types.get(name.as_str()).is_some_and(|named| {
            let means = |family: &&Family| family.types.get(name) == Some(named.definition);
            object.families.iter().all(means)
        }),
        _ => true,
    })
}
