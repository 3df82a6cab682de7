//! Conditions over siblings as schemas of the object that holds them.

use koo_spec::catalogue::Condition;
use serde_json::{Value, json};

/// A schema that is valid for the objects for which the condition holds.
pub(super) fn schema(condition: &Condition) -> Value {
    match condition {
        Condition::Present(name) => {
            let name = &name.value;
            json!({ "required": [name], "properties": { name: { "not": { "type": "null" } } } })
        }
        Condition::OneOf(name, values) => {
            let name = &name.value;
            let values: Vec<_> = values
                .iter()
                .flat_map(|value| forms(&value.value))
                .collect();
            json!({ "required": [name], "properties": { name: { "enum": values } } })
        }
        Condition::Not(inner) => json!({ "not": schema(inner) }),
        Condition::All(parts) => json!({ "allOf": parts.iter().map(schema).collect::<Vec<_>>() }),
        Condition::Any(parts) => json!({ "anyOf": parts.iter().map(schema).collect::<Vec<_>>() }),
    }
}

/// A value as text, and as the number or truth value that is written the same.
pub(super) fn forms(text: &str) -> Vec<Value> {
    let other = serde_json::from_str::<Value>(text)
        .ok()
        .filter(|value| value.is_number() || value.is_boolean())
        .filter(|value| {
            let written = value.to_string();
            written == text
        });
    std::iter::once(text.into()).chain(other).collect()
}
