//! What the mock remembers, for people to look at.

use serde_json::Value;

use super::Mock;
use crate::console::{Collection, Records};

/// What stands in the place of a key that is a secret.
const HIDDEN: &str = "‹hidden›";

impl Records for Mock {
    fn collections(&self, most: usize) -> Vec<Collection> {
        let now_millis = self.now();
        let mut state = self.state();
        let mut shown = Vec::new();
        for family in &self.catalogue.families {
            // Keys of some collections are secrets of calls. Those that the mock issued are too, and a record names its own.
            let interfaces = family.interfaces.iter();
            let variants = interfaces.clone().flat_map(|it| it.variants.values());
            let behaviours = interfaces
                .filter_map(|it| it.mock.as_ref())
                .chain(variants.filter_map(|it| it.mock.as_ref()));
            let secret: Vec<&str> = behaviours
                .flat_map(|behaviour| behaviour.secrets.values())
                .map(|collection| collection.value.as_str())
                .collect();
            for (name, collection) in &family.collections {
                let records = state.collection(&family.id, name);
                let mut newest: Vec<(&str, &Value)> = records.keyed(now_millis).collect();
                let count = newest.len();
                newest.reverse();
                newest.truncate(most);
                let is_secret = secret.contains(&name.as_str());
                let contents = newest.into_iter().map(|(key, value)| {
                    let mut value = value.clone();
                    if is_secret || value.get("key").is_some_and(|issued| issued == key) {
                        hide(&mut value, key);
                    }
                    value
                });
                shown.push(Collection {
                    name: name.clone(),
                    family: Some(family.id.clone()),
                    doc: Some(collection.doc.clone()),
                    count,
                    records: contents.collect(),
                });
            }
        }
        shown
    }
}

/// Replaces a text wherever it stands.
fn hide(value: &mut Value, secret: &str) {
    match value {
        Value::String(text) if !secret.is_empty() && text.contains(secret) => {
            *text = text.replace(secret, HIDDEN);
        }
        Value::Array(elements) => elements.iter_mut().for_each(|it| hide(it, secret)),
        Value::Object(members) => members.values_mut().for_each(|it| hide(it, secret)),
        _ => {}
    }
}
