//! Carries out what the catalogue says a mock does with a call.

use std::collections::BTreeMap;

use koo_runtime::crypto::equal;
use koo_runtime::random;
use koo_runtime::scheme::timestamp;
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{
    Action, Answer, Behaviour, CodeRole, Lookup, Otherwise, Placed, Redirect, Step, Template,
};
use koo_spec::interpret::payload::holds;
use koo_spec::interpret::placeholder::{Values, written};
use serde_json::{Map, Value};

use super::served::Served;
use super::state::{Transaction, key};

/// The name of the element a step is at.
const EACH: &str = "each";

/// What steps work on.
pub(super) struct Run<'a, 's> {
    pub(super) served: Served<'a>,
    pub(super) secrets: &'a BTreeMap<String, Secret>,
    pub(super) records: Transaction<'s>,
    /// The parameters of the request, and what steps have named.
    pub(super) named: Map<String, Value>,
    pub(super) now_millis: i64,
    /// What the platform would find fault with later.
    pub(super) findings: Vec<String>,
}

/// Why a call is refused.
pub(super) struct Refused<'a> {
    pub(super) answer: Option<&'a Answer>,
    /// The role of the code, where the catalogue has no answer.
    pub(super) role: CodeRole,
    /// What is wrong. Names parameters, no values.
    pub(super) reason: String,
}

impl<'a> Run<'a, '_> {
    /// Carries out all steps, or says which one cannot be.
    pub(super) fn steps(&mut self, behaviour: &'a Behaviour) -> Result<(), Refused<'a>> {
        self.several(&behaviour.steps, "")
    }

    /// What templates stand for now.
    pub(super) fn values(&self) -> Values<'_> {
        Values {
            named: &self.named,
            now_millis: self.now_millis,
        }
    }

    /// The address to which a browser is sent, `None` for nowhere.
    pub(super) fn location(&self, redirect: &Redirect) -> Option<String> {
        let values = self.values();
        let to = values.text(&redirect.to.value);
        if to.is_empty() {
            return None;
        }
        let (address, fragment) = to.split_once('#').unwrap_or((&to, ""));
        let mut location = visible(address);
        for (name, template) in &redirect.query {
            let value = values.text(&template.value);
            if value.is_empty() {
                continue;
            }
            location.push(if location.contains('?') { '&' } else { '?' });
            location += &koo_runtime::crypto::url_encode(name);
            location.push('=');
            location += &koo_runtime::crypto::url_encode(value);
        }
        if !fragment.is_empty() {
            location.push('#');
            location += &visible(fragment);
        }
        Some(location)
    }

    fn several(&mut self, steps: &'a [Step], place: &str) -> Result<(), Refused<'a>> {
        steps.iter().try_for_each(|step| self.step(step, place))
    }

    fn step(&mut self, step: &'a Step, place: &str) -> Result<(), Refused<'a>> {
        let applies = step.when.as_ref();
        if applies.is_some_and(|when| !holds(&when.value, &self.named)) {
            return Ok(());
        }
        let Some(each) = &step.each else {
            return self.once(step, place);
        };
        let elements = match self.named.get(&each.value) {
            Some(Value::Array(elements)) => elements.clone(),
            _ => Vec::new(),
        };
        for (index, element) in elements.into_iter().enumerate() {
            self.named.insert(EACH.to_owned(), element);
            self.once(step, &format!("{}[{index}]: ", each.value))?;
        }
        self.named.remove(EACH);
        Ok(())
    }

    fn once(&mut self, step: &'a Step, place: &str) -> Result<(), Refused<'a>> {
        if let Action::Steps(steps) = &step.action {
            return self.several(steps, place);
        }
        let Err((role, problem)) = self.act(&step.action) else {
            return Ok(());
        };
        let reason = format!("{place}{problem}");
        match &step.otherwise {
            Some(Otherwise::Note(code)) => {
                self.findings.push(self.noted(place, code));
                Ok(())
            }
            Some(Otherwise::Refuse(answer)) => Err(Refused {
                answer: Some(answer),
                role,
                reason,
            }),
            None => Err(Refused {
                answer: None,
                role,
                reason,
            }),
        }
    }

    fn noted(&self, place: &str, code: &Placed<String>) -> String {
        let known = self.served.family.codes.get(&code.value);
        let meaning = known.map_or("", |code| &code.doc.en);
        format!("{place}{} {meaning}", code.value)
    }

    fn act(&mut self, action: &Action) -> Result<(), (CodeRole, String)> {
        let wrong = |problem: String| Err((CodeRole::Parameter, problem));
        match action {
            Action::Find(lookup) | Action::Take(lookup) | Action::Change(lookup) => {
                let key = key(&lookup.key, &self.values());
                let collection = &lookup.collection.value;
                let Some(mut record) = self.records.get(collection, &key) else {
                    let problem = format!("`{collection}` has no record for {}", shown(lookup));
                    return Err((CodeRole::NotFound, problem));
                };
                match action {
                    Action::Take(_) => self.records.remove(collection, Some(&key)),
                    Action::Change(_) => {
                        let changes = self.record(lookup);
                        merge(&mut record, changes);
                        self.records.change(collection, &key, record.clone());
                    }
                    _ => {}
                }
                self.name(lookup, record);
            }
            Action::Add(lookup) => {
                let key = key(&lookup.key, &self.values());
                let collection = &lookup.collection.value;
                if self.records.get(collection, &key).is_some() {
                    let problem =
                        format!("`{collection}` has a record for {} already", shown(lookup));
                    return wrong(problem);
                }
                let record = self.record(lookup);
                let lifetime = lookup.lifetime_millis;
                self.records.put(collection, key, record.clone(), lifetime);
                self.name(lookup, record);
            }
            Action::Issue { lookup, prefix } => {
                let unguessable = random::alphanumeric(32)
                    .map_err(|error| (CodeRole::Internal, error.to_string()))?;
                let key = format!("{prefix}{unguessable}");
                let mut record = self.record(lookup);
                merge(&mut record, serde_json::json!({ "key": key }));
                let (collection, lifetime) = (&lookup.collection.value, lookup.lifetime_millis);
                self.records.put(collection, key, record.clone(), lifetime);
                self.name(lookup, record);
            }
            Action::Remove(lookup) => {
                let key = (!lookup.key.is_empty()).then(|| key(&lookup.key, &self.values()));
                let collection = &lookup.collection.value;
                self.records.remove(collection, key.as_deref());
            }
            // Those are carried out where one knows the place.
            Action::Steps(_) => {}
            Action::Equal(values) => {
                let filled = self.filled(values);
                let Some((first, others)) = filled.split_first() else {
                    return Ok(());
                };
                let is_among = others.iter().any(|other| match other {
                    Value::Array(elements) => elements.iter().any(|it| is_same(it, first)),
                    other => is_same(other, first),
                });
                if !is_among {
                    return wrong(format!("{} is not as expected", template(values.first())));
                }
            }
            Action::Ordered(values) => {
                let filled = self.filled(values);
                let texts: Vec<String> = filled.iter().map(written).collect();
                if !texts.is_sorted() {
                    let names: Vec<String> =
                        values.iter().map(|value| template(Some(value))).collect();
                    return wrong(format!("{} are not in this order", names.join(", ")));
                }
            }
            Action::Recent {
                value,
                layout,
                within_millis,
            } => {
                let text = written(&self.values().fill(&value.value));
                let age = timestamp::read(&text, &layout.value)
                    .map(|moment| self.now_millis.saturating_sub(moment));
                let most = i64::try_from(*within_millis).unwrap_or(i64::MAX);
                if age.is_none_or(|age| age > most) {
                    return wrong(format!("{} is too long ago", template(Some(value))));
                }
            }
            Action::Secret { name, value } => {
                let given = written(&self.values().fill(&value.value));
                let secret = self.secrets.get(&name.value);
                if secret.is_some_and(|secret| !equal(secret.expose(), &given)) {
                    let problem = format!("{} is not `{}`", template(Some(value)), name.value);
                    return Err((CodeRole::Signature, problem));
                }
            }
        }
        Ok(())
    }

    fn filled(&self, templates: &[Template]) -> Vec<Value> {
        let values = self.values();
        let filled = templates
            .iter()
            .map(|template| values.fill(&template.value));
        filled.collect()
    }

    fn record(&self, lookup: &Lookup) -> Value {
        let template = lookup.record.as_ref();
        let empty = || Value::Object(Map::new());
        template.map_or_else(empty, |template| self.values().fill(&template.value))
    }

    fn name(&mut self, lookup: &Lookup, record: Value) {
        if let Some(name) = &lookup.name {
            self.named.insert(name.value.clone(), record);
        }
    }
}

/// Lays the members of one object over those of another, objects inside as well.
fn merge(into: &mut Value, changes: Value) {
    match (into, changes) {
        (Value::Object(into), Value::Object(changes)) => {
            for (name, change) in changes {
                merge(into.entry(name).or_insert(Value::Null), change);
            }
        }
        (into, change) => *into = change,
    }
}

/// Numbers and texts of one appearance are one: in a query everything is text. What is not there is like an empty text.
fn is_same(left: &Value, right: &Value) -> bool {
    left == right || written(left) == written(right)
}

/// The key of a record for people: its templates, which show no values.
fn shown(lookup: &Lookup) -> String {
    let parts = lookup.key.iter().map(|part| part.value.as_str());
    parts.collect::<Vec<_>>().join(" ")
}

fn template(value: Option<&Template>) -> String {
    value.map(|value| written(&value.value)).unwrap_or_default()
}

/// An address in which nothing ends a header.
fn visible(address: &str) -> String {
    let mut visible = String::with_capacity(address.len());
    for letter in address.chars() {
        match letter {
            '!'..='~' => visible.push(letter),
            other => visible += &koo_runtime::crypto::url_encode(other.to_string()),
        }
    }
    visible
}
