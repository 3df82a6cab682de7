//! What a family has besides interfaces: HTTP rules, products, types, SDK, packages on disk.

use indexmap::IndexMap;
use koo_spec::catalogue::{
    Applicability, Artifact, Event, Function, Side, Transport, TypeDefinition, TypeShape,
};
use serde_json::{Map, Value, json};

use super::row::{condition, listed};
use super::{Exporter, pages, text, words};

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
        json!({
            "site": site,
            "needs": needs.collect::<Map<_, _>>(),
            "pages": words(&applicability.provenance.pages),
        })
    };
    sites.iter().map(one).collect()
}

impl Exporter<'_> {
    pub(super) fn definition(&self, definition: &TypeDefinition) -> Value {
        let (kind, values) = match &definition.shape {
            TypeShape::Object(_) => ("object", None),
            TypeShape::Enumeration(values) => ("enum", listed(values)),
        };
        let value = json!({
            "id": definition.name,
            "kind": kind,
            "doc": text(&definition.doc),
            "listed": values,
            "pages": pages(&definition.provenance),
            "rust": self.module.named(&definition.name).path(),
        });
        self.placed(definition.span, value)
    }

    pub(super) fn function(&self, id: &str, function: &Function) -> Value {
        let mut rows = self.rows(Side::Request, &function.parameters);
        rows.extend(self.rows(Side::Reply, &function.returns));
        json!({
            "id": id, "title": text(&function.title), "doc": text(&function.doc), "parameters": rows,
            "pages": pages(&function.provenance),
        })
    }

    pub(super) fn event(&self, id: &str, event: &Event) -> Value {
        json!({
            "id": id, "title": text(&event.title), "doc": text(&event.doc), "code": event.code,
            "parameters": self.rows(Side::Reply, &event.message), "pages": pages(&event.provenance),
        })
    }

    pub(super) fn artifact(&self, id: &str, artifact: &Artifact) -> Value {
        let files = artifact.files.iter().map(|(path, file)| {
            json!({
                "path": path, "doc": text(&file.doc), "required": file.presence.letter(),
                "condition": condition(&file.presence), "max_bytes": file.max_bytes, "max_count": file.max_count,
                "parameters": self.rows(Side::Request, &file.fields), "pages": pages(&file.provenance),
            })
        });
        let forbidden = artifact.forbidden.iter();
        let forbidden: Map<_, _> = forbidden
            .map(|(what, forbidden)| (what.clone(), forbidden.doc.en.clone().into()))
            .collect();
        json!({
            "id": id, "title": text(&artifact.title), "doc": text(&artifact.doc), "max_bytes": artifact.max_bytes,
            "files": files.collect::<Vec<_>>(), "forbidden": forbidden,
            "pages": pages(&artifact.provenance),
        })
    }
}
