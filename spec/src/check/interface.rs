//! What every interface must say.

use std::collections::HashMap;

use crate::catalogue::{Direction, Family, Interface};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};

pub(super) fn check(family: &Family, found: &mut Diagnostics) {
    for interface in &family.interfaces {
        complete(interface, found);
        selection(family, interface, found);
    }
    ambiguous(family, found);
    transport(family, found);
}

fn complete(interface: &Interface, found: &mut Diagnostics) {
    let id = &interface.id;
    if interface.title.en.is_empty() {
        found.push(
            Diagnostic::new(
                Rule::InterfaceWithoutTitle,
                format!("interface `{id}` has no title"),
            )
            .at(interface.span, "this interface")
            .hint("add `title: {en: …, zh: …}`"),
        );
    }
    if interface.provenance.pages.is_empty() {
        found.push(
            Diagnostic::new(
                Rule::InterfaceWithoutPage,
                format!("interface `{id}` names no source page"),
            )
            .at(interface.span, "this interface")
            .hint("add `page: …`"),
        );
    }
    if interface.scheme.is_none()
        && !interface.unsigned
        && interface.direction != Direction::BrowserRedirect
    {
        found.push(
            Diagnostic::new(
                Rule::InterfaceWithoutScheme,
                format!("interface `{id}` does not say how it is signed"),
            )
            .at(interface.span, "this interface")
            .hint(
                "add `scheme: …`, or `scheme: none` where the documentation demands no signature",
            ),
        );
    }
}

/// The selecting value must be one the parameter may have.
fn selection(family: &Family, interface: &Interface, found: &mut Diagnostics) {
    for (name, value) in &interface.select {
        let Some(parameter) = interface
            .request
            .iter()
            .find(|parameter| &parameter.name == name)
        else {
            continue;
        };
        let listed = family.values_of(parameter);
        if !listed.is_empty() && !listed.iter().any(|listed| listed.value == value.value) {
            found.push(
                Diagnostic::new(
                    Rule::DefaultOutsideValues,
                    format!("`{name}` is never `{}`", value.value),
                )
                .at(value.span, "not among its listed values")
                .suggest(
                    &value.value,
                    listed.iter().map(|listed| listed.value.as_str()),
                ),
            );
        }
        super::parameter::fits_length(
            parameter,
            &value.value,
            value.span,
            "the selecting value",
            found,
        );
    }
}

/// Two interfaces at the same address must differ in what selects them.
fn ambiguous(family: &Family, found: &mut Diagnostics) {
    let mut seen: HashMap<String, &Interface> = HashMap::new();
    for interface in family
        .interfaces
        .iter()
        .filter(|interface| interface.direction == Direction::PlatformToMerchant)
    {
        let mut select: Vec<_> = interface
            .select
            .iter()
            .map(|(name, value)| format!("{name}={}", value.value))
            .collect();
        select.sort_unstable();
        let address = format!(
            "{:?} {:?} {}",
            interface.method,
            interface.urls,
            select.join("&")
        );
        if let Some(first) = seen.insert(address, interface) {
            found.push(
                Diagnostic::new(
                    Rule::AmbiguousSelection,
                    format!("a call cannot tell `{}` from `{}`", interface.id, first.id),
                )
                .at(interface.span, "same address and same selection")
                .at(first.span, "as this interface")
                .hint("give them different `url` or `select`"),
            );
        }
    }
}

/// The reply parameters the transport names must exist in every reply that has a body.
fn transport(family: &Family, found: &mut Diagnostics) {
    for name in family
        .transport
        .code
        .iter()
        .chain(&family.transport.message)
    {
        let answers = |interface: &&Interface| interface.direction == Direction::PlatformToMerchant;
        for interface in family.interfaces.iter().filter(answers) {
            let parameters = &interface.reply.parameters;
            if !parameters.is_empty()
                && !parameters
                    .iter()
                    .any(|parameter| parameter.name == name.value)
            {
                found.push(
                    Diagnostic::new(
                        Rule::UnknownParameter,
                        format!("the reply of `{}` has no `{}`", interface.id, name.value),
                    )
                    .at(name.span, "named by the transport")
                    .at(interface.span, "missing in this reply"),
                );
            }
        }
    }
}
