//! Small readers shared by all of lowering: from nodes to words, texts, limits.

use crate::catalogue::{Confidence, Length, Placed, Presence, Provenance, Text};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::duration;
use crate::node::{Node, Value};

/// A text in one language or two; missing text is empty.
pub(super) fn text(node: Option<&Node>) -> Text {
    let Some(node) = node else {
        return Text::default();
    };
    match &node.value {
        Value::Map(_) => Text {
            en: node
                .get("en")
                .and_then(Node::as_text)
                .map(tidy)
                .unwrap_or_default(),
            zh: node.get("zh").and_then(Node::as_text).map(tidy),
        },
        _ => Text {
            en: node.as_text().map(tidy).unwrap_or_default(),
            zh: None,
        },
    }
}

/// A text that may be absent.
pub(super) fn optional_text(node: &Node, key: &str) -> Option<Text> {
    node.get(key).map(|node| text(Some(node)))
}

/// Folds line breaks of block scalars into spaces, keeps blank lines as paragraphs.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for paragraph in text.trim().split("\n\n") {
        if !tidy.is_empty() {
            tidy.push_str("\n\n");
        }
        for (at, word) in paragraph.split_whitespace().enumerate() {
            if at > 0 {
                tidy.push(' ');
            }
            tidy.push_str(word);
        }
    }
    tidy
}

/// One text or a list of texts.
pub(super) fn list_of_text(node: Option<&Node>) -> Vec<Placed<String>> {
    node.map(Node::one_or_many)
        .unwrap_or_default()
        .iter()
        .filter_map(|node| Some(Placed::new(node.scalar_text()?, node.span)))
        .collect()
}

/// Only the words of placed texts.
pub(super) fn words(list: &[Placed<String>]) -> Vec<String> {
    list.iter().map(|word| word.value.clone()).collect()
}

/// The text under a key with its place.
pub(super) fn placed(node: &Node, key: &str) -> Option<Placed<String>> {
    let node = node.get(key)?;
    Some(Placed::new(node.scalar_text()?, node.span))
}

/// The text under a key.
pub(super) fn word(node: &Node, key: &str) -> Option<String> {
    node.get(key)?.scalar_text()
}

/// The number under a key.
pub(super) fn count(node: &Node, key: &str) -> Option<u64> {
    match node.get(key)?.value {
        Value::Integer(number) => u64::try_from(number).ok(),
        _ => None,
    }
}

/// Whether a flag is set.
pub(super) fn flag(node: &Node, key: &str) -> bool {
    matches!(
        node.get(key).map(|node| &node.value),
        Some(Value::Boolean(true))
    )
}

/// A limit: number, `unlimited`, or unknown.
pub(super) fn length(node: Option<&Node>) -> Option<Length> {
    match &node?.value {
        Value::Integer(number) => {
            Some(u64::try_from(*number).map_or(Length::Unknown, Length::AtMost))
        }
        Value::Text(word) if word == "unlimited" => Some(Length::Unlimited),
        _ => Some(Length::Unknown),
    }
}

/// Sources of a fact; `table` is the confidence unless said.
pub(super) fn provenance(node: &Node) -> Provenance {
    Provenance {
        pages: list_of_text(node.get("page")),
        confidence: confidence(node, "confidence"),
        note: optional_text(node, "note"),
    }
}

/// The confidence under a key.
pub(super) fn confidence(node: &Node, key: &str) -> Confidence {
    match node.get(key).and_then(Node::as_text) {
        Some("snippet") => Confidence::Snippet,
        Some("code") => Confidence::Code,
        Some("inferred") => Confidence::Inferred,
        _ => Confidence::Table,
    }
}

/// A required mark without its condition.
pub(super) fn presence(node: Option<&Node>) -> Option<Presence> {
    match &node?.value {
        Value::Boolean(true) => Some(Presence::Mandatory),
        Value::Boolean(false) => Some(Presence::Optional),
        Value::Text(word) if word == "conditional" => Some(Presence::Conditional {
            when: None,
            words: None,
        }),
        _ => None,
    }
}

/// The milliseconds of a duration under a key; a duration that cannot be read is reported.
pub(super) fn millis(node: &Node, key: &str, found: &mut Diagnostics) -> Option<u64> {
    let node = node.get(key)?;
    duration_of(node, found)
}

/// The milliseconds of a duration.
pub(super) fn duration_of(node: &Node, found: &mut Diagnostics) -> Option<u64> {
    let written = node.as_text()?;
    let millis = duration::parse_millis(written);
    if millis.is_none() {
        found.push(
            Diagnostic::new(
                Rule::InvalidDuration,
                format!("`{written}` is not a duration"),
            )
            .at(node.span, "expected a number and a unit")
            .hint("write 500ms, 60s, 5m, 3h or 15d"),
        );
    }
    millis
}
