//! Packages on disk.

use super::family::{entries, named};
use super::parameter::{Scope, lower_all};
use super::read::{count, list_of_text, optional_text, presence, provenance, text, word};
use crate::catalogue::{Artifact, ArtifactFile, Forbidden, ForbiddenKind, Location, Presence};
use crate::diagnostic::Diagnostics;
use crate::node::{Entry, Node};

pub(super) fn lower(entry: &Entry, scope: &mut Scope<'_>, found: &mut Diagnostics) -> Artifact {
    let node = &entry.value;
    Artifact {
        title: text(node.get("title")),
        doc: text(node.get("doc")),
        names: list_of_text(node.get("names")),
        max_bytes: count(node, "max_bytes"),
        files: named(entries(node, "files"), |entry| file(entry, scope, found)),
        forbidden: named(entries(node, "forbidden"), forbidden),
        provenance: provenance(node),
    }
}

fn file(entry: &Entry, scope: &mut Scope<'_>, found: &mut Diagnostics) -> ArtifactFile {
    let node = &entry.value;
    let words = optional_text(node, "condition");
    ArtifactFile {
        doc: text(node.get("doc")),
        presence: match presence(node.get("required")) {
            Some(Presence::Conditional { .. }) => Presence::Conditional { when: None, words },
            other => other.unwrap_or_default(),
        },
        max_bytes: count(node, "max_bytes"),
        max_count: count(node, "max_count"),
        fields: lower_all(node.get("fields"), Location::Body, scope, found),
        provenance: provenance(node),
        span: entry.key_span,
    }
}

/// What is forbidden, written as the reason alone or with what it is.
fn forbidden(entry: &Entry) -> Forbidden {
    let node = &entry.value;
    let doc = node.get("doc").unwrap_or(node);
    Forbidden {
        doc: text(Some(doc)),
        kind: match node.get("as").and_then(Node::as_text) {
            Some("function") => ForbiddenKind::Function,
            Some("resource") => ForbiddenKind::Resource,
            Some("block") => ForbiddenKind::Block {
                within: word(node, "in"),
            },
            Some("file") => ForbiddenKind::File,
            _ => ForbiddenKind::Text,
        },
        sites: list_of_text(node.get("sites")),
        provenance: provenance(node),
        span: entry.key_span,
    }
}
