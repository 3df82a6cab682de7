//! Rows of parameters.

use koo_spec::catalogue::{
    Carried, CarriedIn, Family, Length, ListedValue, Parameter, Presence, Type, TypeShape,
};
use koo_spec::interpret::payload::describe;
use serde_json::{Value, json};

use super::{source, words};
use crate::rows::{self, Row};
use crate::words as say;

/// Parameters and, below them, the members of their objects. Anchors begin with the given one.
pub(super) fn rows(family: &Family, parameters: &[&Parameter], anchor: &str) -> Vec<Value> {
    rows::flatten(family, parameters)
        .iter()
        .map(|entry| row(family, entry, anchor))
        .collect()
}

fn row(family: &Family, entry: &Row<'_>, anchor: &str) -> Value {
    let parameter = entry.parameter;
    let limits = &parameter.limits;
    let is_text = matches!(parameter.r#type.value.innermost(), Type::String);
    let (length, is_known) = match limits.max_length {
        Length::AtMost(max) => (max.to_string(), true),
        Length::Unlimited => ("any".to_owned(), true),
        Length::Unknown if is_text => ("?".to_owned(), false),
        Length::Unknown => (String::new(), true),
    };
    let condition = match &parameter.presence {
        Presence::Conditional { when, words } => json!({
            "words": words.as_ref().map(|words| words.en.trim_end_matches('.')),
            "code": when.as_ref().map(|when| describe(&when.value)),
        }),
        _ => Value::Null,
    };
    let differences: Vec<_> = parameter
        .differences
        .iter()
        .map(|(site, difference)| (site, say::difference(parameter, difference)))
        .filter(|(_, said)| !said.is_empty())
        .map(|(site, said)| json!({ "site": site, "said": said }))
        .collect();
    json!({
        "path": entry.path,
        "name": parameter.name,
        "depth": entry.depth,
        "anchor": format!("{anchor}.{}", crate::docs::text::slug(&entry.path)),
        "type": parameter.r#type.value.expression(),
        "type_anchor": type_anchor(family, &parameter.r#type.value),
        "holds": parameter.holds.as_ref().map(|held| held.value.expression()),
        "presence": say::presence(&parameter.presence),
        "condition": condition,
        "length": length,
        "length_known": is_known,
        "unit": limits.unit.as_str(),
        "facts": facts(parameter),
        "advisory": limits.advisory.as_ref().map(|erratum| &erratum.value),
        "doc": parameter.doc.en,
        "values": listed(family.values_of(parameter)),
        // All sites of the guide are no restriction.
        "sites": if parameter.sites.len() < family.sites.len() { words(&parameter.sites) } else { Vec::new() },
        "differences": differences,
        "deprecated": parameter.deprecated.as_ref().map(|why| &why.en),
        "sensitive": parameter.sensitive,
        "encrypted": parameter.encrypted.as_ref().map(|cipher| &cipher.value),
        "erratum": parameter.erratum.as_ref().map(|erratum| &erratum.value),
        "example": parameter.example.as_ref().map(|example| match example {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }),
        "source": source(&parameter.provenance),
    })
}

/// What is known besides need and length, which have columns of their own.
fn facts(parameter: &Parameter) -> String {
    let limits = say::limits(parameter);
    let length = say::length(parameter, parameter.limits.max_length);
    let is_column = |fact: &&str| {
        *fact == say::presence(&parameter.presence)
            || Some(*fact) == length.as_deref()
            || *fact == say::UNDOCUMENTED
    };
    let facts: Vec<_> = limits.split("; ").filter(|fact| !is_column(fact)).collect();
    facts.join("; ")
}

/// The anchor of a defined type, if there is a section for it.
fn type_anchor(family: &Family, r#type: &Type) -> Option<String> {
    let Type::Named(name) = r#type.innermost() else {
        return None;
    };
    let definition = family.types.get(name)?;
    matches!(definition.shape, TypeShape::Object(_)).then(|| format!("{}.type.{name}", family.id))
}

/// Listed values.
pub(super) fn listed(values: &[ListedValue]) -> Vec<Value> {
    values
        .iter()
        .map(|value| {
            json!({
                "value": value.value,
                "doc": value.doc.en,
                "sites": words(&value.sites),
                "since": value.since,
                "until": value.until,
            })
        })
        .collect()
}

/// A value that a scheme puts on a message.
pub(super) fn carried(carried: &Carried) -> Value {
    json!({
        "name": carried.name,
        "wire_name": carried.wire_name,
        "location": match carried.location {
            CarriedIn::Header => "header",
            CarriedIn::Query => "query",
        },
        "template": carried.template.as_ref().map(|template| &template.value),
        "type": carried.r#type.expression(),
        "presence": say::presence(&carried.presence),
        "format": carried.format.as_ref().map(say::format),
        "doc": carried.doc.en,
        "example": carried.example,
        "sites": words(&carried.sites),
        "source": source(&carried.provenance),
    })
}
