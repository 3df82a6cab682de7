//! The values of a scenario at work.

use std::collections::BTreeMap;

use koo_spec::catalogue::{Family, Interface, Parameter, Scenario, ValueSource, value_names};
use serde_json::{Map, Value};

use crate::message::{Caller, Random, written_moment};

/// The values so far, by name.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope(BTreeMap<String, Value>);

impl Scope {
    /// The values a scenario starts with. Those the user chose stand in for the scenario's own.
    pub(super) fn begin(
        scenario: &Scenario,
        caller: &Caller<'_>,
        chosen: &BTreeMap<String, String>,
        random: &mut Random,
        now_millis: i64,
    ) -> Self {
        let mut scope = Self::default();
        for (name, value) in &scenario.values {
            let made = match &value.source {
                ValueSource::Text(text) => scope.text(&text.value),
                ValueSource::Like(like) => drawn_like(caller, &like.value, random),
                ValueSource::FromNow { like, millis } => {
                    let moment =
                        now_millis.saturating_add(i64::try_from(*millis).unwrap_or(i64::MAX));
                    let found = parameter(caller.family, &like.value);
                    let written = found
                        .and_then(|(_, parameter)| written_moment(parameter, caller.site, moment));
                    written.unwrap_or_default()
                }
            };
            let made = chosen.get(name).cloned().unwrap_or(made);
            scope.set(name, Value::String(made));
        }
        scope
    }

    pub(super) fn set(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// A text with values in place of their names in braces.
    pub(super) fn text(&self, text: &str) -> String {
        let mut filled = text.to_owned();
        for name in value_names(text) {
            if let Some(value) = self.0.get(name) {
                let value = match value {
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                filled = filled.replace(&format!("{{{name}}}"), &value);
            }
        }
        filled
    }

    /// JSON with values in place of their names. A text that is nothing but a name becomes the value itself.
    pub(super) fn json(&self, json: &Value) -> Value {
        match json {
            Value::String(text) => {
                let whole = text
                    .strip_prefix('{')
                    .and_then(|rest| rest.strip_suffix('}'));
                match whole.and_then(|name| self.0.get(name)) {
                    Some(value) => value.clone(),
                    None => Value::String(self.text(text)),
                }
            }
            Value::Array(elements) => elements.iter().map(|element| self.json(element)).collect(),
            Value::Object(members) => {
                let members = members.iter();
                let filled = members.map(|(name, member)| (name.clone(), self.json(member)));
                Value::Object(filled.collect::<Map<_, _>>())
            }
            other => other.clone(),
        }
    }
}

/// A fresh value in the form of the example of `interface.parameter`.
fn drawn_like(caller: &Caller<'_>, like: &str, random: &mut Random) -> String {
    let Some((interface, parameter)) = parameter(caller.family, like) else {
        return random.alphanumeric(16);
    };
    let example = caller.example(interface);
    let shown = example.get(&parameter.name).or(parameter.example.as_ref());
    match shown.and_then(Value::as_str) {
        Some(text) => random.like(text),
        None => random.alphanumeric(16),
    }
}

fn parameter<'a>(family: &'a Family, like: &str) -> Option<(&'a Interface, &'a Parameter)> {
    let (interface, name) = like.split_once('.')?;
    let interface = family.interface(interface)?;
    let mut parameters = interface.request.iter();
    let parameter = parameters.find(|parameter| parameter.name == name)?;
    Some((interface, parameter))
}
