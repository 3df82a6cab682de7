//! The parameters of an operation: what all interfaces at an address may bring.

use std::fmt::Write;

use indexmap::IndexMap;
use koo_spec::catalogue::{Example, Family, Interface, Location, Parameter, Presence, Side};
use openapiv3::{
    HeaderStyle, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle, ReferenceOr,
    Schema, SchemaKind, StringType, Type as Kind,
};
use serde_json::Value;

use super::endpoint::{Endpoint, variables};
use super::schema::{Schemas, item};
use super::security;
use crate::words;

/// Every parameter of the endpoint once; what not all interfaces demand is optional, and the description says who does.
pub(super) fn union(family: &Family, endpoint: &Endpoint) -> Vec<openapiv3::Parameter> {
    let mut parameters: Vec<openapiv3::Parameter> = Vec::new();
    let mut add = |parameter: openapiv3::Parameter| {
        if !parameters.iter().any(|other| same(other, &parameter)) {
            parameters.push(parameter);
        }
    };
    for call in &endpoint.calls {
        let scheme = call.interface.scheme.as_ref();
        let carried = scheme
            .and_then(|scheme| family.schemes.get(&scheme.value))
            .map(security::parameters);
        for mut parameter in carried.into_iter().flatten() {
            let data = data(&mut parameter);
            let everywhere = endpoint
                .calls
                .iter()
                .all(|other| other.interface.scheme == call.interface.scheme);
            data.required &= everywhere;
            add(parameter);
        }
    }
    let in_path = variables(&endpoint.path);
    for location in [Location::Path, Location::Query, Location::Header] {
        for (name, uses) in uses(endpoint, location) {
            let is_reserved = location == Location::Header
                && ["accept", "content-type", "authorization"]
                    .contains(&name.to_ascii_lowercase().as_str());
            // A variable of the host stands with the servers.
            let elsewhere = location == Location::Path && !in_path.contains(&name);
            if is_reserved || elsewhere {
                continue;
            }
            add(place(location, merged(family, endpoint, name, &uses)));
        }
    }
    for name in in_path {
        let missing = ParameterData {
            name: name.to_owned(),
            description: None,
            required: true,
            deprecated: None,
            format: schema(item(SchemaKind::Type(Kind::String(StringType::default())))),
            example: None,
            examples: IndexMap::new(),
            explode: None,
            extensions: IndexMap::new(),
        };
        add(place(Location::Path, missing));
    }
    parameters
}

fn same(left: &openapiv3::Parameter, right: &openapiv3::Parameter) -> bool {
    std::mem::discriminant(left) == std::mem::discriminant(right)
        && left.parameter_data_ref().name == right.parameter_data_ref().name
}

fn data(parameter: &mut openapiv3::Parameter) -> &mut ParameterData {
    match parameter {
        openapiv3::Parameter::Query { parameter_data, .. }
        | openapiv3::Parameter::Header { parameter_data, .. }
        | openapiv3::Parameter::Path { parameter_data, .. }
        | openapiv3::Parameter::Cookie { parameter_data, .. } => parameter_data,
    }
}

type Use<'a> = (&'a Interface, &'a Parameter);

/// Name → where it is used, in the order of first use.
fn uses(endpoint: &Endpoint, location: Location) -> IndexMap<&str, Vec<Use<'_>>> {
    let mut uses: IndexMap<&str, Vec<Use<'_>>> = IndexMap::new();
    for call in &endpoint.calls {
        for parameter in call.interface.at(location) {
            uses.entry(&parameter.name)
                .or_default()
                .push((&call.interface, parameter));
        }
    }
    uses
}

fn merged(family: &Family, endpoint: &Endpoint, name: &str, uses: &[Use<'_>]) -> ParameterData {
    let schemas = Schemas { family };
    let is_mandatory = |(interface, parameter): &Use<'_>| {
        parameter.presence == Presence::Mandatory || interface.select.contains_key(name)
    };
    let required = uses.len() == endpoint.calls.len() && uses.iter().all(is_mandatory)
        || uses
            .iter()
            .any(|(_, parameter)| parameter.location == Location::Path);
    let selected: Vec<_> = uses
        .iter()
        .filter_map(|(interface, _)| interface.select.get(name))
        .map(|value| Some(value.value.clone()))
        .collect();
    let mut merged: Option<Schema> = None;
    for (_, parameter) in uses {
        let schema = schemas.parameter(parameter);
        merged = Some(match merged {
            Some(merged) => widen(merged, &schema),
            None => schema,
        });
    }
    let mut schema =
        merged.unwrap_or_else(|| item(SchemaKind::Type(Kind::String(StringType::default()))));
    if selected.len() == uses.len() && !selected.is_empty() {
        schema.schema_kind = SchemaKind::Type(Kind::String(StringType {
            enumeration: selected,
            ..StringType::default()
        }));
        schema
            .schema_data
            .extensions
            .shift_remove("x-extensible-enum");
    }
    // The parameter says these itself.
    let description = schema.schema_data.description.take();
    let extensions = std::mem::take(&mut schema.schema_data.extensions);
    let (kept, extensions) = extensions
        .into_iter()
        .partition(|(key, _)| key == "x-extensible-enum");
    schema.schema_data.extensions = kept;
    let example = schema.schema_data.example.take();
    ParameterData {
        name: name.to_owned(),
        description: Some(description_of(
            description.unwrap_or_default(),
            endpoint,
            uses,
        )),
        required,
        deprecated: schema.schema_data.deprecated.then_some(true),
        format: self::schema(schema),
        example: example.or_else(|| documented(uses, name)),
        examples: IndexMap::new(),
        explode: None,
        extensions,
    }
}

/// What the first example of an interface that has the parameter shows.
fn documented(uses: &[Use<'_>], name: &str) -> Option<Value> {
    uses.iter().find_map(|(interface, parameter)| {
        let part = |example: &Example| {
            let part = example.part(parameter.location)?;
            part.get(name).cloned()
        };
        interface
            .examples
            .iter()
            .filter(|example| example.of == Side::Request)
            .find_map(part)
    })
}

/// Who demands the parameter, where several interfaces share the address.
fn description_of(mut description: String, endpoint: &Endpoint, uses: &[Use<'_>]) -> String {
    if endpoint.calls.len() < 2 {
        return description;
    }
    let who: Vec<_> = uses
        .iter()
        .map(|(interface, parameter)| {
            format!(
                "{} ({})",
                interface.id,
                words::presence(&parameter.presence)
            )
        })
        .collect();
    // Writing to a String cannot fail.
    let _ = write!(description, "\n\nUsed by: {}.", who.join(", "));
    description
}

/// A schema that allows what either allows.
fn widen(mut wide: Schema, other: &Schema) -> Schema {
    match (&mut wide.schema_kind, &other.schema_kind) {
        (SchemaKind::Type(Kind::String(wide)), SchemaKind::Type(Kind::String(other))) => {
            wide.max_length = wide.max_length.zip(other.max_length).map(|(a, b)| a.max(b));
            wide.min_length = wide.min_length.zip(other.min_length).map(|(a, b)| a.min(b));
            if wide.pattern != other.pattern {
                wide.pattern = None;
            }
            if wide.format != other.format {
                wide.format = None.into();
            }
        }
        (kind, other) if kind != other => {
            *kind = SchemaKind::Type(Kind::String(StringType::default()));
        }
        _ => {}
    }
    let key = "x-extensible-enum";
    let values = |schema: &Schema| {
        let values = schema.schema_data.extensions.get(key);
        values.and_then(Value::as_array).cloned()
    };
    match (values(&wide), values(other)) {
        (Some(mut all), Some(more)) => {
            for value in more {
                if !all.contains(&value) {
                    all.push(value);
                }
            }
            wide.schema_data
                .extensions
                .insert(key.to_owned(), all.into());
        }
        _ => {
            wide.schema_data.extensions.shift_remove(key);
        }
    }
    if wide.schema_data.default != other.schema_data.default {
        wide.schema_data.default = None;
    }
    wide.schema_data.deprecated &= other.schema_data.deprecated;
    wide
}

fn schema(schema: Schema) -> ParameterSchemaOrContent {
    ParameterSchemaOrContent::Schema(ReferenceOr::Item(schema))
}

fn place(location: Location, parameter_data: ParameterData) -> openapiv3::Parameter {
    match location {
        Location::Path => openapiv3::Parameter::Path {
            parameter_data,
            style: PathStyle::Simple,
        },
        Location::Header => openapiv3::Parameter::Header {
            parameter_data,
            style: HeaderStyle::Simple,
        },
        _ => openapiv3::Parameter::Query {
            parameter_data,
            allow_reserved: false,
            style: QueryStyle::Form,
            allow_empty_value: None,
        },
    }
}
