//! The language as JSON Schema, for editors.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::forms::{CATALOGUE, COMMON, FAMILY};
use super::{Form, Shape};

/// A JSON Schema (2020-12) that accepts every well-formed file of a catalogue.
///
/// It knows keys, kinds and words, as [`check_structure`](super::check_structure) does; references between
/// definitions are left to the checker.
pub fn json_schema() -> Value {
    let mut definitions = BTreeMap::new();
    let files: Vec<Value> = [&FAMILY, &COMMON, &CATALOGUE]
        .into_iter()
        .map(|form| reference(form, &mut definitions))
        .collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:koo:spec",
        "title": "koo spec",
        "description": "A file of a koo catalogue: a family, a common file, or the catalogue itself.",
        "type": "object",
        "oneOf": files,
        "$defs": definitions.into_iter().collect::<Map<_, _>>(),
    })
}

fn reference(form: &'static Form, definitions: &mut BTreeMap<String, Value>) -> Value {
    let name = form.name.replace(' ', "-");
    if !definitions.contains_key(&name) {
        definitions.insert(name.clone(), Value::Null);
        let properties: Map<_, _> = form
            .keys
            .iter()
            .map(|key| {
                let mut schema = schema(&key.shape, definitions);
                if let Some(object) = schema.as_object_mut() {
                    object.insert("description".to_owned(), key.doc.into());
                }
                (key.name.to_owned(), schema)
            })
            .collect();
        let required: Vec<_> = form
            .keys
            .iter()
            .filter(|key| key.required)
            .map(|key| key.name)
            .collect();
        let mut definition = json!({
            "description": form.doc,
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        });
        if !required.is_empty()
            && let Some(object) = definition.as_object_mut()
        {
            object.insert("required".to_owned(), required.into());
        }
        definitions.insert(name.clone(), definition);
    }
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn schema(shape: &'static Shape, definitions: &mut BTreeMap<String, Value>) -> Value {
    match shape {
        Shape::Text => json!({ "type": "string" }),
        Shape::Scalar => json!({ "type": ["string", "number", "boolean"] }),
        Shape::Count => json!({ "type": "integer", "minimum": 0 }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Boolean => json!({ "type": "boolean" }),
        Shape::Any => json!({}),
        Shape::Word(words) => json!({ "enum": words }),
        Shape::Map(form) => reference(form, definitions),
        Shape::Named(inner) => {
            json!({ "type": "object", "additionalProperties": schema(inner, definitions) })
        }
        Shape::List(inner) => json!({ "type": "array", "items": schema(inner, definitions) }),
        Shape::Either(shapes) => {
            let shapes: Vec<_> = shapes
                .iter()
                .map(|shape| schema(shape, definitions))
                .collect();
            json!({ "anyOf": shapes })
        }
    }
}
