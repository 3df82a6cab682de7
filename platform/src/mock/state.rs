//! The records the mock keeps, in memory and bounded.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use koo_spec::catalogue::{Catalogue, Collection, Family, Location, Placed, Side};
use koo_spec::interpret::placeholder::{Values, member};
use serde_json::{Map, Value};

/// Most records of one collection; then the oldest are forgotten.
const MOST_RECORDS: usize = 50_000;
/// Most bytes of one collection, about.
const MOST_BYTES: usize = 32 * 1024 * 1024;
/// Between the parts of a key.
const BETWEEN: char = '\u{1f}';

/// All records, by family and collection.
#[derive(Debug, Default)]
pub(super) struct State {
    families: BTreeMap<String, BTreeMap<String, Records>>,
}

/// The records of one collection, oldest first.
#[derive(Debug, Default)]
pub(super) struct Records {
    by_key: IndexMap<String, Record>,
    bytes: usize,
}

#[derive(Debug, Clone)]
struct Record {
    value: Value,
    ends_millis: Option<i64>,
    bytes: usize,
}

impl State {
    /// The records that the catalogue says there are from the start.
    pub(super) fn seeded(catalogue: &Catalogue, now_millis: i64) -> Self {
        let mut state = Self::default();
        for family in &catalogue.families {
            for (name, collection) in &family.collections {
                let records = state.collection(&family.id, name);
                for record in seeds(family, collection) {
                    let key = key_of(collection, &record, now_millis);
                    records.put(key, record, None);
                }
            }
        }
        state
    }

    /// The records of a collection.
    pub(super) fn collection(&mut self, family: &str, name: &str) -> &mut Records {
        let collections = self.families.entry(family.to_owned()).or_default();
        collections.entry(name.to_owned()).or_default()
    }
}

impl Records {
    /// The live record of a key.
    pub(super) fn get(&self, key: &str, now_millis: i64) -> Option<&Value> {
        let record = self.by_key.get(key)?;
        let is_over = record.ends_millis.is_some_and(|ends| ends <= now_millis);
        (!is_over).then_some(&record.value)
    }

    /// Puts a record in the place of another, if there is one.
    pub(super) fn put(&mut self, key: String, value: Value, ends_millis: Option<i64>) {
        let bytes = key.len() + value.to_string().len();
        self.bytes += bytes;
        let record = Record {
            value,
            ends_millis,
            bytes,
        };
        if let Some(old) = self.by_key.insert(key, record) {
            self.bytes -= old.bytes;
        }
        while self.by_key.len() > 1 && (self.by_key.len() > MOST_RECORDS || self.bytes > MOST_BYTES)
        {
            // Several at once: each removal moves all that follow.
            let oldest = (self.by_key.len() / 10).max(1);
            let gone: usize = self.by_key.drain(..oldest).map(|(_, it)| it.bytes).sum();
            self.bytes -= gone;
        }
    }

    /// Changes a record, whose life goes on as before.
    fn change(&mut self, key: &str, value: Value) {
        let ends_millis = self.by_key.get(key).and_then(|it| it.ends_millis);
        self.put(key.to_owned(), value, ends_millis);
    }

    fn remove(&mut self, key: &str) -> Option<Record> {
        let record = self.by_key.shift_remove(key)?;
        self.bytes -= record.bytes;
        Some(record)
    }

    /// The live records, oldest first.
    pub(super) fn all(&self, now_millis: i64) -> impl Iterator<Item = &Value> {
        self.keyed(now_millis).map(|(_, value)| value)
    }

    /// The live records with their keys, oldest first.
    pub(super) fn keyed(&self, now_millis: i64) -> impl Iterator<Item = (&str, &Value)> {
        let keys = self.by_key.keys();
        keys.filter_map(move |key| Some((key.as_str(), self.get(key, now_millis)?)))
    }
}

/// Changes that are undone together if a call is refused.
pub(super) struct Transaction<'s> {
    state: &'s mut State,
    family: &'s str,
    now_millis: i64,
    undo: Vec<(String, String, Option<Record>)>,
}

impl<'s> Transaction<'s> {
    pub(super) fn new(state: &'s mut State, family: &'s str, now_millis: i64) -> Self {
        Self {
            state,
            family,
            now_millis,
            undo: Vec::new(),
        }
    }

    /// The live record of a key.
    pub(super) fn get(&mut self, collection: &str, key: &str) -> Option<Value> {
        let records = self.state.collection(self.family, collection);
        records.get(key, self.now_millis).cloned()
    }

    /// Puts a new record, which is kept for `lifetime_millis`.
    pub(super) fn put(
        &mut self,
        collection: &str,
        key: String,
        value: Value,
        lifetime_millis: Option<u64>,
    ) {
        self.remember(collection, &key);
        let ends = lifetime_millis.map(|lifetime| {
            let lifetime = i64::try_from(lifetime).unwrap_or(i64::MAX);
            self.now_millis.saturating_add(lifetime)
        });
        let records = self.state.collection(self.family, collection);
        records.put(key, value, ends);
    }

    /// Changes a record.
    pub(super) fn change(&mut self, collection: &str, key: &str, value: Value) {
        self.remember(collection, key);
        let records = self.state.collection(self.family, collection);
        records.change(key, value);
    }

    /// Removes a record, without a key all.
    pub(super) fn remove(&mut self, collection: &str, key: Option<&str>) {
        let records = self.state.collection(self.family, collection);
        let keys: Vec<String> = match key {
            Some(key) => vec![key.to_owned()],
            None => records.by_key.keys().cloned().collect(),
        };
        for key in keys {
            self.remember(collection, &key);
            self.state.collection(self.family, collection).remove(&key);
        }
    }

    /// Undoes everything.
    pub(super) fn undo(self) {
        for (collection, key, record) in self.undo.into_iter().rev() {
            let records = self.state.collection(self.family, &collection);
            match record {
                Some(record) => records.put(key, record.value, record.ends_millis),
                None => {
                    records.remove(&key);
                }
            }
        }
    }

    fn remember(&mut self, collection: &str, key: &str) {
        let records = self.state.collection(self.family, collection);
        let before = records.by_key.get(key).cloned();
        self.undo
            .push((collection.to_owned(), key.to_owned(), before));
    }
}

/// The key that these templates make.
pub(super) fn key(templates: &[Placed<String>], values: &Values<'_>) -> String {
    let parts = templates
        .iter()
        .map(|template| values.text(&template.value));
    let parts: Vec<String> = parts.collect();
    parts.join(&BETWEEN.to_string())
}

/// The key of a record of a collection.
pub(super) fn key_of(collection: &Collection, record: &Value, now_millis: i64) -> String {
    let none = Map::new();
    let named = record.as_object().unwrap_or(&none);
    key(&collection.key, &Values { named, now_millis })
}

/// The records a collection starts with: those that documented replies show, and those that are written down.
fn seeds(family: &Family, collection: &Collection) -> Vec<Value> {
    let interface = collection.documented.as_ref();
    let shown = interface.and_then(|documented| {
        let interface = family.interface(&documented.interface.value)?;
        let of_variants = interface.variants.values().flat_map(|it| &it.examples);
        let examples = interface.examples.iter().chain(of_variants);
        let replies = examples.filter(|example| example.of == Side::Reply);
        let records = replies.filter_map(|example| {
            let body = example.part(Location::Body)?;
            Some(member(body, &documented.member.value)).filter(Value::is_object)
        });
        Some(records.collect::<Vec<_>>())
    });
    let written = collection.records.iter().map(|record| record.value.clone());
    shown.into_iter().flatten().chain(written).collect()
}
