//! Signing schemes as security schemes and parameters.

use indexmap::IndexMap;
use koo_spec::catalogue::{Carried, CarriedIn, Family, Format, Presence, Scheme, Side, Type};
use openapiv3::{
    APIKeyLocation, ParameterData, ParameterSchemaOrContent, QueryStyle, ReferenceOr, Schema,
    SchemaKind, SecurityRequirement, SecurityScheme, StringType, Type as Kind,
};
use serde_json::Value;

use super::schema::{component, item, pages};
use crate::{pattern, words};

/// What HTTP calls the scheme of tokens that whoever holds them may use.
const BEARER: &str = "bearer";

/// The name of the component of a carried value.
fn name(scheme: &Scheme, carried: &Carried) -> String {
    component(&format!("{}.{}", scheme.id, carried.name))
}

/// The carried values that prove something: the signature itself, alone or packed with others.
fn proofs(scheme: &Scheme) -> impl Iterator<Item = &Carried> {
    let is_proof = |carried: &&Carried| {
        let signed = |name: &str| scheme.equals.iter().any(|(target, _)| target.value == name);
        // OpenAPI ignores a parameter of this name.
        carried.wire_name.eq_ignore_ascii_case("authorization")
            || signed(&carried.name)
            || carried.packed().into_iter().any(signed)
    };
    scheme.carries.iter().filter(is_proof)
}

/// The security schemes of a family.
pub(super) fn schemes(family: &Family) -> IndexMap<String, ReferenceOr<SecurityScheme>> {
    let requests = family
        .schemes
        .values()
        .filter(|scheme| scheme.of == Side::Request);
    requests
        .flat_map(|scheme| proofs(scheme).map(move |carried| (scheme, carried)))
        .map(|(scheme, carried)| {
            let security = security_scheme(scheme, carried);
            (name(scheme, carried), ReferenceOr::Item(security))
        })
        .collect()
}

fn security_scheme(scheme: &Scheme, carried: &Carried) -> SecurityScheme {
    let description = Some(description(scheme, carried));
    let extensions: IndexMap<String, Value> =
        [("x-koo-scheme".to_owned(), scheme.id.clone().into())].into();
    let is_bearer = carried.location == CarriedIn::Header
        && carried.wire_name.eq_ignore_ascii_case("authorization")
        && carried.template.as_ref().is_some_and(|template| {
            let first = template.value.split_whitespace().next().unwrap_or_default();
            first.eq_ignore_ascii_case(BEARER)
        });
    if is_bearer {
        return SecurityScheme::HTTP {
            scheme: BEARER.to_owned(),
            bearer_format: None,
            description,
            extensions,
        };
    }
    SecurityScheme::APIKey {
        location: match carried.location {
            CarriedIn::Header => APIKeyLocation::Header,
            CarriedIn::Query => APIKeyLocation::Query,
        },
        name: carried.wire_name.clone(),
        description,
        extensions,
    }
}

fn description(scheme: &Scheme, carried: &Carried) -> String {
    let mut parts = vec![
        words::sentence(&carried.doc.en),
        words::sentence(&scheme.doc.en),
    ];
    if let Some(template) = &carried.template {
        parts.push(format!("Written as `{}`.", template.value));
    }
    parts.push(format!("Recipe:\n\n```\n{}\n```", words::recipe(scheme)));
    if let Some((value, millis)) = &scheme.fresh {
        parts.push(match millis {
            Some(millis) => format!(
                "`{}` must be within {} of the receiver's clock.",
                value.value,
                words::duration(*millis)
            ),
            None => format!(
                "`{}` must be close to the receiver's clock; how close is not documented.",
                value.value
            ),
        });
    }
    if let Some(once) = &scheme.once {
        parts.push(format!("`{}` must be new on each call.", once.value));
    }
    parts.join("\n\n")
}

/// What a call that is signed by the scheme must bring.
pub(super) fn requirement(scheme: &Scheme) -> SecurityRequirement {
    proofs(scheme)
        .map(|carried| (name(scheme, carried), Vec::new()))
        .collect()
}

/// The values a signed call carries besides its signature, as parameters.
pub(super) fn parameters(scheme: &Scheme) -> Vec<openapiv3::Parameter> {
    let proofs: Vec<_> = proofs(scheme).map(|carried| &carried.name).collect();
    scheme
        .carries
        .iter()
        .filter(|carried| !proofs.contains(&&carried.name))
        .map(parameter)
        .collect()
}

fn parameter(carried: &Carried) -> openapiv3::Parameter {
    let mut extensions = IndexMap::new();
    let pages = pages(&carried.provenance.pages);
    if !pages.is_empty() {
        extensions.insert("x-koo-pages".to_owned(), pages.into());
    }
    let parameter_data = ParameterData {
        name: carried.wire_name.clone(),
        description: Some(words::sentence(&carried.doc.en)),
        required: carried.presence == Presence::Mandatory,
        deprecated: None,
        format: ParameterSchemaOrContent::Schema(ReferenceOr::Item(schema(carried))),
        example: carried.example.clone().map(Value::from),
        examples: IndexMap::new(),
        explode: None,
        extensions,
    };
    match carried.location {
        CarriedIn::Header => openapiv3::Parameter::Header {
            parameter_data,
            style: openapiv3::HeaderStyle::Simple,
        },
        CarriedIn::Query => openapiv3::Parameter::Query {
            parameter_data,
            allow_reserved: false,
            style: QueryStyle::Form,
            allow_empty_value: None,
        },
    }
}

/// Text on the wire, whatever type the pages print: it is signed as it arrives.
pub(super) fn schema(carried: &Carried) -> Schema {
    let is_digits = carried.r#type == Type::Integer && carried.format.is_none();
    item(SchemaKind::Type(Kind::String(StringType {
        pattern: match &carried.format {
            Some(Format::Url) => None,
            Some(format) => pattern::of(format),
            None => is_digits.then(|| "^-?[0-9]+$".to_owned()),
        },
        max_length: carried
            .max_length
            .number()
            .and_then(|max| usize::try_from(max).ok()),
        ..StringType::default()
    })))
}
