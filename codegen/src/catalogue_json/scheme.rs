//! Schemes and ciphers.

use koo_spec::catalogue::{Alternatives, Cipher, Compare, Placed, Refusals, Scheme};
use koo_spec::recipe::Recipe;
use serde_json::{Map, Value, json};

use super::example::{cipher_vector, vector};
use super::{Exporter, of, sourced, text, words};
use crate::rust::Module;

impl Exporter<'_> {
    /// A scheme.
    pub fn scheme(&self, scheme: &Scheme) -> Value {
        let step = |(name, step): &(String, Alternatives)| {
            let recipes: Vec<_> = step
                .recipes
                .iter()
                .map(|recipe| recipe.source.clone())
                .collect();
            json!({ "name": name, "recipes": recipes })
        };
        let carries = scheme.carries.iter().map(|carried| {
            let mut row = self.carried(scheme, carried, scheme.of);
            if let Some(object) = row.as_object_mut() {
                object.insert("name".to_owned(), carried.name.clone().into());
                let template = carried.template.as_ref();
                let template = template.map(|template| template.value.clone());
                object.insert("template".to_owned(), template.into());
            }
            row
        });
        let value = json!({
            "id": scheme.id,
            "title": scheme.title.as_ref().map(text),
            "doc": text(&scheme.doc),
            "of": of(scheme.of),
            "sites": words(&scheme.sites),
            "carries": carries.collect::<Vec<_>>(),
            "let": scheme.steps.iter().map(step).collect::<Vec<_>>(),
            "equals": recipes(&scheme.equals),
            "chooses": recipes(&scheme.chooses),
            "compare": match scheme.compare {
                Compare::Exact => "exact",
                Compare::IgnoreCase => "ignore-case",
            },
            "fresh": scheme.fresh.as_ref().map(|(name, _)| &name.value),
            "fresh_millis": scheme.fresh.as_ref().and_then(|(_, millis)| *millis),
            "once": scheme.once.as_ref().map(|once| &once.value),
            "secrets": Module::secrets(self.family, scheme),
            "refusals": refusals(&scheme.refusals),
            "places": self.places([
                ("fresh", scheme.fresh.as_ref().map(|(name, _)| name.span)),
                ("once", scheme.once.as_ref().map(|once| once.span)),
            ]),
            "vectors": scheme.vectors.iter().map(vector).collect::<Vec<_>>(),
            "rust": self.module.scheme(scheme),
        });
        self.placed(scheme.span, sourced(value, &scheme.provenance))
    }

    pub(super) fn cipher(&self, cipher: &Cipher) -> Value {
        let source = |recipe: &Option<Recipe>| recipe.as_ref().map(|recipe| recipe.source.clone());
        let value = json!({
            "id": cipher.id,
            "title": cipher.title.as_ref().map(text),
            "doc": text(&cipher.doc),
            "random": cipher.random.iter().map(|(name, random)| {
                (name.clone(), json!({ "length": random.length, "hex": random.hex }))
            }).collect::<Map<_, _>>(),
            "let": cipher.steps.iter().map(|(name, recipe)| json!({ "name": name, "recipes": [recipe.source] }))
                .collect::<Vec<_>>(),
            "encrypt": source(&cipher.encrypt),
            "decrypt": source(&cipher.decrypt),
            "vectors": cipher.vectors.iter().map(cipher_vector).collect::<Vec<_>>(),
        });
        self.placed(cipher.span, sourced(value, &cipher.provenance))
    }
}

fn recipes(recipes: &[(Placed<String>, Recipe)]) -> Map<String, Value> {
    recipes
        .iter()
        .map(|(target, recipe)| (target.value.clone(), recipe.source.clone().into()))
        .collect()
}

/// Why a message is refused → the code that says so.
fn refusals(refusals: &Refusals) -> Map<String, Value> {
    let missing = refusals
        .missing
        .iter()
        .map(|(name, code)| (format!("missing {name}"), Some(code)));
    let others = [
        ("mismatch", &refusals.mismatch),
        ("stale", &refusals.stale),
        ("replayed", &refusals.replayed),
    ];
    let others = others
        .into_iter()
        .map(|(reason, code)| (reason.to_owned(), code.as_ref()));
    missing
        .chain(others)
        .filter_map(|(reason, code)| Some((reason, code?.value.clone().into())))
        .collect()
}
