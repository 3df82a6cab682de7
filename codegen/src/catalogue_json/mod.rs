//! The catalogue as JSON, in a stable and versioned shape.
//!
//! Version 1: `{"koo": 1, "families": [{"id", "status", "interfaces": [{"id", …, "parameters": [row, …]}],
//! "result_codes": […]}]}`. Members may be added; none changes its meaning. `"detail": "full"` says that everything a
//! comparison of two exports looks at is there, so that what is absent is absent in the contract.

mod example;
mod interface;
mod mock;
mod row;
mod scenario;
mod scheme;
mod terms;

use indexmap::IndexMap;
use koo_spec::catalogue::{
    Catalogue, Code, Erratum, Family, Note, Page, PageKind, Placed, Provenance, Side, Text,
};
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

/// How much an export carries: 1 had no secrets, texts, scenarios, mocks, examples nor all titles, notes and sources.
const REVISION: u64 = 2;

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
        "revision": REVISION,
        "id": catalogue.id,
        "title": text(&catalogue.title),
        "doc": text(&catalogue.doc),
        "sites": catalogue.sites.keys().collect::<Vec<_>>(),
        "site_texts": catalogue.sites.iter().map(|(id, site)| {
            (id.clone(), json!({ "title": text(&site.title), "doc": site.doc.as_ref().map(text) }))
        }).collect::<Map<_, _>>(),
        "packages": catalogue.packages.iter().map(|(target, package)| (target.clone(), json!({
            "version": package.version, "description": package.description, "license": package.license,
            "keywords": package.keywords,
        }))).collect::<Map<_, _>>(),
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
            "secrets": family.secrets.iter().map(|(id, secret)| self.secret(id, secret)).collect::<Vec<_>>(),
            "interfaces": family.interfaces.iter().map(|interface| self.interface(interface)).collect::<Vec<_>>(),
            "result_codes": family.codes.values().map(|code| self.code(code)).collect::<Vec<_>>(),
            "schemes": family.schemes.values().map(|scheme| self.scheme(scheme)).collect::<Vec<_>>(),
            "ciphers": family.ciphers.values().map(|cipher| self.cipher(cipher)).collect::<Vec<_>>(),
            "types": family.types.values().map(|definition| self.definition(definition)).collect::<Vec<_>>(),
            "functions": family.functions.iter().map(|(id, function)| self.function(id, function)).collect::<Vec<_>>(),
            "events": family.events.iter().map(|(id, event)| self.event(id, event)).collect::<Vec<_>>(),
            "artifacts": family.artifacts.iter().map(|(id, artifact)| self.artifact(id, artifact)).collect::<Vec<_>>(),
            "texts": family.texts.iter().map(|(id, composed)| self.composed(id, composed)).collect::<Vec<_>>(),
            "scenarios": family.scenarios.values().map(|scenario| self.scenario(scenario)).collect::<Vec<_>>(),
            "collections": family.collections.iter().map(|(id, collection)| self.collection(id, collection))
                .collect::<Vec<_>>(),
            "pages": family.pages.iter().map(|(id, page)| self.page(id, page)).collect::<Vec<_>>(),
            "errata": family.errata.iter().map(|(id, erratum)| self.erratum(id, erratum)).collect::<Vec<_>>(),
            "notes": family.notes.iter().map(|(id, rule)| json!({
                "id": id, "doc": text(&rule.doc), "sites": words(&rule.sites), "title": rule.title.as_ref().map(text),
                "sources": sources(&rule.provenance),
            })).collect::<Vec<_>>(),
        });
        self.place(family.span, &mut value);
        value
    }

    fn page(&self, id: &str, page: &Page) -> Value {
        let kind = match page.kind {
            PageKind::Page => "page",
            PageKind::Code => "code",
            PageKind::Search => "search",
        };
        let value = json!({
            "id": id, "title": page.title, "site": page.site.value, "updated": page.updated, "url": page.url,
            "kind": kind, "note": page.note.as_ref().map(text),
        });
        self.placed(page.span, value)
    }

    fn erratum(&self, id: &str, erratum: &Erratum) -> Value {
        let readings = erratum
            .readings
            .iter()
            .map(|reading| json!({ "says": text(&reading.says), "pages": words(&reading.pages) }));
        let value = json!({
            "id": id,
            "about": words(&erratum.about),
            "readings": readings.collect::<Vec<_>>(),
            "rules": text(&erratum.rules),
            "why": text(&erratum.why),
            "confidence": erratum.confidence.as_str(),
            "open": erratum.open,
        });
        self.placed(erratum.span, value)
    }

    /// A result code.
    pub fn code(&self, code: &Code) -> Value {
        let value = json!({
            "code": code.code,
            "name": code.name,
            "doc": text(&code.doc),
            "group": code.group.as_ref().map(text),
            "role": code.role.map(koo_spec::catalogue::CodeRole::as_str),
            "platform_role": code.platform_role.map(koo_spec::catalogue::CodeRole::as_str),
            "success": code.success,
            "retryable": code.retryable,
            "applies_to": words(&code.applies_to),
            "meanings": code.meanings.iter().map(|meaning| json!({
                "applies_to": words(&meaning.applies_to), "doc": text(&meaning.doc), "sites": words(&meaning.sites),
                "sources": sources(&meaning.provenance),
            })).collect::<Vec<_>>(),
            "http_status": code.http_status,
            "sites": words(&code.sites),
            "rust": self.module.code(code),
        });
        self.placed(code.span, sourced(value, &code.provenance))
    }

    /// The value with the place it comes from, where places are asked for.
    fn placed(&self, span: Span, mut value: Value) -> Value {
        self.place(span, &mut value);
        value
    }

    /// Where single facts stand, where places are asked for.
    fn places<const N: usize>(
        &self,
        spans: [(&str, Option<Span>); N],
    ) -> Option<Map<String, Value>> {
        let sources = self.sources?;
        let places = spans.into_iter().filter_map(|(name, span)| {
            Some((name.to_owned(), sources.locate(span?).to_string().into()))
        });
        Some(places.collect())
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

/// The value with where it comes from and how sure it is.
fn sourced(mut value: Value, provenance: &Provenance) -> Value {
    if let (Some(object), Value::Object(sources)) = (value.as_object_mut(), sources(provenance)) {
        object.extend(sources);
    }
    value
}

fn sources(provenance: &Provenance) -> Value {
    let mut value = json!({
        "pages": words(&provenance.pages),
        "confidence": provenance.confidence.as_str(),
    });
    if let (Some(note), Some(object)) = (&provenance.note, value.as_object_mut()) {
        object.insert("note".to_owned(), text(note));
    }
    value
}

/// A rule in words with everything beside them.
fn rule(rule: &Note) -> Value {
    json!({
        "title": rule.title.as_ref().map(text),
        "doc": text(&rule.doc),
        "sites": words(&rule.sites),
        "sources": sources(&rule.provenance),
    })
}

fn named(texts: &IndexMap<String, Placed<String>>) -> Map<String, Value> {
    let texts = texts.iter();
    texts
        .map(|(name, text)| (name.clone(), text.value.clone().into()))
        .collect()
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
