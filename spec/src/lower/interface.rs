//! Interfaces with their replies, variants and examples.

use indexmap::IndexMap;

use super::parameter::{Scope, lower_all, lower_sites};
use super::read::{
    confidence, count, flag, list_of_text, millis, optional_text, placed, provenance, text, word,
};
use crate::catalogue::{
    Callback, Direction, Example, Idempotency, Interface, Location, Note, Parameter, Placed, Reply,
    ReplyScheme, Retry, Side, Variant,
};
use crate::diagnostic::Diagnostics;
use crate::node::{Entry, Node, Value};

/// The word of an interface that is deliberately not signed.
const UNSIGNED: &str = "none";

/// Keys of an interface that hold request parameters.
const SECTIONS: &[(&str, Location)] = &[
    ("headers", Location::Header),
    ("query", Location::Query),
    ("path", Location::Path),
    ("form", Location::Form),
    ("body", Location::Body),
    ("parts", Location::Part),
];

pub(super) fn lower(entry: &Entry, scope: &mut Scope<'_>, found: &mut Diagnostics) -> Interface {
    let node = &entry.value;
    Interface {
        id: entry.key.clone(),
        span: entry.key_span,
        title: text(node.get("title")),
        doc: optional_text(node, "doc"),
        trigger: optional_text(node, "trigger"),
        direction: match node.get("direction").and_then(Node::as_text) {
            Some("merchant-to-platform") => Direction::MerchantToPlatform,
            Some("browser-redirect") => Direction::BrowserRedirect,
            Some("third-party") => Direction::ThirdParty,
            _ => Direction::PlatformToMerchant,
        },
        version: word(node, "version"),
        method: word(node, "method"),
        urls: urls(node.get("url")),
        fallback_urls: urls(node.get("fallback_url")),
        select: values(node, "select"),
        sites: list_of_text(node.get("sites")),
        since: word(node, "since"),
        until: word(node, "until"),
        deprecated: optional_text(node, "deprecated"),
        provenance: provenance(node),
        scheme: placed(node, "scheme").filter(|scheme| scheme.value != UNSIGNED),
        unsigned: word(node, "scheme").is_some_and(|scheme| scheme == UNSIGNED),
        reply_scheme: node.get("reply_scheme").and_then(reply_scheme),
        idempotency: node.get("idempotency").map(|node| Idempotency {
            key: list_of_text(node.get("key")),
            repeatable: node.get("repeatable").map(|_| flag(node, "repeatable")),
            doc: optional_text(node, "doc"),
            provenance: provenance(node),
        }),
        retry: node.get("retry").map(|node| Retry {
            every_millis: millis(node, "every", found),
            for_millis: millis(node, "for", found),
            times: count(node, "times"),
            until_success: node.get("until").is_some(),
            then: optional_text(node, "then"),
            doc: optional_text(node, "doc"),
            provenance: provenance(node),
        }),
        behaviour: notes(node.get("behaviour")),
        request: request(node, scope, found),
        reply: reply(node.get("reply"), scope, found),
        callback: node.get("callback").map(|node| Callback {
            to: optional_text(node, "to"),
            query: lower_all(node.get("query"), Location::Query, scope, found),
            echoes: placed(node, "echoes"),
            provenance: provenance(node),
        }),
        variants: node
            .get("variants")
            .map(Node::entries)
            .unwrap_or_default()
            .iter()
            .map(|entry| (entry.key.clone(), variant(&entry.value, scope, found)))
            .collect(),
        mock: super::mock::behaviour(node.get("mock"), scope.sources, found),
        examples: examples(node),
    }
}

fn variant(node: &Node, scope: &mut Scope<'_>, found: &mut Diagnostics) -> Variant {
    Variant {
        title: optional_text(node, "title"),
        doc: optional_text(node, "doc"),
        urls: urls(node.get("url")),
        fallback_urls: urls(node.get("fallback_url")),
        select: values(node, "select"),
        sites: list_of_text(node.get("sites")),
        since: word(node, "since"),
        until: word(node, "until"),
        request: request(node, scope, found),
        reply: reply(node.get("reply"), scope, found),
        mock: super::mock::behaviour(node.get("mock"), scope.sources, found),
        examples: examples(node),
    }
}

fn request(node: &Node, scope: &mut Scope<'_>, found: &mut Diagnostics) -> Vec<Parameter> {
    SECTIONS
        .iter()
        .flat_map(|(key, location)| lower_all(node.get(key), *location, scope, found))
        .collect()
}

fn reply(node: Option<&Node>, scope: &mut Scope<'_>, found: &mut Diagnostics) -> Reply {
    let Some(node) = node else {
        return Reply::default();
    };
    let mut parameters = lower_all(node.get("headers"), Location::Header, scope, found);
    parameters.extend(lower_all(node.get("body"), Location::Body, scope, found));
    Reply {
        status: count(node, "status").and_then(|status| u16::try_from(status).ok()),
        content_type: word(node, "content_type"),
        xml_prefix: word(node, "xml_prefix"),
        xml_namespace: word(node, "xml_namespace"),
        xml_when: values(node, "xml_when"),
        parameters,
        codes: list_of_text(node.get("codes")),
        codes_confidence: confidence(node, "codes_confidence"),
        codes_note: optional_text(node, "codes_note"),
    }
}

fn reply_scheme(node: &Node) -> Option<ReplyScheme> {
    let scheme = match &node.value {
        Value::Map(_) => placed(node, "scheme")?,
        _ => Placed::new(node.scalar_text()?, node.span),
    };
    (scheme.value != UNSIGNED).then(|| ReplyScheme {
        scheme,
        sites: lower_sites(node.get("sites")),
        condition: optional_text(node, "condition"),
    })
}

fn urls(node: Option<&Node>) -> IndexMap<String, String> {
    match node.map(|node| &node.value) {
        Some(Value::Map(entries)) => entries
            .iter()
            .filter_map(|entry| Some((entry.key.clone(), entry.value.scalar_text()?)))
            .collect(),
        Some(Value::Text(url)) => IndexMap::from([(String::new(), url.clone())]),
        _ => IndexMap::new(),
    }
}

/// Parameters and their values.
pub(super) fn values(node: &Node, key: &str) -> IndexMap<String, Placed<String>> {
    node.get(key)
        .map(Node::entries)
        .unwrap_or_default()
        .iter()
        .filter_map(|entry| {
            Some((
                entry.key.clone(),
                Placed::new(entry.value.scalar_text()?, entry.value.span),
            ))
        })
        .collect()
}

/// The notes of a list.
pub(super) fn notes(node: Option<&Node>) -> Vec<Note> {
    node.map(Node::elements)
        .unwrap_or_default()
        .iter()
        .map(note)
        .collect()
}

/// One note.
pub(super) fn note(node: &Node) -> Note {
    Note {
        title: optional_text(node, "title"),
        doc: text(node.get("doc")),
        sites: list_of_text(node.get("sites")),
        provenance: provenance(node),
    }
}

fn examples(node: &Node) -> Vec<Example> {
    const PARTS: &[(&str, Location)] = &[
        ("headers", Location::Header),
        ("query", Location::Query),
        ("path", Location::Path),
        ("form", Location::Form),
        ("body", Location::Body),
    ];
    node.get("examples")
        .map(Node::elements)
        .unwrap_or_default()
        .iter()
        .map(|node| Example {
            title: optional_text(node, "title"),
            of: if node.get("of").and_then(Node::as_text) == Some("reply") {
                Side::Reply
            } else {
                Side::Request
            },
            site: placed(node, "site"),
            invented: flag(node, "invented"),
            parts: PARTS
                .iter()
                .filter_map(|(key, location)| {
                    let part = node.get(key)?;
                    Some((
                        *location,
                        Placed::new(part.to_json(), part.span),
                        part.clone(),
                    ))
                })
                .collect(),
            provenance: provenance(node),
            span: node.span,
        })
        .collect()
}
