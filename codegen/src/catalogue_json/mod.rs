//! The catalogue as JSON, in a stable and versioned shape.
//!
//! Version 1: `{"koo": 1, "families": [{"id", "status", "interfaces": [{"id", …, "parameters": [row, …]}],
//! "result_codes": […]}]}`. Members may be added; none changes its meaning. `"detail": "full"` says that everything a
//! comparison of two exports looks at is there, so that what is absent is absent in the contract.

mod interface;
mod row;
mod scheme;
mod terms;

use koo_spec::catalogue::{Catalogue, Code, Family, Placed, Provenance, Side, Text};
use koo_spec::source::{SourceMap, Span};
use serde_json::{Map, Value, json};

use crate::rust::Module;

/// The whole catalogue.
pub fn export(catalogue: &Catalogue) -> Value {
    whole(catalogue, None)
}

/// The whole catalogue with a member `at` (`file:line:column`) on what has a place in the spec.
pub fn export_with_positions(catalogue: &Catalogue, sources: &SourceMap) -> Value {
    whole(catalogue, Some(sources))
}

fn whole(catalogue: &Catalogue, sources: Option<&SourceMap>) -> Value {
    let family = |family| {
        Exporter {
            sources,
            ..Exporter::new(catalogue, family)
        }
        .family()
    };
    json!({
        "koo": 1,
        "detail": "full",
        "id": catalogue.id,
        "title": text(&catalogue.title),
        "sites": catalogue.sites.keys().collect::<Vec<_>>(),
        "packages": catalogue.packages.iter().map(|(target, package)| {
            (target.clone(), json!({ "version": package.version }))
        }).collect::<Map<_, _>>(),
        "families": catalogue.families.iter().map(family).collect::<Vec<_>>(),
    })
}

/// Writes a family, or parts of it, as the export does.
pub struct Exporter<'a> {
    family: &'a Family,
    module: Module,
    sources: Option<&'a SourceMap>,
}

impl<'a> Exporter<'a> {
    /// An exporter for a family of a catalogue, without positions.
    pub fn new(catalogue: &Catalogue, family: &'a Family) -> Self {
        Self {
            family,
            module: Module::of(catalogue, family),
            sources: None,
        }
    }
}

impl Exporter<'_> {
    /// The family.
    pub fn family(&self) -> Value {
        let family = self.family;
        let mut value = json!({
            "id": family.id,
            "title": text(&family.title),
            "status": family.status.as_str(),
            "doc": text(&family.doc),
            "sites": words(&family.sites),
            "transport": terms::transport(&family.transport),
            "products": family.products.iter().map(|(id, product)| json!({
                "id": id, "title": text(&product.title), "doc": product.doc.as_ref().map(text),
            })).collect::<Vec<_>>(),
            "applicability": terms::applicability(&family.applicability),
            "interfaces": family.interfaces.iter().map(|interface| self.interface(interface)).collect::<Vec<_>>(),
            "result_codes": family.codes.values().map(|code| self.code(code)).collect::<Vec<_>>(),
            "schemes": family.schemes.values().map(|scheme| self.scheme(scheme)).collect::<Vec<_>>(),
            "ciphers": family.ciphers.values().map(|cipher| self.cipher(cipher)).collect::<Vec<_>>(),
            "types": family.types.values().map(|definition| self.definition(definition)).collect::<Vec<_>>(),
            "functions": family.functions.iter().map(|(id, function)| self.function(id, function)).collect::<Vec<_>>(),
            "events": family.events.iter().map(|(id, event)| self.event(id, event)).collect::<Vec<_>>(),
            "artifacts": family.artifacts.iter().map(|(id, artifact)| self.artifact(id, artifact)).collect::<Vec<_>>(),
            "pages": family.pages.iter().map(|(id, page)| self.placed(page.span, json!({
                "id": id, "title": page.title, "site": page.site.value, "updated": page.updated, "url": page.url,
            }))).collect::<Vec<_>>(),
            "errata": family.errata.iter().map(|(id, erratum)| self.placed(erratum.span, json!({
                "id": id,
                "about": words(&erratum.about),
                "readings": erratum.readings.iter().map(|reading| json!({
                    "says": text(&reading.says), "pages": words(&reading.pages),
                })).collect::<Vec<_>>(),
                "rules": text(&erratum.rules),
                "why": text(&erratum.why),
                "confidence": erratum.confidence.as_str(),
                "open": erratum.open,
            }))).collect::<Vec<_>>(),
            "notes": family.notes.iter().map(|(id, note)| json!({
                "id": id, "doc": text(&note.doc), "sites": words(&note.sites),
            })).collect::<Vec<_>>(),
        });
        self.place(family.span, &mut value);
        value
    }

    /// A result code.
    pub fn code(&self, code: &Code) -> Value {
        let value = json!({
            "code": code.code,
            "name": code.name,
            "doc": text(&code.doc),
            "role": code.role.map(koo_spec::catalogue::CodeRole::as_str),
            "success": code.success,
            "retryable": code.retryable,
            "applies_to": words(&code.applies_to),
            "meanings": code.meanings.iter().map(|meaning| json!({
                "applies_to": words(&meaning.applies_to), "doc": text(&meaning.doc), "sites": words(&meaning.sites),
            })).collect::<Vec<_>>(),
            "http_status": code.http_status,
            "sites": words(&code.sites),
            "confidence": code.provenance.confidence.as_str(),
            "pages": pages(&code.provenance),
            "rust": self.module.code(code),
        });
        self.placed(code.span, value)
    }

    /// The value with the place it comes from, where places are asked for.
    fn placed(&self, span: Span, mut value: Value) -> Value {
        self.place(span, &mut value);
        value
    }

    fn place(&self, span: Span, value: &mut Value) {
        if let (Some(sources), Some(object)) = (self.sources, value.as_object_mut()) {
            object.insert("at".to_owned(), sources.locate(span).to_string().into());
        }
    }
}

const fn of(side: Side) -> &'static str {
    match side {
        Side::Request => "request",
        Side::Reply => "response",
    }
}

fn pages(provenance: &Provenance) -> Vec<&str> {
    words(&provenance.pages)
}

fn sites_or<'a>(sites: &'a [Placed<String>], all: &'a [Placed<String>]) -> Vec<&'a str> {
    words(if sites.is_empty() { all } else { sites })
}

fn words(list: &[Placed<String>]) -> Vec<&str> {
    list.iter().map(|word| word.value.as_str()).collect()
}

fn text(text: &Text) -> Value {
    match &text.zh {
        Some(zh) => json!({ "en": text.en, "zh": zh }),
        None => json!({ "en": text.en }),
    }
}
