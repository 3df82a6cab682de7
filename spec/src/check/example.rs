//! Examples must satisfy the interface they belong to.

use crate::catalogue::{Example, Family, Interface, Location, Parameter, Side};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::interpret::payload;
use crate::node::{Node, Step};

pub(super) fn check(family: &Family, found: &mut Diagnostics) {
    for interface in &family.interfaces {
        for example in &interface.examples {
            let parameters: Vec<&Parameter> = match example.of {
                Side::Request => interface.request.iter().collect(),
                Side::Reply => interface.reply.parameters.iter().collect(),
            };
            check_one(family, interface, example, &parameters, found);
        }
        for variant in interface.variants.values() {
            for example in &variant.examples {
                let parameters: Vec<&Parameter> = match example.of {
                    Side::Request => interface.request.iter().chain(&variant.request).collect(),
                    Side::Reply => interface.reply.parameters.iter().chain(&variant.reply.parameters).collect(),
                };
                check_one(family, interface, example, &parameters, found);
            }
        }
    }
}

fn check_one(
    family: &Family,
    interface: &Interface,
    example: &Example,
    parameters: &[&Parameter],
    found: &mut Diagnostics,
) {
    let site = example.site.as_ref().map(|site| site.value.as_str());
    for (location, content, node) in &example.parts {
        // What a scheme carries is not the interface's own: signatures cannot be checked without a key.
        let carried: Vec<&str> = carried_names(family, interface);
        let here: Vec<&Parameter> =
            parameters.iter().copied().filter(|parameter| parameter.location == *location).collect();
        let findings = payload::check(family, &here, site, &content.value);
        for violation in &findings.violations {
            found.push(
                Diagnostic::new(
                    Rule::ExampleViolates,
                    format!("this example of `{}` breaks its own contract: {violation}", interface.id),
                )
                .at(span_of(node, violation.pointer()), violation.rule().to_string())
                .at(interface.span, "the interface"),
            );
        }
        for pointer in &findings.unknown {
            let name = pointer.trim_start_matches('/');
            if matches!(location, Location::Query | Location::Header) && carried.contains(&name) {
                continue;
            }
            found.push(
                Diagnostic::new(
                    Rule::ExampleViolates,
                    format!("this example of `{}` has `{name}`, which the contract does not name", interface.id),
                )
                .at(span_of(node, pointer), "unknown parameter")
                .suggest(name, here.iter().map(|parameter| parameter.name.as_str())),
            );
        }
    }
}

fn carried_names<'a>(family: &'a Family, interface: &'a Interface) -> Vec<&'a str> {
    let reply = interface.reply_scheme.as_ref().map(|reply| &reply.scheme);
    interface
        .scheme
        .iter()
        .chain(reply)
        .filter_map(|scheme| family.schemes.get(&scheme.value))
        .flat_map(|scheme| &scheme.carries)
        .map(|carried| carried.wire_name.as_str())
        .collect()
}

/// The place of a JSON pointer in the example, or of the nearest part above it that is there.
fn span_of(node: &Node, pointer: &str) -> crate::source::Span {
    let mut at = node;
    let mut span = node.span;
    for token in pointer.split('/').skip(1) {
        let token = token.replace("~1", "/").replace("~0", "~");
        let step = match token.parse() {
            Ok(index) if !at.elements().is_empty() => Step::Index(index),
            _ => Step::Key(token),
        };
        match at.at(std::slice::from_ref(&step)) {
            Some(next) => at = next,
            None => return span,
        }
        span = at.span;
    }
    span
}
