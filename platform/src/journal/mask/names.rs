//! The names of sensitive parameters.

use std::collections::BTreeSet;

use koo_spec::catalogue::{Family, Interface, Parameter, TypeShape};

/// Those an interface may carry, in either direction.
pub(super) fn of_interface<'a>(family: &'a Family, interface: &'a Interface) -> BTreeSet<&'a str> {
    let callback = interface
        .callback
        .iter()
        .flat_map(|callback| &callback.query);
    let variants = interface
        .variants
        .values()
        .flat_map(|variant| variant.request.iter().chain(&variant.reply.parameters));
    let mut found = Found::new(family);
    interface
        .request
        .iter()
        .chain(&interface.reply.parameters)
        .chain(variants)
        .chain(callback)
        .for_each(|parameter| {
            found.add(parameter);
        });
    found.names
}

/// Those anything of a family may carry.
pub(super) fn of_family(family: &Family) -> BTreeSet<&str> {
    let mut names: BTreeSet<&str> = family
        .interfaces
        .iter()
        .flat_map(|interface| of_interface(family, interface))
        .collect();
    let mut found = Found::new(family);
    for definition in family.types.values() {
        if let TypeShape::Object(fields) = &definition.shape {
            for field in fields {
                found.add(field);
            }
        }
    }
    names.append(&mut found.names);
    names
}

struct Found<'a> {
    family: &'a Family,
    names: BTreeSet<&'a str>,
    seen: BTreeSet<*const Parameter>,
}

impl<'a> Found<'a> {
    fn new(family: &'a Family) -> Self {
        Self {
            family,
            names: BTreeSet::new(),
            seen: BTreeSet::new(),
        }
    }

    /// Takes a parameter and its members; says whether any is sensitive.
    fn add(&mut self, parameter: &'a Parameter) -> bool {
        let mut is_sensitive = parameter.sensitive;
        if self.seen.insert(std::ptr::from_ref(parameter)) {
            let family = self.family;
            let fields = family.fields_of(parameter.r#type.value.innermost());
            for field in fields.unwrap_or_default() {
                self.add(field);
            }
            // What is wrapped in a text cannot be masked inside it.
            for field in family.held_fields(parameter).unwrap_or_default() {
                is_sensitive |= self.add(field);
            }
        }
        if is_sensitive {
            self.names.insert(parameter.name.as_str());
        }
        is_sensitive
    }
}
