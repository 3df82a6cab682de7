//! Schemes, ciphers and secrets: recipes parsed, their types checked later with the names of the family.

use super::parameter::{lower_format, written_type};
use super::read::{
    count, duration_of, flag, length, list_of_text, optional_text, placed, presence, provenance,
    text, word,
};
use crate::catalogue::{
    Alternatives, Carried, CarriedIn, Cipher, CipherVector, Compare, Placed, Presence, RandomText,
    Refusals, Scheme, Secret, SecretKind, Side, Type, Vector,
};
use crate::diagnostic::Diagnostics;
use crate::node::{Entry, Node};
use crate::recipe;
use crate::source::SourceMap;

pub(super) fn lower_secret(entry: &Entry) -> Secret {
    let node = &entry.value;
    Secret {
        title: optional_text(node, "title"),
        doc: text(node.get("doc")),
        kind: match node.get("kind").and_then(Node::as_text) {
            Some("rsa-private-key") => SecretKind::RsaPrivateKey,
            Some("rsa-public-key") => SecretKind::RsaPublicKey,
            _ => SecretKind::Text,
        },
        provenance: provenance(node),
        span: entry.key_span,
    }
}

pub(super) fn lower_scheme(entry: &Entry, sources: &SourceMap, found: &mut Diagnostics) -> Scheme {
    let node = &entry.value;
    let entries = |key: &str| node.get(key).map(Node::entries).unwrap_or_default();
    let steps = entries("let")
        .iter()
        .map(|step| {
            let recipes = step
                .value
                .one_or_many()
                .iter()
                .map(|recipe| recipe::parse(recipe, sources, found))
                .collect();
            (
                step.key.clone(),
                Alternatives {
                    recipes,
                    span: step.key_span,
                },
            )
        })
        .collect();
    let equals = entries("equals")
        .iter()
        .map(|equal| {
            let target = Placed::new(equal.key.clone(), equal.key_span);
            (target, recipe::parse(&equal.value, sources, found))
        })
        .collect();
    let fresh = entries("fresh").first().and_then(|fresh| {
        let target = Placed::new(fresh.key.clone(), fresh.key_span);
        let window = match fresh.value.as_text() {
            Some("unknown") => None,
            _ => Some(duration_of(&fresh.value, found)?),
        };
        Some((target, window))
    });
    let refuse = node.get("refuse");
    let refusal = |key| refuse.and_then(|refuse| placed(refuse, key));
    Scheme {
        id: entry.key.clone(),
        span: entry.key_span,
        title: optional_text(node, "title"),
        doc: text(node.get("doc")),
        of: if node.get("of").and_then(Node::as_text) == Some("reply") {
            Side::Reply
        } else {
            Side::Request
        },
        sites: list_of_text(node.get("sites")),
        carries: entries("carries")
            .iter()
            .map(|carried| lower_carried(carried, found))
            .collect(),
        steps,
        equals,
        chooses: entries("chooses")
            .iter()
            .map(|choice| {
                let target = Placed::new(choice.key.clone(), choice.key_span);
                (target, recipe::parse(&choice.value, sources, found))
            })
            .collect(),
        compare: match node.get("compare").and_then(Node::as_text) {
            Some("ignore-case") => Compare::IgnoreCase,
            _ => Compare::Exact,
        },
        fresh,
        once: placed(node, "once"),
        refusals: Refusals {
            missing: refuse
                .and_then(|refuse| refuse.get("missing"))
                .map(Node::entries)
                .unwrap_or_default()
                .iter()
                .filter_map(|missing| {
                    let code = Placed::new(missing.value.scalar_text()?, missing.value.span);
                    Some((missing.key.clone(), code))
                })
                .collect(),
            mismatch: refusal("mismatch"),
            stale: refusal("stale"),
            replayed: refusal("replayed"),
        },
        vectors: node
            .get("vectors")
            .map(Node::elements)
            .unwrap_or_default()
            .iter()
            .map(lower_vector)
            .collect(),
        provenance: provenance(node),
    }
}

fn lower_vector(node: &Node) -> Vector {
    let texts = |key: &str| node.get(key).map(Node::entries).unwrap_or_default().iter();
    let pairs = |key: &str| {
        texts(key)
            .filter_map(|entry| Some((entry.key.clone(), entry.value.scalar_text()?)))
            .collect::<Vec<_>>()
    };
    let placed_texts = |key: &str| {
        texts(key)
            .filter_map(|entry| {
                Some((
                    entry.key.clone(),
                    Placed::new(entry.value.scalar_text()?, entry.value.span),
                ))
            })
            .collect()
    };
    Vector {
        title: optional_text(node, "title"),
        invented: flag(node, "invented"),
        secrets: pairs("secrets").into_iter().collect(),
        method: word(node, "method").unwrap_or_default(),
        path: word(node, "path").unwrap_or_default(),
        query: pairs("query"),
        headers: pairs("headers"),
        body: word(node, "body").unwrap_or_default(),
        steps: placed_texts("steps"),
        carries: placed_texts("carries"),
        provenance: provenance(node),
        span: node.span,
    }
}

fn lower_carried(entry: &Entry, found: &mut Diagnostics) -> Carried {
    let node = &entry.value;
    let words = optional_text(node, "condition");
    Carried {
        name: entry.key.clone(),
        span: entry.key_span,
        wire_name: word(node, "name").unwrap_or_else(|| entry.key.clone()),
        location: match node.get("in").and_then(Node::as_text) {
            Some("header") => CarriedIn::Header,
            _ => CarriedIn::Query,
        },
        template: placed(node, "template"),
        r#type: node.get("type").map_or(Type::String, |r#type| {
            written_type(r#type, Vec::new(), found)
        }),
        presence: match presence(node.get("required")) {
            Some(Presence::Conditional { .. }) => Presence::Conditional { when: None, words },
            Some(presence) => presence,
            None => Presence::Mandatory,
        },
        max_length: length(node.get("max_length")).unwrap_or_default(),
        format: node
            .get("format")
            .and_then(|format| lower_format(format, found)),
        example: word(node, "example"),
        doc: text(node.get("doc")),
        provenance: provenance(node),
        sites: list_of_text(node.get("sites")),
    }
}

pub(super) fn lower_cipher(entry: &Entry, sources: &SourceMap, found: &mut Diagnostics) -> Cipher {
    let node = &entry.value;
    let entries = |key: &str| node.get(key).map(Node::entries).unwrap_or_default();
    Cipher {
        id: entry.key.clone(),
        span: entry.key_span,
        title: optional_text(node, "title"),
        doc: text(node.get("doc")),
        random: entries("random")
            .iter()
            .map(|random| {
                let hex = random.value.get("alphabet").and_then(Node::as_text) == Some("hex");
                (
                    random.key.clone(),
                    RandomText {
                        length: count(&random.value, "length").unwrap_or(0),
                        hex,
                    },
                )
            })
            .collect(),
        steps: entries("let")
            .iter()
            .map(|step| (step.key.clone(), recipe::parse(&step.value, sources, found)))
            .collect(),
        encrypt: node
            .get("encrypt")
            .map(|recipe| recipe::parse(recipe, sources, found)),
        decrypt: node
            .get("decrypt")
            .map(|recipe| recipe::parse(recipe, sources, found)),
        vectors: node
            .get("vectors")
            .map(Node::elements)
            .unwrap_or_default()
            .iter()
            .map(lower_cipher_vector)
            .collect(),
        provenance: provenance(node),
    }
}

fn lower_cipher_vector(node: &Node) -> CipherVector {
    let texts = |key: &str| {
        let entries = node.get(key).map(Node::entries).unwrap_or_default().iter();
        entries
            .filter_map(|entry| Some((entry.key.clone(), entry.value.scalar_text()?)))
            .collect()
    };
    CipherVector {
        title: optional_text(node, "title"),
        invented: flag(node, "invented"),
        secrets: texts("secrets"),
        random: texts("random"),
        plain: word(node, "plain").unwrap_or_default(),
        sealed: word(node, "sealed").unwrap_or_default(),
        provenance: provenance(node),
        span: node.span,
    }
}
