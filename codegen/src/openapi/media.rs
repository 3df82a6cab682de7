//! Media types: alternatives of content, what tells them apart, and examples.

use indexmap::IndexMap;
use koo_spec::catalogue::{Example, Interface, Location, Side};
use openapiv3::{
    Discriminator, Header, HeaderStyle, MediaType, ParameterSchemaOrContent, ReferenceOr, Schema,
    SchemaKind,
};
use serde_json::Value;

use super::endpoint::Call;
use super::schema::item;

pub(super) fn header(description: String, required: bool, schema: Schema) -> Header {
    Header {
        description: Some(description),
        style: HeaderStyle::Simple,
        required,
        deprecated: None,
        format: ParameterSchemaOrContent::Schema(ReferenceOr::Item(schema)),
        example: None,
        examples: IndexMap::new(),
        extensions: IndexMap::new(),
    }
}

/// Adds the examples of one side, each under a name of its own; of XML what is inside the root element.
pub(super) fn examples_of(
    interface: &Interface,
    side: Side,
    root: Option<&str>,
    examples: &mut IndexMap<String, ReferenceOr<openapiv3::Example>>,
) {
    let written = interface
        .examples
        .iter()
        .filter(|example| example.of == side);
    for example in written {
        let value = content(example).and_then(|value| match root {
            Some(root) => value.get(root).cloned(),
            None => Some(value),
        });
        let Some(value) = value else { continue };
        let mut name = interface.id.clone();
        let mut count = 1;
        while examples.contains_key(&name) {
            count += 1;
            name = format!("{}-{count}", interface.id);
        }
        let site = example
            .site
            .as_ref()
            .map(|site| format!(" ({})", site.value));
        let title = example
            .title
            .as_ref()
            .map_or(interface.title.en.as_str(), |title| title.en.as_str());
        let shown = openapiv3::Example {
            summary: Some(format!("{title}{}", site.unwrap_or_default())),
            description: example
                .invented
                .then(|| "Made in the documented shape.".to_owned()),
            value: Some(value),
            ..openapiv3::Example::default()
        };
        examples.insert(name, ReferenceOr::Item(shown));
    }
}

/// The content of an example message.
pub(super) fn content(example: &Example) -> Option<Value> {
    [Location::Body, Location::Form, Location::Part]
        .into_iter()
        .find_map(|location| example.part(location))
        .cloned()
}

/// A media type without its parameters.
pub(super) fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or(media_type);
    essence.trim().to_ascii_lowercase()
}

pub(super) fn without_examples(
    content: &IndexMap<String, MediaType>,
) -> IndexMap<String, MediaType> {
    let bare = |(name, media): (&String, &MediaType)| {
        let media = MediaType {
            schema: media.schema.clone(),
            ..MediaType::default()
        };
        (name.clone(), media)
    };
    content.iter().map(bare).collect()
}

/// Tells the bodies at one address apart, if one member of all of them does.
pub(super) fn discriminator(
    calls: &[&Call],
    references: &[(String, ReferenceOr<Schema>)],
) -> Option<Discriminator> {
    let selected = |call: &&Call| {
        call.interface
            .select
            .iter()
            .find(|(name, _)| {
                call.interface
                    .at(Location::Body)
                    .any(|field| field.name == **name)
            })
            .map(|(name, value)| (name.clone(), value.value.clone()))
    };
    let chosen: Option<Vec<_>> = calls.iter().map(selected).collect();
    let chosen = chosen?;
    let (name, _) = chosen.first()?;
    if calls.len() < 2 || chosen.iter().any(|(other, _)| other != name) {
        return None;
    }
    let mapping = chosen
        .iter()
        .zip(references)
        .filter_map(|((_, value), (_, reference))| match reference {
            ReferenceOr::Reference { reference } => Some((value.clone(), reference.clone())),
            ReferenceOr::Item(_) => None,
        });
    Some(Discriminator {
        property_name: name.clone(),
        mapping: mapping.collect(),
        ..Discriminator::default()
    })
}

/// One schema, or one of several.
pub(super) fn alternatives(
    schemas: Vec<ReferenceOr<Schema>>,
    discriminator: Option<Discriminator>,
) -> Option<ReferenceOr<Schema>> {
    if discriminator.is_none() || schemas.len() < 2 {
        // What nothing tells apart may fit several.
        return any_of(schemas);
    }
    let mut schema = item(SchemaKind::OneOf { one_of: schemas });
    schema.schema_data.discriminator = discriminator;
    Some(ReferenceOr::Item(schema))
}

pub(super) fn any_of(mut schemas: Vec<ReferenceOr<Schema>>) -> Option<ReferenceOr<Schema>> {
    match schemas.len() {
        0 | 1 => schemas.pop(),
        _ => Some(ReferenceOr::Item(item(SchemaKind::AnyOf {
            any_of: schemas,
        }))),
    }
}
