//! What the documentation shows, as data for templates.

mod family;
mod interface;
mod parameter;

use koo_spec::catalogue::{Catalogue, Confidence, Placed, Provenance, Text};
use serde_json::{Value, json};

use super::Options;

/// The whole catalogue.
pub(super) fn catalogue(catalogue: &Catalogue, options: &Options) -> Value {
    let interfaces: usize = catalogue
        .families
        .iter()
        .map(|family| family.interfaces.len())
        .sum();
    json!({
        "title": text(&catalogue.title),
        "doc": catalogue.doc.en,
        "site": options.site,
        "sites": catalogue.sites.iter().map(|(id, site)| json!({
            "id": id, "title": text(&site.title), "doc": site.doc.as_ref().map(|doc| &doc.en),
        })).collect::<Vec<_>>(),
        "families": catalogue.families.iter().map(family::view).collect::<Vec<_>>(),
        "interfaces": interfaces,
    })
}

fn text(text: &Text) -> Value {
    json!({ "en": text.en, "zh": text.zh })
}

fn english(text: Option<&Text>) -> Value {
    text.map(|text| text.en.as_str()).into()
}

fn words(list: &[Placed<String>]) -> Vec<&str> {
    list.iter().map(|word| word.value.as_str()).collect()
}

/// How sure a fact is, unless it was read in a table.
fn confidence(provenance: &Provenance) -> Value {
    match provenance.confidence {
        Confidence::Table => Value::Null,
        Confidence::Snippet => "read in a fragment only".into(),
        Confidence::Code => "taken from code".into(),
        Confidence::Inferred => "concluded, not printed".into(),
    }
}

/// Where a fact comes from.
fn source(provenance: &Provenance) -> Value {
    json!({
        "pages": words(&provenance.pages),
        "confidence": confidence(provenance),
        "note": english(provenance.note.as_ref()),
    })
}
