//! A family with what it includes.

use indexmap::IndexMap;

use super::artifact;
use super::interface::{self, note, notes};
use super::parameter::{Scope, lower_all, lower_values};
use super::read::{
    confidence, count, flag, list_of_text, millis, optional_text, placed, provenance, text, word,
};
use super::scheme::{lower_cipher, lower_scheme, lower_secret};
use super::{Allowed, Document, Lowered};
use crate::catalogue::{
    Applicability, Code, CodeRole, Erratum, ErratumReading, Event, Family, Function, Location,
    Meaning, Need, Page, PageKind, Product, Status, Transport, TypeDefinition, TypeShape,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::node::{Entry, Node};
use crate::source::SourceMap;

pub(super) fn lower(
    document: &Document,
    common: &IndexMap<&str, &Document>,
    sources: &SourceMap,
    lowered: &mut Lowered,
    found: &mut Diagnostics,
) -> Family {
    let node = &document.node;
    let files = included(node, common, found);
    let mut scope = Scope::new(sources);
    for entry in section(&files, "parameters", found) {
        scope.parameters.insert(&entry.key, entry);
    }
    let types = named(section(&files, "types", found), |entry| {
        lower_type(entry, &mut scope, found)
    });
    let family = Family {
        id: word(node, "family").unwrap_or_default(),
        span: node
            .entry("family")
            .map_or(node.span, |entry| entry.value.span),
        title: text(node.get("title")),
        status: match node.get("status").and_then(Node::as_text) {
            Some("offline") => Status::Offline,
            Some("draft") => Status::Draft,
            _ => Status::Current,
        },
        doc: text(node.get("doc")),
        sites: list_of_text(node.get("sites")),
        pages: named(section(&files, "pages", found), lower_page),
        transport: lower_transport(node.get("transport"), found),
        products: named(entries(node, "products"), |entry| Product {
            title: text(entry.value.get("title")),
            doc: optional_text(&entry.value, "doc"),
        }),
        applicability: named(entries(node, "applicability"), lower_applicability),
        secrets: named(section(&files, "secrets", found), lower_secret),
        schemes: named(section(&files, "schemes", found), |entry| {
            lower_scheme(entry, sources, found)
        }),
        ciphers: named(section(&files, "ciphers", found), |entry| {
            lower_cipher(entry, sources, found)
        }),
        codes: named(section(&files, "codes", found), lower_code),
        types,
        interfaces: entries(node, "interfaces")
            .map(|entry| interface::lower(entry, &mut scope, found))
            .collect(),
        functions: named(entries(node, "functions"), |entry| Function {
            title: text(entry.value.get("title")),
            doc: text(entry.value.get("doc")),
            parameters: lower_all(
                entry.value.get("parameters"),
                Location::Body,
                &mut scope,
                found,
            ),
            returns: lower_all(
                entry.value.get("returns"),
                Location::Body,
                &mut scope,
                found,
            ),
            provenance: provenance(&entry.value),
        }),
        events: named(entries(node, "events"), |entry| Event {
            title: text(entry.value.get("title")),
            doc: text(entry.value.get("doc")),
            code: word(&entry.value, "code"),
            message: lower_all(
                entry.value.get("message"),
                Location::Body,
                &mut scope,
                found,
            ),
            provenance: provenance(&entry.value),
        }),
        artifacts: named(entries(node, "artifacts"), |entry| {
            artifact::lower(entry, &mut scope, found)
        }),
        texts: named(entries(node, "texts"), super::text::lower),
        scenarios: named(entries(node, "scenarios"), |entry| {
            super::scenario::lower(entry, found)
        }),
        errata: named(entries(node, "errata"), lower_erratum),
        notes: named(entries(node, "notes"), |entry| note(&entry.value)),
        collections: named(entries(node, "collections"), super::mock::collection),
    };
    lowered.used_parameters.append(&mut scope.used);
    lowered.unresolved.append(&mut scope.unresolved);
    for allow in node.get("allow").map(Node::elements).unwrap_or_default() {
        if let Some(rule) = placed(allow, "rule") {
            let file = rule.span.file;
            lowered.allowed.push(Allowed {
                rule: rule.value,
                about: word(allow, "about"),
                span: rule.span,
                file,
            });
        }
    }
    family
}

/// The family's own document and those it includes, own first.
fn included<'a>(
    node: &'a Node,
    common: &IndexMap<&str, &'a Document>,
    found: &mut Diagnostics,
) -> Vec<&'a Node> {
    let mut files = vec![node];
    for path in list_of_text(node.get("include")) {
        match common.get(path.value.as_str()) {
            Some(document) => files.push(&document.node),
            None => {
                let below = format!("/{}", path.value.trim_start_matches("./"));
                let moved = common.keys().find(|known| known.ends_with(&below));
                let diagnostic = Diagnostic::new(
                    Rule::UnknownInclude,
                    format!("no common file `{}`", path.value),
                )
                .at(path.span, "not found in the catalogue folder");
                let diagnostic = match moved {
                    Some(known) => diagnostic.hint(format!("did you mean `{known}`?")),
                    None => diagnostic.suggest(&path.value, common.keys().copied()),
                };
                found.push(diagnostic.hint(
                    "paths are relative to the catalogue folder, such as common/instance.yaml",
                ));
            }
        }
    }
    files
}

pub(super) fn entries<'a>(node: &'a Node, key: &str) -> impl Iterator<Item = &'a Entry> + use<'a> {
    node.get(key).map(Node::entries).unwrap_or_default().iter()
}

/// A section over all files; a name defined twice is reported and the first definition kept.
fn section<'a>(
    files: &[&'a Node],
    key: &str,
    found: &mut Diagnostics,
) -> impl Iterator<Item = &'a Entry> + use<'a> {
    let mut all: IndexMap<&str, &Entry> = IndexMap::new();
    for entry in files.iter().flat_map(|file| entries(file, key)) {
        match all.get(entry.key.as_str()) {
            // Twice in one file is a duplicate key, reported by the structure check.
            Some(first) if first.key_span.file == entry.key_span.file => {}
            Some(first) => found.push(
                Diagnostic::new(
                    Rule::DuplicateDefinition,
                    format!("`{}` is defined twice under `{key}`", entry.key),
                )
                .at(first.key_span, "defined here")
                .at(entry.key_span, "and in this included file")
                .hint("rename one, or remove the copy"),
            ),
            None => {
                all.insert(&entry.key, entry);
            }
        }
    }
    all.into_values()
}

pub(super) fn named<'a, T>(
    entries: impl Iterator<Item = &'a Entry>,
    mut lower: impl FnMut(&'a Entry) -> T,
) -> IndexMap<String, T> {
    entries
        .map(|entry| (entry.key.clone(), lower(entry)))
        .collect()
}

fn lower_type(entry: &Entry, scope: &mut Scope<'_>, found: &mut Diagnostics) -> TypeDefinition {
    let node = &entry.value;
    let shape = match node.get("values") {
        Some(values) => TypeShape::Enumeration(lower_values(Some(values))),
        None => TypeShape::Object(lower_all(node.get("fields"), Location::Body, scope, found)),
    };
    match (node.get("values"), node.get("fields")) {
        (Some(values), Some(_)) => found.push(
            Diagnostic::new(
                Rule::InvalidType,
                format!("type `{}` has both `values` and `fields`", entry.key),
            )
            .at(
                values.span,
                "an enumeration has values, an object has fields",
            ),
        ),
        (None, None) => found.push(
            Diagnostic::new(
                Rule::MissingKey,
                format!("type `{}` has neither `fields` nor `values`", entry.key),
            )
            .at(entry.key_span, "what is it made of?")
            .hint("add `fields` for an object, `values` for an enumeration"),
        ),
        _ => {}
    }
    TypeDefinition {
        name: entry.key.clone(),
        doc: text(node.get("doc")),
        shape,
        provenance: provenance(node),
        span: entry.key_span,
    }
}

fn lower_page(entry: &Entry) -> Page {
    let node = &entry.value;
    Page {
        title: word(node, "title").unwrap_or_default(),
        site: placed(node, "site")
            .unwrap_or_else(|| crate::catalogue::Placed::new(String::new(), entry.key_span)),
        updated: word(node, "updated").filter(|date| date != "unknown"),
        kind: match node.get("kind").and_then(Node::as_text) {
            Some("code") => PageKind::Code,
            Some("search") => PageKind::Search,
            _ => PageKind::Page,
        },
        url: word(node, "url"),
        note: optional_text(node, "note"),
        span: entry.key_span,
    }
}

fn lower_transport(node: Option<&Node>, found: &mut Diagnostics) -> Transport {
    let Some(node) = node else {
        return Transport::default();
    };
    let request = node.get("request");
    let reply = node.get("reply");
    let of = |part: Option<&Node>, key: &str| part.and_then(|part| word(part, key));
    Transport {
        method: of(request, "method"),
        request_content_type: of(request, "content_type"),
        accept: of(request, "accept"),
        address: request.and_then(|request| optional_text(request, "address")),
        domain_only: of(request, "host").as_deref() == Some("domain"),
        request_provenance: request.map(provenance).unwrap_or_default(),
        reply_provenance: reply.map(provenance).unwrap_or_default(),
        status: reply
            .and_then(|reply| count(reply, "status"))
            .and_then(|status| u16::try_from(status).ok()),
        reply_content_type: of(reply, "content_type"),
        within_millis: reply.and_then(|reply| millis(reply, "within", found)),
        code: reply.and_then(|reply| placed(reply, "code")),
        message: reply.and_then(|reply| placed(reply, "message")),
        tls: word(node, "tls"),
        notes: notes(node.get("notes")),
    }
}

fn lower_applicability(entry: &Entry) -> Applicability {
    let needs = entries(&entry.value, "needs")
        .map(|interface| {
            let products = interface.value.entries().iter();
            let needs = products
                .filter_map(|product| Some((product.key.clone(), need(product.value.as_text()?)?)));
            (interface.key.clone(), needs.collect())
        })
        .collect();
    Applicability {
        provenance: provenance(&entry.value),
        needs,
        span: entry.key_span,
    }
}

fn need(word: &str) -> Option<Need> {
    [Need::None, Need::Optional, Need::Mandatory]
        .into_iter()
        .find(|need| need.as_str() == word)
}

fn role(node: &Node, key: &str) -> Option<CodeRole> {
    let role = word(node, key)?;
    CodeRole::ALL
        .into_iter()
        .find(|known| known.as_str() == role)
}

fn lower_code(entry: &Entry) -> Code {
    let node = &entry.value;
    Code {
        code: entry.key.clone(),
        name: word(node, "name").unwrap_or_default(),
        doc: text(node.get("doc")),
        group: optional_text(node, "group"),
        role: role(node, "role"),
        platform_role: role(node, "platform_role"),
        success: flag(node, "success") || word(node, "role").as_deref() == Some("success"),
        meanings: node
            .get("meanings")
            .map(Node::elements)
            .unwrap_or_default()
            .iter()
            .map(|node| Meaning {
                applies_to: list_of_text(node.get("applies_to")),
                doc: text(node.get("doc")),
                sites: list_of_text(node.get("sites")),
                provenance: provenance(node),
            })
            .collect(),
        retryable: flag(node, "retryable"),
        applies_to: list_of_text(node.get("applies_to")),
        sites: list_of_text(node.get("sites")),
        http_status: count(node, "http_status").and_then(|status| u16::try_from(status).ok()),
        provenance: provenance(node),
        span: entry.key_span,
    }
}

fn lower_erratum(entry: &Entry) -> Erratum {
    let node = &entry.value;
    Erratum {
        about: list_of_text(node.get("about")),
        readings: node
            .get("readings")
            .map(Node::elements)
            .unwrap_or_default()
            .iter()
            .map(|reading| ErratumReading {
                says: text(reading.get("says")),
                pages: list_of_text(reading.get("page")),
            })
            .collect(),
        rules: text(node.get("rules")),
        why: text(node.get("why")),
        confidence: confidence(node, "confidence"),
        open: flag(node, "open"),
        span: entry.key_span,
    }
}
