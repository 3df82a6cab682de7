//! What a family has besides interfaces: HTTP rules, products, types, SDK, packages on disk.

use indexmap::IndexMap;
use koo_spec::catalogue::{
    Applicability, Artifact, ComposedText, Event, ForbiddenKind, Function, LetterCase, Secret,
    SecretKind, Side, Transport, TypeDefinition, TypeShape,
};
use serde_json::{Map, Value, json};

use super::row::condition;
use super::{Exporter, rule, sourced, sources, text, words};

pub(super) fn transport(transport: &Transport) -> Value {
    json!({
        "method": transport.method,
        "request_content_type": transport.request_content_type,
        "accept": transport.accept,
        "address": transport.address.as_ref().map(text),
        "host": transport.domain_only.then_some("domain"),
        "status": transport.status,
        "reply_content_type": transport.reply_content_type,
        "within_millis": transport.within_millis,
        "code": transport.code.as_ref().map(|code| &code.value),
        "message": transport.message.as_ref().map(|message| &message.value),
        "tls": transport.tls,
        "notes": transport.notes.iter().map(|note| text(&note.doc)).collect::<Vec<_>>(),
        "rules": transport.notes.iter().map(rule).collect::<Vec<_>>(),
        "request_sources": sources(&transport.request_provenance),
        "reply_sources": sources(&transport.reply_provenance),
    })
}

pub(super) fn applicability(sites: &IndexMap<String, Applicability>) -> Value {
    let one = |(site, applicability): (&String, &Applicability)| {
        let needs = applicability.needs.iter().map(|(interface, products)| {
            let products: Map<_, _> = products
                .iter()
                .map(|(product, need)| (product.clone(), need.as_str().into()))
                .collect();
            (interface.clone(), Value::from(products))
        });
        let value = json!({
            "site": site,
            "needs": needs.collect::<Map<_, _>>(),
        });
        sourced(value, &applicability.provenance)
    };
    sites.iter().map(one).collect()
}

impl Exporter<'_> {
    pub(super) fn definition(&self, definition: &TypeDefinition) -> Value {
        let (kind, values) = match &definition.shape {
            TypeShape::Object(_) => ("object", None),
            TypeShape::Enumeration(values) => ("enum", self.listed(values)),
        };
        let value = json!({
            "id": definition.name,
            "kind": kind,
            "doc": text(&definition.doc),
            "listed": values,
            "rust": self.module.named(&definition.name).path(),
        });
        self.placed(definition.span, sourced(value, &definition.provenance))
    }

    pub(super) fn function(&self, id: &str, function: &Function) -> Value {
        let mut rows = self.rows(Side::Request, &function.parameters);
        rows.extend(self.rows(Side::Reply, &function.returns));
        let value = json!({
            "id": id, "title": text(&function.title), "doc": text(&function.doc), "parameters": rows,
        });
        sourced(value, &function.provenance)
    }

    pub(super) fn event(&self, id: &str, event: &Event) -> Value {
        let value = json!({
            "id": id, "title": text(&event.title), "doc": text(&event.doc), "code": event.code,
            "parameters": self.rows(Side::Reply, &event.message),
        });
        sourced(value, &event.provenance)
    }

    pub(super) fn artifact(&self, id: &str, artifact: &Artifact) -> Value {
        let files = artifact.files.iter().map(|(path, file)| {
            let value = json!({
                "path": path, "doc": text(&file.doc), "required": file.presence.letter(),
                "condition": condition(&file.presence), "max_bytes": file.max_bytes, "max_count": file.max_count,
                "parameters": self.rows(Side::Request, &file.fields),
            });
            sourced(value, &file.provenance)
        });
        let forbidden: Map<_, _> = artifact
            .forbidden
            .iter()
            .map(|(what, forbidden)| (what.clone(), forbidden.doc.en.clone().into()))
            .collect();
        let kinds = artifact.forbidden.iter().map(|(what, forbidden)| {
            let within = match &forbidden.kind {
                ForbiddenKind::Block { within } => within.as_ref(),
                _ => None,
            };
            let value = json!({
                "as": forbidden.kind.as_str(), "in": within, "sites": words(&forbidden.sites),
                "doc": text(&forbidden.doc), "sources": sources(&forbidden.provenance),
            });
            (what.clone(), value)
        });
        let value = json!({
            "id": id, "title": text(&artifact.title), "doc": text(&artifact.doc), "names": words(&artifact.names),
            "max_bytes": artifact.max_bytes, "files": files.collect::<Vec<_>>(), "forbidden": forbidden,
            "forbidden_kinds": kinds.collect::<Map<_, _>>(),
        });
        sourced(value, &artifact.provenance)
    }

    pub(super) fn secret(&self, id: &str, secret: &Secret) -> Value {
        let kind = match secret.kind {
            SecretKind::Text => "text",
            SecretKind::RsaPrivateKey => "rsa-private-key",
            SecretKind::RsaPublicKey => "rsa-public-key",
        };
        let value = json!({
            "id": id, "title": secret.title.as_ref().map(text), "doc": text(&secret.doc), "kind": kind,
        });
        self.placed(secret.span, sourced(value, &secret.provenance))
    }

    pub(super) fn composed(&self, id: &str, composed: &ComposedText) -> Value {
        let parts = composed.parts.iter().map(|(name, part)| {
            json!({
                "name": name, "doc": text(&part.doc),
                "separator": part.separator.as_ref().map(|separator| &separator.value),
            })
        });
        let value = json!({
            "id": id,
            "title": composed.title.as_ref().map(text),
            "doc": text(&composed.doc),
            "parts": parts.collect::<Vec<_>>(),
            "separator": composed.separator.value,
            "case": match composed.letter_case {
                LetterCase::Any => "any",
                LetterCase::Upper => "upper",
                LetterCase::Lower => "lower",
            },
            "max_bytes": composed.max_bytes,
            "sensitive": composed.sensitive,
            "examples": words(&composed.examples),
        });
        self.placed(composed.span, sourced(value, &composed.provenance))
    }
}
