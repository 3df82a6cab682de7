//! Examples must satisfy the interface they belong to.

use crate::catalogue::{Example, Family, Interface, Location, Parameter, Side};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::interpret::payload;
use crate::node::Node;
use crate::source::Span;

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
                    Side::Reply => interface
                        .reply
                        .parameters
                        .iter()
                        .chain(&variant.reply.parameters)
                        .collect(),
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
        let here: Vec<&Parameter> = parameters
            .iter()
            .copied()
            .filter(|parameter| parameter.location == *location)
            .collect();
        let findings = payload::check(family, &here, site, &content.value);
        for violation in &findings.violations {
            found.push(
                Diagnostic::new(
                    Rule::ExampleViolates,
                    format!(
                        "this example of `{}` breaks its own contract: {}",
                        interface.id,
                        payload::explain(violation)
                    ),
                )
                .at(
                    node.nearest(violation.pointer()).span,
                    violation.rule().to_string(),
                )
                .at(interface.span, "the interface")
                .hint("repair the example, or the contract if the example was published like this"),
            );
        }
        for pointer in &findings.unknown {
            let path = readable(pointer);
            let name = path.as_str();
            let is_top_level = pointer.rfind('/') == Some(0);
            if matches!(location, Location::Query | Location::Header) && carried.contains(&name) {
                continue;
            }
            found.push(
                Diagnostic::new(
                    Rule::ExampleViolates,
                    format!(
                        "this example of `{}` has `{name}`, which the contract does not name",
                        interface.id
                    ),
                )
                .at(key_span_of(node, pointer), "unknown parameter")
                // What members of objects are called is not known here.
                .suggest(
                    name,
                    here.iter()
                        .map(|parameter| parameter.name.as_str())
                        .filter(|_| is_top_level),
                ),
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

/// A JSON pointer as people write paths: `items[1].name`.
fn readable(pointer: &str) -> String {
    pointer
        .split('/')
        .skip(1)
        .fold(String::new(), |path, token| {
            let token = token.replace("~1", "/").replace("~0", "~");
            match token.parse::<usize>() {
                Ok(index) if !path.is_empty() => format!("{path}[{index}]"),
                _ if path.is_empty() => token,
                _ => format!("{path}.{token}"),
            }
        })
}

/// The place of the key that a JSON pointer ends with.
fn key_span_of(node: &Node, pointer: &str) -> Span {
    let (parent, key) = pointer.rsplit_once('/').unwrap_or_default();
    let key = key.replace("~1", "/").replace("~0", "~");
    node.nearest(parent)
        .entry(&key)
        .map_or_else(|| node.nearest(pointer).span, |entry| entry.key_span)
}
