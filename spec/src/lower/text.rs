//! Texts that are put together from parts.

use koo_runtime::composed::LetterCase;

use super::family::{entries, named};
use super::read::{count, flag, list_of_text, optional_text, placed, provenance, text};
use crate::catalogue::{ComposedText, Placed, TextPart};
use crate::node::{Entry, Node};

pub(super) fn lower(entry: &Entry) -> ComposedText {
    let node = &entry.value;
    ComposedText {
        title: optional_text(node, "title"),
        doc: text(node.get("doc")),
        parts: named(entries(node, "parts"), |entry| TextPart {
            doc: text(entry.value.get("doc")),
            separator: placed(&entry.value, "separator"),
            span: entry.key_span,
        }),
        separator: placed(node, "separator")
            .unwrap_or_else(|| Placed::new(String::new(), entry.key_span)),
        letter_case: match node.get("case").and_then(Node::as_text) {
            Some("upper") => LetterCase::Upper,
            Some("lower") => LetterCase::Lower,
            _ => LetterCase::Any,
        },
        max_bytes: count(node, "max_bytes"),
        sensitive: flag(node, "sensitive"),
        examples: list_of_text(node.get("examples")),
        provenance: provenance(node),
        span: entry.key_span,
    }
}
