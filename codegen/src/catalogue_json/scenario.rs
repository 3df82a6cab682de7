//! Calls that belong together, and what must be answered.

use koo_spec::catalogue::{
    Placed, Scenario, ScenarioRecord, ScenarioStep, ScenarioValue, ValueSource,
};
use serde_json::{Map, Value, json};

use super::{Exporter, named, sourced, text, words};

impl Exporter<'_> {
    pub(super) fn scenario(&self, scenario: &Scenario) -> Value {
        let values = scenario.values.iter();
        let value = json!({
            "id": scenario.id,
            "title": text(&scenario.title),
            "doc": scenario.doc.as_ref().map(text),
            "sites": words(&scenario.sites),
            "products": words(&scenario.products),
            "values": values.map(|(name, value)| (name.clone(), drawn(value))).collect::<Map<_, _>>(),
            "records": scenario.records.iter().map(record).collect::<Vec<_>>(),
            "steps": scenario.steps.iter().map(step).collect::<Vec<_>>(),
        });
        self.placed(scenario.span, sourced(value, &scenario.provenance))
    }
}

fn drawn(value: &ScenarioValue) -> Value {
    let mut shown = match &value.source {
        ValueSource::Text(text) => json!({ "text": text.value }),
        ValueSource::Like(like) => json!({ "like": like.value }),
        ValueSource::FromNow { like, millis } => {
            json!({ "like": like.value, "from_now_millis": millis })
        }
    };
    if let Some(object) = shown.as_object_mut() {
        if value.given {
            object.insert("given".to_owned(), json!(true));
        }
        if let Some(doc) = &value.doc {
            object.insert("doc".to_owned(), text(doc));
        }
    }
    shown
}

fn record(record: &ScenarioRecord) -> Value {
    json!({
        "of": record.of.value,
        "like": named(&record.like),
        "asked": named(&record.asked),
        "set": members(&record.set),
    })
}

fn step(step: &ScenarioStep) -> Value {
    let keep = step.keep.iter();
    let value = json!({
        "call": step.call.value,
        "title": step.title.as_ref().map(text),
        "with": members(&step.with),
        "codes": words(&step.codes),
        "reply": members(&step.reply),
        "keep": keep.map(|(name, member)| (name.clone(), member.value.clone().into())).collect::<Map<_, _>>(),
        "times": step.times,
        "at_once": step.at_once,
        "poll": step.poll.map(|poll| json!({ "every_millis": poll.every_millis, "for_millis": poll.for_millis })),
    });
    sourced(value, &step.provenance)
}

fn members(members: &[(Placed<String>, Value)]) -> Map<String, Value> {
    let members = members.iter();
    members
        .map(|(path, value)| (path.value.clone(), value.clone()))
        .collect()
}
