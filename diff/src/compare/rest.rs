//! What no rule names by itself: titles, notes, sources, and whatever exports gain.
//!
//! Every member of an export that the outline does not read ends here, so that a word of the language that is exported
//! is compared, if only as a description.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::recorder::{Recorder, Scope};
use crate::change::Change;
use crate::rule::{ContractRule, Rule};

/// Members of an export without a rule of their own.
pub(crate) type Rest = BTreeMap<String, Value>;

/// A member that differs: in which words it is told, as it was, as it is.
pub(super) struct Differing {
    pub(super) subject: String,
    pub(super) old: Option<String>,
    pub(super) new: Option<String>,
}

impl Recorder {
    /// What differs in members without a rule of their own.
    pub(super) fn differing_rest(&self, old: &Rest, new: &Rest) -> Vec<Differing> {
        let names: BTreeSet<_> = old.keys().chain(new.keys()).collect();
        let member =
            |rest: &'_ Rest, name: &str| rest.get(name).filter(|value| !is_nothing(value)).cloned();
        names
            .into_iter()
            .filter(|name| self.grown || old.contains_key(*name) && new.contains_key(*name))
            .filter_map(|name| {
                let (old, new) = (member(old, name), member(new, name));
                if old == new {
                    return None;
                }
                let (path, old, new) = narrowed(old.as_ref(), new.as_ref());
                Some(Differing {
                    subject: std::iter::once(name.replace('_', " "))
                        .chain(path)
                        .collect::<Vec<_>>()
                        .join(" "),
                    old: old.map(shown),
                    new: new.map(shown),
                })
            })
            .collect()
    }

    /// Compares members without a rule of their own; `subject` is what they are members of.
    pub(super) fn rest(
        &mut self,
        scope: &Scope<'_>,
        rule: ContractRule,
        subject: &str,
        old: &Rest,
        new: &Rest,
    ) {
        for Differing {
            subject: member,
            old,
            new,
        } in self.differing_rest(old, new)
        {
            let subject = if subject.is_empty() {
                member
            } else {
                format!("{subject}, {member}")
            };
            let mut change: Change = scope.change(Rule::Contract(rule), &subject);
            (change.old, change.new) = (old, new);
            self.changes.push(change);
        }
    }

    /// Compares values as a whole, told by the part that differs.
    pub(super) fn whole(
        &mut self,
        scope: &Scope<'_>,
        rule: ContractRule,
        subject: &str,
        old: Option<&Value>,
        new: Option<&Value>,
    ) {
        let rest = |value: Option<&Value>| -> Rest {
            value
                .map(|value| (subject.to_owned(), value.clone()))
                .into_iter()
                .collect()
        };
        self.rest(scope, rule, "", &rest(old), &rest(new));
    }
}

/// Whether a member says nothing: an export may write it or leave it out.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(elements) => elements.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// The smallest part in which two values differ, and the way to it.
fn narrowed<'a>(
    old: Option<&'a Value>,
    new: Option<&'a Value>,
) -> (Vec<String>, Option<&'a Value>, Option<&'a Value>) {
    let (mut old, mut new, mut path) = (old, new, Vec::new());
    loop {
        let mut parts = match (old, new) {
            (Some(Value::Object(was)), Some(Value::Object(is)))
                if !is_text(was) && !is_text(is) =>
            {
                let names: BTreeSet<_> = was.keys().chain(is.keys()).collect();
                let parts = names
                    .into_iter()
                    .map(|name| (name.clone(), was.get(name), is.get(name)));
                parts.filter(|(_, was, is)| was != is).collect::<Vec<_>>()
            }
            (Some(Value::Array(was)), Some(Value::Array(is))) if was.len() == is.len() => {
                let parts = was.iter().zip(is).enumerate();
                let parts =
                    parts.map(|(at, (was, is))| ((at + 1).to_string(), Some(was), Some(is)));
                parts.filter(|(_, was, is)| was != is).collect()
            }
            _ => Vec::new(),
        };
        match (parts.pop(), parts.is_empty()) {
            (Some((name, was, is)), true) => {
                path.push(name.replace('_', " "));
                (old, new) = (was, is);
            }
            _ => {
                return (
                    path,
                    old.filter(|old| !old.is_null()),
                    new.filter(|new| !new.is_null()),
                );
            }
        }
    }
}

/// Whether this is a text in two languages.
fn is_text(members: &serde_json::Map<String, Value>) -> bool {
    members.contains_key("en") && members.keys().all(|name| name == "en" || name == "zh")
}

/// A value for people.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(truth) => if *truth { "yes" } else { "no" }.to_owned(),
        Value::Array(elements)
            if elements
                .iter()
                .all(|element| !element.is_object() && !element.is_array()) =>
        {
            elements.iter().map(shown).collect::<Vec<_>>().join(", ")
        }
        Value::Object(members) if is_text(members) => {
            let text = |name: &str| members.get(name).and_then(Value::as_str);
            match (text("en").unwrap_or_default(), text("zh")) {
                (en, Some(zh)) => format!("{en} ({zh})"),
                (en, None) => en.to_owned(),
            }
        }
        other => other.to_string(),
    }
}
