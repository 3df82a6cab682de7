//! The parameters that mark calls of debugging.

use std::collections::HashSet;

use super::sibling_groups;
use crate::catalogue::{Family, Interface, Location, Parameter, Placed, Type};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};

pub(super) fn check(family: &Family, found: &mut Diagnostics) {
    let marks: Vec<_> = family.interfaces.iter().flat_map(requested).collect();
    let requested: HashSet<_> = marks.iter().map(|parameter| parameter.span).collect();
    let problems = marks.iter().filter_map(|parameter| {
        let mark = parameter.debug.as_ref()?;
        Some((*parameter, mark, problem(family, parameter, mark)?))
    });
    for (parameter, mark, problem) in problems {
        report(parameter, mark, problem, found);
    }
    for siblings in sibling_groups(family) {
        for parameter in siblings.parameters {
            if let Some(mark) = &parameter.debug
                && !requested.contains(&parameter.span)
            {
                let problem = "only a parameter of a request itself can mark it";
                report(parameter, mark, problem, found);
            }
        }
    }
}

/// The parameters of the request of an interface and its variants, without those inside of others.
fn requested(interface: &Interface) -> impl Iterator<Item = &Parameter> {
    let variants = interface.variants.values();
    let of_variants = variants.flat_map(|variant| &variant.request);
    interface.request.iter().chain(of_variants)
}

/// Why a parameter cannot mark debug calls with this value.
fn problem(family: &Family, parameter: &Parameter, mark: &Placed<String>) -> Option<&'static str> {
    let r#type = &parameter.r#type.value;
    let is_scalar = match r#type {
        Type::String | Type::Enumeration => true,
        Type::Named(_) => family.fields_of(r#type).is_none(),
        Type::Integer if mark.value.parse::<i64>().is_ok() => true,
        Type::Integer => return Some("the parameter is a whole number, and this is none"),
        _ => false,
    };
    let listed = family.values_of(parameter);
    let is_listed = listed.iter().any(|known| known.value == mark.value);
    let differences = parameter.differences.values();
    let mut defaults = differences
        .filter_map(|difference| difference.default.as_ref())
        .chain(&parameter.default);
    if !is_scalar {
        Some("only a text, a listed value or a whole number can be a mark")
    } else if parameter.location == Location::Header {
        Some("headers belong to the scheme, so the called side does not see the mark")
    } else if !listed.is_empty() && !is_listed {
        Some("the value is not among those of the parameter")
    } else if defaults.any(|default| default.value == mark.value) {
        Some("the value is the default, so every call without it would be one of debugging")
    } else {
        None
    }
}

fn report(parameter: &Parameter, mark: &Placed<String>, problem: &str, found: &mut Diagnostics) {
    let name = &parameter.name;
    found.push(
        Diagnostic::new(
            Rule::DebugMark,
            format!("`{name}` cannot mark debug calls: {problem}"),
        )
        .at(mark.span, "this mark")
        .hint(
            "`debug` is the one value that a request of debugging or probing has, such as `\"1\"`",
        ),
    );
}
