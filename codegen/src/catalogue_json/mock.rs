//! What a mock of the called side does.

use koo_spec::catalogue::{
    Action, Answer, Behaviour, Collection, Lookup, Otherwise, Redirect, Refuse, Step, Template,
};
use serde_json::{Map, Value, json};

use super::row::expression;
use super::{Exporter, named, text, words};

impl Exporter<'_> {
    pub(super) fn collection(&self, id: &str, collection: &Collection) -> Value {
        let documented = collection.documented.as_ref();
        let value = json!({
            "id": id,
            "doc": text(&collection.doc),
            "key": words(&collection.key),
            "records": templates(&collection.records),
            "documented": documented.map(|documented| json!({
                "interface": documented.interface.value, "member": documented.member.value,
            })),
        });
        self.placed(collection.span, value)
    }
}

pub(super) fn behaviour(behaviour: &Behaviour) -> Value {
    json!({
        "secrets": named(&behaviour.secrets),
        "refuse": refuse(&behaviour.refuse),
        "steps": behaviour.steps.iter().map(step).collect::<Vec<_>>(),
        "reply": behaviour.reply.as_ref().map(|reply| &reply.value),
        "redirect": behaviour.redirect.as_ref().map(redirect),
    })
}

fn redirect(redirect: &Redirect) -> Value {
    json!({ "to": redirect.to.value, "query": named(&redirect.query) })
}

fn refuse(refuse: &Refuse) -> Value {
    let parameters = refuse.parameters.iter();
    let parameters: Map<_, _> = parameters
        .map(|(path, (_, wrong))| (path.clone(), answer(wrong)))
        .collect();
    json!({
        "signature": refuse.signature.as_ref().map(answer),
        "parameter": refuse.parameter.as_ref().map(answer),
        "parameters": parameters,
        "malformed": refuse.malformed.as_ref().map(answer),
        "method": refuse.method.as_ref().map(answer),
        "throttled": refuse.throttled.as_ref().map(answer),
    })
}

fn answer(answer: &Answer) -> Value {
    match answer {
        Answer::Code(code) => json!({ "code": code.value }),
        Answer::Reply { status, body } => {
            json!({ "status": status, "body": body.as_ref().map(|body| &body.value) })
        }
    }
}

fn step(step: &Step) -> Value {
    let (otherwise, note) = match &step.otherwise {
        Some(Otherwise::Refuse(refusal)) => (Some(answer(refusal)), None),
        Some(Otherwise::Note(code)) => (None, Some(&code.value)),
        None => (None, None),
    };
    let (word, does) = action(&step.action);
    json!({
        word: does,
        "when": step.when.as_ref().map(|when| expression(&when.value)),
        "each": step.each.as_ref().map(|each| &each.value),
        "else": otherwise,
        "note": note,
    })
}

/// The word of the spec language, and what it is about.
fn action(action: &Action) -> (&'static str, Value) {
    match action {
        Action::Find(at) => ("find", lookup(at, None)),
        Action::Take(at) => ("take", lookup(at, None)),
        Action::Change(at) => ("change", lookup(at, None)),
        Action::Add(at) => ("add", lookup(at, None)),
        Action::Issue { lookup: at, prefix } => ("issue", lookup(at, Some(prefix))),
        Action::Remove(at) => ("remove", lookup(at, None)),
        Action::Steps(steps) => ("steps", steps.iter().map(step).collect()),
        Action::Equal(values) => ("equal", templates(values)),
        Action::Ordered(values) => ("ordered", templates(values)),
        Action::Recent {
            value,
            layout,
            within_millis,
        } => (
            "recent",
            json!({ "value": value.value, "layout": layout.value, "within_millis": within_millis }),
        ),
        Action::Secret { name, value } => (
            "secret",
            json!({ "name": name.value, "value": value.value }),
        ),
    }
}

fn lookup(lookup: &Lookup, prefix: Option<&String>) -> Value {
    json!({
        "collection": lookup.collection.value,
        "key": words(&lookup.key),
        "record": lookup.record.as_ref().map(|record| &record.value),
        "as": lookup.name.as_ref().map(|name| &name.value),
        "lifetime_millis": lookup.lifetime_millis,
        "prefix": prefix,
    })
}

fn templates(templates: &[Template]) -> Value {
    templates
        .iter()
        .map(|template| template.value.clone())
        .collect()
}
