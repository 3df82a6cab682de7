//! Names that become identifiers must be identifiers, and must stay different.

use std::collections::{HashMap, HashSet};

use super::sibling_groups;
use crate::catalogue::{Catalogue, Family, ListedValue, Parameter, Type, TypeShape};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::identifier::{camel_case, is_identifier, snake_case};
use crate::source::Span;

pub(super) fn check_families(catalogue: &Catalogue, found: &mut Diagnostics) {
    let names = catalogue
        .families
        .iter()
        .map(|family| (family.id.as_str(), snake_case(&family.id), family.span));
    distinct("families", names, found);
    let files = catalogue.common.iter();
    let names = files.map(|file| (file.id.as_str(), snake_case(&file.id), file.span));
    distinct("common files", names, found);
}

pub(super) fn check(family: &Family, found: &mut Diagnostics) {
    let interfaces = family.interfaces.iter().map(|interface| {
        (
            interface.id.as_str(),
            snake_case(&interface.id),
            interface.span,
        )
    });
    distinct("interfaces", interfaces, found);
    let codes = family
        .codes
        .values()
        .map(|code| (code.code.as_str(), camel_case(&code.name), code.span));
    distinct("result codes", codes, found);
    together(family, found);
    for siblings in sibling_groups(family) {
        let names = siblings.parameters.iter().map(|parameter| {
            let name = parameter.identifier.as_deref().unwrap_or(&parameter.name);
            (parameter.name.as_str(), snake_case(name), parameter.span)
        });
        distinct(&format!("parameters of {}", siblings.owner), names, found);
        // Result codes are named once, by the codes of the family.
        let named =
            |parameter: &&Parameter| *parameter.r#type.value.innermost() != Type::ResultCode;
        for parameter in siblings.parameters.iter().filter(named) {
            values(
                &format!("values of {}", parameter.name),
                &parameter.values,
                found,
            );
        }
    }
    for definition in family.types.values() {
        if let TypeShape::Enumeration(listed) = &definition.shape {
            values(&format!("values of {}", definition.name), listed, found);
        }
    }
}

/// What stands side by side in generated code: types, models of interfaces, schemes, the result codes.
fn together(family: &Family, found: &mut Diagnostics) {
    let types = family.types.values().map(|definition| {
        (
            definition.name.clone(),
            camel_case(&definition.name),
            definition.span,
        )
    });
    let schemes = family
        .schemes
        .values()
        .map(|scheme| (scheme.id.clone(), camel_case(&scheme.id), scheme.span));
    // Interfaces that become the same name are reported as such; their models would only repeat it.
    let mut seen = HashSet::new();
    let interfaces = family
        .interfaces
        .iter()
        .filter(|interface| seen.insert(snake_case(&interface.id)));
    let models = interfaces.flat_map(|interface| {
        ["request", "reply"].map(|side| {
            let name = format!("{} {side}", interface.id);
            let converted = camel_case(&name);
            (name, converted, interface.span)
        })
    });
    let codes = family.codes.values().take(1).map(|code| {
        (
            "the result codes".to_owned(),
            "ResultCode".to_owned(),
            code.span,
        )
    });
    let all: Vec<_> = codes.chain(models).chain(schemes).chain(types).collect();
    let names = all
        .iter()
        .map(|(written, converted, span)| (written.as_str(), converted.clone(), *span));
    distinct("types, schemes and models", names, found);
}

fn values(what: &str, values: &[ListedValue], found: &mut Diagnostics) {
    let names = values.iter().map(|value| {
        let name = value.name.as_deref().unwrap_or(&value.value);
        (value.value.as_str(), camel_case(name), value.span)
    });
    distinct(what, names, found);
}

fn distinct<'a>(
    what: &str,
    names: impl Iterator<Item = (&'a str, String, Span)>,
    found: &mut Diagnostics,
) {
    let mut seen: HashMap<String, (&str, Span)> = HashMap::new();
    for (written, converted, span) in names {
        if !is_identifier(&converted) {
            found.push(
                Diagnostic::new(
                    Rule::InvalidIdentifier,
                    format!("`{written}` gives no name for generated code"),
                )
                .at(span, format!("becomes `{converted}`"))
                .hint("add `name: …` with a name that begins with a letter from a to z"),
            );
            continue;
        }
        match seen.get(&converted) {
            Some((first, first_span)) if *first != written => found.push(
                Diagnostic::new(
                    Rule::IdentifierClash,
                    format!("{what}: `{first}` and `{written}` both become `{converted}`"),
                )
                .at(span, "this name")
                .at(*first_span, "and this one")
                .hint("give one of them another `name`"),
            ),
            Some(_) => {}
            None => {
                seen.insert(converted, (written, span));
            }
        }
    }
}
