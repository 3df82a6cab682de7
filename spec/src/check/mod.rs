//! The rules: everything a catalogue must satisfy beyond its structure.
//!
//! Each module checks one concern over the whole catalogue and reports all it finds.

mod allow;
mod artifact;
mod debug;
mod example;
mod identifier;
mod interface;
mod mock;
mod parameter;
mod reference;
mod scenario;
mod scheme;
mod text;
mod usage;
mod vector;

use std::collections::HashSet;

use crate::catalogue::{Family, Parameter, Type, TypeShape};
use crate::diagnostic::{Diagnostics, Rule};
use crate::lower::Lowered;

/// Reports every problem of a lowered spec; allowed warnings are taken out.
pub(crate) fn check(lowered: &Lowered, found: &mut Diagnostics) {
    let catalogue = &lowered.catalogue;
    for family in &catalogue.families {
        reference::check(catalogue, family, found);
        interface::check(family, found);
        parameter::check(family, found);
        debug::check(family, found);
        scheme::check(family, found);
        identifier::check(family, found);
        example::check(family, found);
        vector::check(family, found);
        artifact::check(family, found);
        text::check(family, found);
        mock::check(family, found);
        scenario::check(catalogue, family, found);
    }
    identifier::check_families(catalogue, found);
    usage::check(lowered, found);
    without_consequences(lowered, found);
    allow::apply(lowered, found);
}

/// A parameter that is no map, or whose `use` leads nowhere, lacks everything: reporting that once is enough.
fn without_consequences(lowered: &Lowered, found: &mut Diagnostics) {
    let unresolved: HashSet<_> = lowered.unresolved.iter().copied().collect();
    found.take_out(|diagnostic| {
        let is_lack = matches!(
            diagnostic.rule,
            Rule::MissingKey | Rule::ParameterWithoutDoc | Rule::ParameterWithoutPage
        );
        is_lack && unresolved.contains(&diagnostic.span())
    });
}

/// Parameters that are siblings: members of one object, or one side of one interface.
struct Siblings<'a> {
    /// What they belong to, such as `newInstance request`.
    owner: String,
    parameters: &'a [Parameter],
    /// Those of the interface itself, which a variant has too.
    inherited: &'a [Parameter],
}

/// Every group of siblings of a family, nested ones too.
fn sibling_groups(family: &Family) -> Vec<Siblings<'_>> {
    let mut groups = Vec::new();
    for interface in &family.interfaces {
        let owner = |side| format!("{} {side}", interface.id);
        let reply = &interface.reply.parameters;
        collect(owner("request"), &interface.request, &[], &mut groups);
        collect(owner("reply"), reply, &[], &mut groups);
        if let Some(callback) = &interface.callback {
            collect(owner("callback"), &callback.query, &[], &mut groups);
        }
        for (name, variant) in &interface.variants {
            let owner = |side| format!("{} {name} {side}", interface.id);
            collect(
                owner("request"),
                &variant.request,
                &interface.request,
                &mut groups,
            );
            collect(
                owner("reply"),
                &variant.reply.parameters,
                reply,
                &mut groups,
            );
        }
    }
    let mut add = |owner: String, parameters| collect(owner, parameters, &[], &mut groups);
    for (name, definition) in &family.types {
        if let TypeShape::Object(fields) = &definition.shape {
            add(name.clone(), fields);
        }
    }
    for (name, function) in &family.functions {
        add(format!("{name} arguments"), &function.parameters);
        add(format!("{name} result"), &function.returns);
    }
    for (name, event) in &family.events {
        add(name.clone(), &event.message);
    }
    for (name, artifact) in &family.artifacts {
        for (file, content) in &artifact.files {
            add(format!("{name} {file}"), &content.fields);
        }
    }
    groups
}

fn collect<'a>(
    owner: String,
    parameters: &'a [Parameter],
    inherited: &'a [Parameter],
    groups: &mut Vec<Siblings<'a>>,
) {
    for parameter in parameters {
        if let Type::Object(fields) = parameter.r#type.value.innermost() {
            collect(format!("{owner} {}", parameter.name), fields, &[], groups);
        }
    }
    groups.push(Siblings {
        owner,
        parameters,
        inherited,
    });
}
