//! Examples and test vectors: what is published to try oneself with.

use koo_spec::catalogue::{CipherVector, Example, Vector};
use serde_json::{Map, Value, json};

use super::{sourced, text};

pub(super) fn example(example: &Example) -> Value {
    let parts = example.parts.iter();
    let parts: Map<_, _> = parts
        .map(|(location, part, _)| (location.as_str().to_owned(), part.value.clone()))
        .collect();
    let value = json!({
        "title": example.title.as_ref().map(text),
        "of": super::of(example.of),
        "site": example.site.as_ref().map(|site| &site.value),
        "invented": example.invented,
        "parts": parts,
    });
    sourced(value, &example.provenance)
}

/// A signed message. Its secrets are made up: a spec holds no others.
pub(super) fn vector(vector: &Vector) -> Value {
    let steps = vector.steps.iter();
    let carries = vector.carries.iter();
    let value = json!({
        "title": vector.title.as_ref().map(text),
        "invented": vector.invented,
        "secrets": vector.secrets,
        "method": vector.method,
        "path": vector.path,
        "query": vector.query,
        "headers": vector.headers,
        "body": vector.body,
        "steps": steps.map(|(name, text)| (name.clone(), text.value.clone().into())).collect::<Map<_, _>>(),
        "carries": carries.map(|(name, text)| (name.clone(), text.value.clone().into())).collect::<Map<_, _>>(),
    });
    sourced(value, &vector.provenance)
}

pub(super) fn cipher_vector(vector: &CipherVector) -> Value {
    let value = json!({
        "title": vector.title.as_ref().map(text),
        "invented": vector.invented,
        "secrets": vector.secrets,
        "random": vector.random,
        "plain": vector.plain,
        "sealed": vector.sealed,
    });
    sourced(value, &vector.provenance)
}
