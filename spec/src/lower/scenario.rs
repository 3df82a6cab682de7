//! Scenarios.

use super::family::{entries, named};
use super::interface::values;
use super::read::{
    count, duration_of, flag, list_of_text, millis, optional_text, placed, provenance, text,
};
use crate::catalogue::{
    Placed, Poll, Scenario, ScenarioRecord, ScenarioStep, ScenarioValue, ValueSource,
};
use crate::diagnostic::Diagnostics;
use crate::node::{Entry, Node};

pub(super) fn lower(entry: &Entry, found: &mut Diagnostics) -> Scenario {
    let node = &entry.value;
    let elements = |key: &str| node.get(key).map(Node::elements).unwrap_or_default();
    Scenario {
        id: entry.key.clone(),
        span: entry.key_span,
        title: text(node.get("title")),
        doc: optional_text(node, "doc"),
        sites: list_of_text(node.get("sites")),
        products: list_of_text(node.get("products")),
        values: named(entries(node, "values"), |entry| value(entry, found)),
        records: elements("records").iter().filter_map(record).collect(),
        steps: elements("steps")
            .iter()
            .filter_map(|node| step(node, found))
            .collect(),
        provenance: provenance(node),
    }
}

fn value(entry: &Entry, found: &mut Diagnostics) -> ScenarioValue {
    let node = &entry.value;
    let source = match placed(node, "like") {
        Some(like) => match node.get("from_now") {
            Some(from_now) => ValueSource::FromNow {
                like,
                millis: duration_of(from_now, found).unwrap_or_default(),
            },
            None => ValueSource::Like(like),
        },
        None => {
            let text = node.scalar_text().unwrap_or_default();
            ValueSource::Text(Placed::new(text, node.span))
        }
    };
    ScenarioValue {
        source,
        given: flag(node, "given"),
        doc: optional_text(node, "doc"),
        span: entry.key_span,
    }
}

fn record(node: &Node) -> Option<ScenarioRecord> {
    Some(ScenarioRecord {
        of: placed(node, "of")?,
        like: values(node, "like"),
        asked: values(node, "asked"),
        set: members(node, "set"),
        span: node.span,
    })
}

fn step(node: &Node, found: &mut Diagnostics) -> Option<ScenarioStep> {
    let keep = entries(node, "keep").filter_map(|entry| {
        let member = Placed::new(entry.value.scalar_text()?, entry.value.span);
        Some((entry.key.clone(), member))
    });
    Some(ScenarioStep {
        title: optional_text(node, "title"),
        call: placed(node, "call")?,
        with: members(node, "with"),
        codes: list_of_text(node.get("code")),
        reply: members(node, "reply"),
        keep: keep.collect(),
        times: count(node, "times").unwrap_or(1),
        at_once: flag(node, "at_once"),
        poll: node.get("poll").and_then(|poll| {
            Some(Poll {
                every_millis: millis(poll, "every", found)?,
                for_millis: millis(poll, "for", found)?,
            })
        }),
        provenance: provenance(node),
        span: node.span,
    })
}

/// The entries of a map, their keys with places, their values as JSON.
fn members(node: &Node, key: &str) -> Vec<(Placed<String>, serde_json::Value)> {
    entries(node, key)
        .map(|entry| {
            let name = Placed::new(entry.key.clone(), entry.key_span);
            (name, entry.value.to_json())
        })
        .collect()
}
