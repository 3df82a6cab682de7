//! Documents → catalogue: references to shared parameters resolved, words turned into types.
//!
//! The structure check ([`check_forms`]) reports wrong keys and kinds before; lowering takes what can be taken, so that
//! all problems of a spec are reported at once.

mod artifact;
mod condition;
mod family;
mod interface;
mod mock;
mod parameter;
mod read;
mod scenario;
mod scheme;
mod text;
mod type_expression;

use indexmap::IndexMap;

use crate::catalogue::{Catalogue, CommonFile, Package, Site};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::language::{CATALOGUE, COMMON, FAMILY, Form, check_structure};
use crate::node::Node;
use crate::source::{SourceMap, Span};
use read::{list_of_text, placed, text, words};

/// A parsed file of a catalogue.
#[derive(Debug, Clone)]
pub struct Document {
    /// Path relative to the catalogue folder, with `/`.
    pub path: String,
    /// Its content.
    pub node: Node,
}

/// A shared definition, for the check that each is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// What it is, such as `parameter`.
    pub category: &'static str,
    /// Name.
    pub name: String,
    /// Where it is defined.
    pub span: Span,
}

/// What lowering gives beside the catalogue.
#[derive(Debug, Default)]
pub struct Lowered {
    /// The catalogue.
    pub catalogue: Catalogue,
    /// Shared parameters that exist.
    pub shared_parameters: Vec<Definition>,
    /// Spans of the shared parameters that are used.
    pub used_parameters: Vec<Span>,
    /// Parameters that are no map, or take over a shared one which cannot be found.
    pub unresolved: Vec<Span>,
    /// Warnings the families allow.
    pub allowed: Vec<Allowed>,
}

/// A warning a family allows.
#[derive(Debug, Clone)]
pub struct Allowed {
    /// Rule as written.
    pub rule: String,
    /// Only messages that name this.
    pub about: Option<String>,
    /// Where it stands.
    pub span: Span,
    /// The file it holds for; warnings of included files may be allowed too.
    pub file: u32,
}

/// Holds every document against the form it follows.
pub fn check_forms(documents: &[Document], found: &mut Diagnostics) {
    for document in documents {
        match form_of(&document.node) {
            Some(form) => check_structure(&document.node, form, found),
            None => found.push(unrecognised(document)),
        }
    }
}

/// Turns documents into a catalogue.
pub fn lower(documents: &[Document], sources: &SourceMap, found: &mut Diagnostics) -> Lowered {
    let mut lowered = Lowered::default();
    let mut families: Vec<&Document> = Vec::new();
    let mut common = IndexMap::new();
    let mut catalogue_seen: Option<Span> = None;
    for document in documents {
        if document.node.get("family").is_some() {
            families.push(document);
        } else if document.node.get("common").is_some() {
            common.insert(document.path.as_str(), document);
            lower_common(&document.node, &mut lowered.catalogue.common, found);
            lowered
                .shared_parameters
                .extend(parameter_definitions(&document.node));
        } else if document.node.get("catalogue").is_some() {
            if let Some(first) = catalogue_seen {
                found.push(
                    Diagnostic::new(Rule::DuplicateDefinition, "a second catalogue file")
                        .at(first_key(&document.node), "again here")
                        .at(first, "first defined here")
                        .hint("a spec has one file with the key `catalogue`"),
                );
            }
            catalogue_seen = Some(first_key(&document.node));
            lower_catalogue(&document.node, &mut lowered.catalogue);
        }
    }
    let mut ids: IndexMap<String, Span> = IndexMap::new();
    for document in families {
        lowered
            .shared_parameters
            .extend(parameter_definitions(&document.node));
        let family = family::lower(document, &common, sources, &mut lowered, found);
        if let Some(first) = ids.insert(family.id.clone(), family.span) {
            found.push(
                Diagnostic::new(
                    Rule::DuplicateDefinition,
                    format!("a second family `{}`", family.id),
                )
                .at(family.span, "again here")
                .at(first, "first defined here")
                .hint("give one of them another id"),
            );
            continue;
        }
        lowered.catalogue.families.push(family);
    }
    let catalogue = &mut lowered.catalogue;
    catalogue
        .families
        .sort_by(|left, right| left.id.cmp(&right.id));
    catalogue
        .common
        .sort_by(|left, right| left.id.cmp(&right.id));
    lowered
}

fn lower_common(node: &Node, files: &mut Vec<CommonFile>, found: &mut Diagnostics) {
    let Some(id) = placed(node, "common") else {
        return;
    };
    let file = CommonFile {
        id: id.value,
        doc: text(node.get("doc")),
        span: id.span,
    };
    match files.iter().find(|known| known.id == file.id) {
        Some(first) => found.push(
            Diagnostic::new(
                Rule::DuplicateDefinition,
                format!("a second common file `{}`", file.id),
            )
            .at(file.span, "again here")
            .at(first.span, "first defined here")
            .hint("give one of them another id"),
        ),
        None => files.push(file),
    }
}

/// The form a document follows, told by its first words.
fn form_of(node: &Node) -> Option<&'static Form> {
    [
        ("family", &FAMILY),
        ("common", &COMMON),
        ("catalogue", &CATALOGUE),
    ]
    .into_iter()
    .find(|(key, _)| node.get(key).is_some())
    .map(|(_, form)| form)
}

fn unrecognised(document: &Document) -> Diagnostic {
    let span = first_key(&document.node);
    Diagnostic::new(
        Rule::MissingKey,
        "the file is neither a family, a common file nor a catalogue",
    )
    .at(span, "expected `family:`, `common:` or `catalogue:`")
    .hint("begin the file with `family: some-id`")
}

fn first_key(node: &Node) -> Span {
    node.entries()
        .first()
        .map_or(node.span, |entry| entry.key_span)
}

fn parameter_definitions(node: &Node) -> Vec<Definition> {
    node.get("parameters")
        .map(Node::entries)
        .unwrap_or_default()
        .iter()
        .map(|entry| Definition {
            category: "parameter",
            name: entry.key.clone(),
            span: entry.key_span,
        })
        .collect()
}

fn lower_catalogue(node: &Node, catalogue: &mut Catalogue) {
    catalogue.id = node
        .get("catalogue")
        .and_then(Node::scalar_text)
        .unwrap_or_default();
    catalogue.title = text(node.get("title"));
    catalogue.doc = text(node.get("doc"));
    for entry in node.get("sites").map(Node::entries).unwrap_or_default() {
        let site = Site {
            title: text(entry.value.get("title")),
            doc: entry.value.get("doc").map(|doc| text(Some(doc))),
        };
        catalogue.sites.insert(entry.key.clone(), site);
    }
    for entry in node.get("packages").map(Node::entries).unwrap_or_default() {
        let label = |key| entry.value.get(key).and_then(Node::scalar_text);
        let package = Package {
            version: label("version"),
            description: label("description"),
            license: label("license"),
            keywords: words(&list_of_text(entry.value.get("keywords"))),
        };
        catalogue.packages.insert(entry.key.clone(), package);
    }
}
