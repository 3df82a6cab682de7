//! The contract of this package, `catalog/`, for programs that carry it with them.
//!
//! Most of the time of loading goes into reading YAML, so the build script reads it and packs the nodes with their
//! positions; the texts stand beside them, for messages. Packing nodes rather than the catalogue keeps the catalogue free
//! of a second form, and lowering is the same code for every catalogue.

use std::sync::OnceLock;

use crate::diagnostic::Diagnostics;
use crate::load::{Input, Loaded, load as load_inputs, load_documents};
use crate::lower::{Document, lower};
use crate::node::Node;
use crate::source::{SourceFile, SourceMap};

/// What stands before the paths of built-in files in messages.
pub const SHOWN: &str = "<built-in>";

/// The files, by path below `catalog/`, in the order in which [`files`](crate::files) finds them.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

/// The templates that the catalogue adds to projects, by path below [`SCAFFOLD`](crate::files::SCAFFOLD).
pub const SCAFFOLD: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/scaffold.rs"));

/// The nodes of all [`FILES`]; empty when one of them could not be read.
static NODES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/builtin.nodes"));

/// The built-in catalogue, quickly: it is not checked again, which a release is before it is built.
pub fn load() -> Loaded {
    let Some((documents, sources)) = unpacked() else {
        return read();
    };
    let mut found = Diagnostics::default();
    let lowered = lower(documents, sources, &mut found);
    Loaded {
        catalogue: lowered.catalogue,
        sources: sources.clone(),
        diagnostics: found.into_sorted(),
    }
}

/// The built-in catalogue with everything wrong with it.
pub fn check() -> Loaded {
    match unpacked() {
        Some((documents, sources)) => {
            load_documents(documents, sources.clone(), Diagnostics::default())
        }
        None => read(),
    }
}

/// The documents, unpacked once: freeing them again would take longer than many a command.
fn unpacked() -> Option<&'static (Vec<Document>, SourceMap)> {
    static UNPACKED: OnceLock<Option<(Vec<Document>, SourceMap)>> = OnceLock::new();
    UNPACKED.get_or_init(unpack).as_ref()
}

fn unpack() -> Option<(Vec<Document>, SourceMap)> {
    let nodes: Vec<Node> = postcard::from_bytes(NODES).ok()?;
    let mut sources = SourceMap::default();
    let mut documents = Vec::with_capacity(nodes.len());
    for ((path, text), node) in FILES.iter().zip(nodes) {
        sources.add(SourceFile::from_static(shown(path), text));
        documents.push(Document {
            path: (*path).to_owned(),
            node,
        });
    }
    Some((documents, sources))
}

/// Reads the texts, which also says what is wrong with them.
fn read() -> Loaded {
    let inputs = FILES.iter().map(|(path, text)| Input {
        path: (*path).to_owned(),
        shown: shown(path),
        text: (*text).to_owned(),
    });
    load_inputs(inputs.collect())
}

fn shown(path: &str) -> String {
    format!("{SHOWN}/{path}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_packed_nodes_are_those_of_the_texts() {
        let (packed, _) = unpack().unwrap_or_default();
        assert_eq!(packed.len(), FILES.len());
        for (((path, text), document), file) in FILES.iter().zip(packed).zip(0..) {
            let fresh = crate::yaml::parse(&SourceFile::from_static(*path, text), file);
            assert!(fresh.as_ref() == Ok(&document.node), "{path} differs");
        }
    }
}
