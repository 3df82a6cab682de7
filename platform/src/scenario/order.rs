//! What the platform answers about the orders of a scenario.

use std::collections::BTreeMap;

use koo_spec::catalogue::{Catalogue, Example, Interface, ScenarioRecord, Side};
use serde_json::Value;

use super::scope::Scope;
use crate::message::{Caller, Payload, Random};
use crate::records::Record;

/// The answer that a scenario writes down, with its values in it.
pub(super) fn record(
    catalogue: &Catalogue,
    record: &ScenarioRecord,
    scope: &Scope,
) -> Option<Record> {
    filled(catalogue, record, scope, |text| scope.text(text))
}

/// The answer with the values of a scope; `asked` says what the texts of the request stand for.
fn filled(
    catalogue: &Catalogue,
    record: &ScenarioRecord,
    scope: &Scope,
    asked: impl Fn(&str) -> String,
) -> Option<Record> {
    let (family, id) = record.of.value.split_once('/')?;
    let interface = catalogue.family(family)?.interface(id)?;
    let (example, answer) = documented(interface, record)?;
    let asked: BTreeMap<String, String> = record
        .asked
        .iter()
        .map(|(name, value)| (name.clone(), asked(&value.value)))
        .collect();
    let mut answer = answer.clone();
    for (name, value) in &asked {
        if let Some(documented) = example.text_of(name) {
            replace(&mut answer, &documented, value);
        }
    }
    for (pointer, value) in &record.set {
        if let Some(place) = answer.pointer_mut(&pointer.value) {
            *place = scope.json(value);
        }
    }
    Some(Record { asked, answer })
}

/// The answers about what a call outside of scenarios brings, such as its order: those of the first scenario that begins with
/// such a call, by interface.
pub(crate) fn about(
    catalogue: &Catalogue,
    caller: &Caller<'_>,
    interface: &Interface,
    payload: &Payload,
    mut random: Random,
    now_millis: i64,
) -> Vec<(String, Record)> {
    let mut scenarios = caller.family.scenarios.values();
    let like = scenarios.find_map(|scenario| {
        let first = scenario.steps.first()?;
        let begins = first.call.value == interface.id && !scenario.records.is_empty();
        begins.then_some((scenario, first))
    });
    let Some((scenario, first)) = like else {
        return Vec::new();
    };
    let mut chosen = BTreeMap::new();
    for (parameter, value) in &first.with {
        let name = value.as_str().and_then(|text| {
            let name = text.strip_prefix('{')?.strip_suffix('}')?;
            scenario.values.contains_key(name).then_some(name)
        });
        let given = payload.get(&parameter.value).and_then(Value::as_str);
        if let (Some(name), Some(given)) = (name, given) {
            chosen.insert(name.to_owned(), given.to_owned());
        }
    }
    let scope = Scope::begin(scenario, caller, &chosen, &mut random, now_millis);
    // What the call brings under a text of the scenario is what is asked for under the same text.
    let brought = |text: &str| {
        let mut with = first.with.iter();
        let (parameter, _) = with.find(|(_, value)| value.as_str() == Some(text))?;
        Some(payload.get(&parameter.value)?.as_str()?.to_owned())
    };
    let asked = |text: &str| brought(text).unwrap_or_else(|| scope.text(text));
    let records = scenario.records.iter();
    records
        .filter_map(|written| {
            let record = filled(catalogue, written, &scope, asked)?;
            Some((written.of.value.clone(), record))
        })
        .collect()
}

/// The documented request a record is like, and its answer.
fn documented<'a>(
    interface: &'a Interface,
    record: &ScenarioRecord,
) -> Option<(&'a Example, &'a Value)> {
    let answer = interface.answer_like(&record.like)?;
    let example = interface.examples.iter().find(|example| {
        let mut like = record.like.iter();
        example.of == Side::Request
            && like.all(|(name, value)| example.text_of(name).as_deref() == Some(&value.value))
    })?;
    Some((example, answer))
}

/// Puts a text in place of another wherever it stands.
fn replace(value: &mut Value, old: &str, new: &str) {
    match value {
        Value::String(text) if text == old => new.clone_into(text),
        Value::Array(elements) => elements
            .iter_mut()
            .for_each(|element| replace(element, old, new)),
        Value::Object(members) => members
            .values_mut()
            .for_each(|member| replace(member, old, new)),
        _ => {}
    }
}
