//! Catalogue → JSON Schema 2020-12: one schema for each message, that is for what travels at one location of a request
//! or a reply.
//!
//! A schema and the validators agree as far as JSON Schema can say it; what it cannot say stands in `$comment`. Members
//! that the contract does not name are allowed, as the validators allow them.

mod condition;
mod number;
mod value;

use koo_spec::catalogue::{Catalogue, Direction, Family, Side, TypeShape};
use serde_json::{Map, Value, json};

use crate::message::{Message, messages};
use crate::{EmitError, File, banner, variants, words};
use value::{Schemas, Strictness};

/// What to know besides the catalogue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The site the catalogue was projected to, if it was.
    pub site: Option<String>,
}

/// The schemas as files: `<family>/<interface>.<side>.<location>.json`.
///
/// # Errors
///
/// [`EmitError::Template`] when a schema cannot be written, which is a defect.
pub fn emit(catalogue: &Catalogue, options: &Options) -> Result<Vec<File>, EmitError> {
    let mut files = Vec::new();
    for family in &catalogue.families {
        let family = variants::unfold(family);
        for message in messages(&family) {
            let path = path(&family, &message);
            let schema = schema(catalogue, &family, &message, options);
            let contents =
                serde_json::to_string_pretty(&schema).map_err(|error| EmitError::Template {
                    path: path.clone(),
                    reason: error.to_string(),
                })?;
            files.push(File {
                path,
                contents: contents + "\n",
            });
        }
    }
    Ok(files)
}

fn path(family: &Family, message: &Message<'_>) -> String {
    format!(
        "{}/{}.{}.{}.json",
        family.id,
        message.interface.id,
        message.side.as_str(),
        message.location.as_str()
    )
}

fn schema(
    catalogue: &Catalogue,
    family: &Family,
    message: &Message<'_>,
    options: &Options,
) -> Value {
    let interface = message.interface;
    let schemas = Schemas::new(family, strictness(interface.direction, message.side));
    let object = schemas.object(&message.parameters, &interface.select, message.side);
    let mut root = Map::new();
    root.insert(
        "$schema".to_owned(),
        "https://json-schema.org/draft/2020-12/schema".into(),
    );
    root.insert("$comment".to_owned(), banner("export json-schema").into());
    let site = options
        .site
        .as_ref()
        .map_or_else(String::new, |site| format!(":{site}"));
    root.insert(
        "$id".to_owned(),
        format!(
            "urn:koo:{}:{}:{}:{}:{}{site}",
            catalogue.id,
            family.id,
            interface.id,
            message.side.as_str(),
            message.location.as_str()
        )
        .into(),
    );
    root.insert("title".to_owned(), words::title(&interface.title).into());
    if let Some(doc) = &interface.doc {
        root.insert("description".to_owned(), words::sentence(&doc.en).into());
    }
    root.insert(
        "x-koo-direction".to_owned(),
        interface.direction.as_str().into(),
    );
    root.extend(object);
    let examples: Vec<_> = message.examples().cloned().collect();
    if !examples.is_empty() {
        root.insert("examples".to_owned(), examples.into());
    }
    let definitions = definitions(family, &schemas);
    if !definitions.is_empty() {
        root.insert("$defs".to_owned(), definitions.into());
    }
    root.into()
}

/// What a merchant sends is held to the listed values; what it receives may bring others.
fn strictness(direction: Direction, side: Side) -> Strictness {
    match (direction, side) {
        (Direction::PlatformToMerchant, Side::Reply)
        | (
            Direction::MerchantToPlatform | Direction::ThirdParty | Direction::BrowserRedirect,
            Side::Request,
        ) => Strictness::Sent,
        _ => Strictness::Received,
    }
}

/// The object types that the schema refers to, directly or through others.
fn definitions(family: &Family, schemas: &Schemas<'_>) -> Map<String, Value> {
    let mut written = Map::new();
    // Writing a type may ask for further ones.
    while let Some(name) = schemas.next_wanted(&written) {
        let definition = family.types.get(&name);
        let schema = match definition.map(|definition| (&definition.shape, &definition.doc)) {
            Some((TypeShape::Object(fields), doc)) => {
                let mut schema = Map::new();
                schema.insert("description".to_owned(), words::sentence(&doc.en).into());
                let fields: Vec<_> = fields.iter().collect();
                schema.extend(schemas.object(&fields, &indexmap::IndexMap::new(), Side::Request));
                schema.into()
            }
            _ => json!(true),
        };
        written.insert(name, schema);
    }
    written.sort_keys();
    written
}
