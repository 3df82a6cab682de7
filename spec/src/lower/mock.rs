//! What a mock of the called side does.

use super::condition;
use super::interface::values;
use super::read::{count, list_of_text, millis, placed, text, word};
use crate::catalogue::{
    Action, Answer, Behaviour, Collection, Documented, Lookup, Otherwise, Placed, Redirect, Refuse,
    Step, Template,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::node::{Entry, Node, Value};
use crate::source::SourceMap;

/// The words of which every step has one.
const ACTIONS: [&str; 11] = [
    "find", "take", "change", "add", "issue", "remove", "steps", "equal", "ordered", "recent",
    "secret",
];

pub(super) fn collection(entry: &Entry) -> Collection {
    let node = &entry.value;
    let documented = node.get("documented").and_then(|node| {
        Some(Documented {
            interface: placed(node, "interface")?,
            member: placed(node, "member")?,
        })
    });
    let records = node.get("records").map(Node::elements).unwrap_or_default();
    Collection {
        doc: text(node.get("doc")),
        key: list_of_text(node.get("key")),
        records: records.iter().map(json).collect(),
        documented,
        span: entry.key_span,
    }
}

pub(super) fn behaviour(
    node: Option<&Node>,
    sources: &SourceMap,
    found: &mut Diagnostics,
) -> Option<Behaviour> {
    let node = node?;
    Some(Behaviour {
        secrets: values(node, "secrets"),
        refuse: node.get("refuse").map(refuse).unwrap_or_default(),
        steps: steps(node, sources, found),
        reply: node.get("reply").map(json),
        redirect: node.get("redirect").and_then(|node| {
            Some(Redirect {
                to: placed(node, "to")?,
                query: values(node, "query"),
            })
        }),
        span: node.span,
    })
}

fn refuse(node: &Node) -> Refuse {
    let single = |key| node.get(key).and_then(answer);
    let parameters = node.get("parameters").map(Node::entries);
    Refuse {
        signature: single("signature"),
        parameter: single("parameter"),
        parameters: parameters
            .unwrap_or_default()
            .iter()
            .filter_map(|entry| Some((entry.key.clone(), (entry.key_span, answer(&entry.value)?))))
            .collect(),
        malformed: single("malformed"),
        method: single("method"),
        throttled: single("throttled"),
    }
}

fn answer(node: &Node) -> Option<Answer> {
    if let Value::Map(_) = &node.value {
        return Some(Answer::Reply {
            status: count(node, "status").and_then(|status| u16::try_from(status).ok()),
            body: node.get("body").map(json),
        });
    }
    Some(Answer::Code(Placed::new(node.scalar_text()?, node.span)))
}

fn steps(node: &Node, sources: &SourceMap, found: &mut Diagnostics) -> Vec<Step> {
    let steps = node.get("steps").map(Node::elements).unwrap_or_default();
    let steps = steps.iter();
    steps
        .filter_map(|node| step(node, sources, found))
        .collect()
}

fn step(node: &Node, sources: &SourceMap, found: &mut Diagnostics) -> Option<Step> {
    let written: Vec<&str> = ACTIONS
        .into_iter()
        .filter(|word| node.get(word).is_some())
        .collect();
    let action = match written.as_slice() {
        [only] => action(only, node, sources, found)?,
        none_or_several => {
            let rule = match none_or_several {
                [] => Rule::MissingKey,
                _ => Rule::UnknownKey,
            };
            found.push(
                Diagnostic::new(rule, "a step does exactly one thing")
                    .at(node.span, "this step")
                    .hint(format!("write one of {}", ACTIONS.join(", "))),
            );
            return None;
        }
    };
    let refusal = node.get("else").and_then(answer).map(Otherwise::Refuse);
    let when = node.get("when");
    Some(Step {
        action,
        when: when.and_then(|when| condition::parse(when, sources, found)),
        each: placed(node, "each"),
        otherwise: refusal.or_else(|| placed(node, "note").map(Otherwise::Note)),
        span: node.span,
    })
}

fn action(
    word_of: &str,
    node: &Node,
    sources: &SourceMap,
    found: &mut Diagnostics,
) -> Option<Action> {
    let compared = || node.get(word_of).map(Node::elements).unwrap_or_default();
    let compared = || compared().iter().map(json).collect();
    Some(match word_of {
        "steps" => Action::Steps(steps(node, sources, found)),
        "equal" => Action::Equal(compared()),
        "ordered" => Action::Ordered(compared()),
        "recent" => Action::Recent {
            value: json(node.get(word_of)?),
            layout: needed(node, "layout", found)?,
            within_millis: {
                needed(node, "within", found)?;
                millis(node, "within", found)?
            },
        },
        "secret" => Action::Secret {
            name: placed(node, word_of)?,
            value: {
                needed(node, "value", found)?;
                json(node.get("value")?)
            },
        },
        collection => {
            let lookup = Lookup {
                collection: placed(node, collection)?,
                key: list_of_text(node.get("key")),
                record: node.get("record").map(json),
                name: placed(node, "as"),
                lifetime_millis: millis(node, "lifetime", found),
            };
            let has_key = !lookup.key.is_empty() || matches!(collection, "issue" | "remove");
            if !has_key {
                needed(node, "key", found)?;
            }
            match collection {
                "find" => Action::Find(lookup),
                "take" => Action::Take(lookup),
                "change" => Action::Change(lookup),
                "add" => Action::Add(lookup),
                "issue" => Action::Issue {
                    lookup,
                    prefix: word(node, "prefix").unwrap_or_default(),
                },
                _ => Action::Remove(lookup),
            }
        }
    })
}

/// The text under a key that this kind of step cannot do without.
fn needed(node: &Node, key: &str, found: &mut Diagnostics) -> Option<Placed<String>> {
    let text = placed(node, key);
    if text.is_none() {
        found.push(
            Diagnostic::new(Rule::MissingKey, format!("this step needs the key `{key}`"))
                .at(node.span, "missing here"),
        );
    }
    text
}

fn json(node: &Node) -> Template {
    Template {
        value: node.to_json(),
        node: node.clone(),
    }
}
