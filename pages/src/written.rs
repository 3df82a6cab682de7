//! Where the spec says something: the YAML files as trees with positions, shared parameters followed.

use koo_spec::node::{Entry, Node};
use koo_spec::source::{SourceMap, Span};
use koo_spec::yaml;

/// All files of the spec as trees.
pub(crate) struct Written {
    documents: Vec<Document>,
}

struct Document {
    /// Path as it is shown in messages.
    path: String,
    node: Node,
}

/// An entry and the map it stands in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found<'a> {
    /// The entry.
    pub(crate) entry: &'a Entry,
    /// The map it stands in.
    pub(crate) map: &'a Node,
}

impl Written {
    /// Reads the files once more; those that are no YAML are left out.
    pub(crate) fn new(sources: &SourceMap) -> Self {
        let documents = sources
            .files()
            .zip(0..)
            .filter_map(|(source, file)| {
                Some(Document {
                    path: source.path().to_owned(),
                    node: yaml::parse(source, file).ok()?,
                })
            })
            .collect();
        Self { documents }
    }

    /// The entry whose key stands there.
    pub(crate) fn entry(&self, key: Span) -> Option<Found<'_>> {
        let document = self.document(key)?;
        descend(&document.node, key)
    }

    /// The shared parameter that an entry takes over with `use`.
    pub(crate) fn shared(&self, entry: &Entry) -> Option<Found<'_>> {
        let reference = entry.value.get("use")?.scalar_text()?;
        let home = self.document(entry.key_span)?;
        let included = home
            .node
            .get("include")
            .map(Node::elements)
            .unwrap_or_default()
            .iter()
            .filter_map(Node::as_text)
            .filter_map(|path| self.included(path));
        std::iter::once(home).chain(included).find_map(|document| {
            let map = document.node.get("parameters")?;
            Some(Found {
                entry: map.entry(&reference)?,
                map,
            })
        })
    }

    /// Where the value of a key is written for a site: its difference, the entry, or the shared parameter.
    pub(crate) fn value(&self, key: Span, name: &str, site: Option<&str>) -> Option<Span> {
        let mut entry = self.entry(key)?.entry;
        // A shared parameter may itself use another one; the spec language limits the depth.
        for _ in 0..8 {
            if let Some(site) = site
                && let Some(value) = entry
                    .value
                    .get("sites")
                    .and_then(|sites| sites.get(site)?.get(name))
            {
                return Some(value.span);
            }
            if let Some(value) = entry.value.get(name) {
                return Some(value.span);
            }
            entry = self.shared(entry)?.entry;
        }
        None
    }

    /// Every entry that takes over a shared parameter.
    pub(crate) fn users(&self, shared: Span) -> Vec<Span> {
        let mut users = Vec::new();
        for document in &self.documents {
            collect_users(&document.node, &mut |entry| {
                if self
                    .shared(entry)
                    .is_some_and(|found| found.entry.key_span == shared)
                {
                    users.push(entry.key_span);
                }
            });
        }
        users
    }

    /// The entry of a page in the file of a family, or in one it includes.
    pub(crate) fn top_level(&self, file_of: Span, section: &str) -> Option<&Node> {
        self.document(file_of)?.node.get(section)
    }

    fn document(&self, span: Span) -> Option<&Document> {
        self.documents
            .iter()
            .find(|document| document.node.span.file == span.file)
    }

    fn included(&self, path: &str) -> Option<&Document> {
        let end = format!("/{path}");
        self.documents
            .iter()
            .filter(|document| document.path == path || document.path.ends_with(&end))
            .min_by_key(|document| document.path.len())
    }
}

/// The entry of a key below a node. Maps are searched by the bytes they cover.
fn descend(node: &Node, key: Span) -> Option<Found<'_>> {
    for entry in node.entries() {
        if entry.key_span.start == key.start {
            return Some(Found { entry, map: node });
        }
        if entry.key_span.start < key.start
            && key.start < entry.value.span.end
            && let Some(found) = descend(&entry.value, key)
        {
            return Some(found);
        }
    }
    node.elements()
        .iter()
        .filter(|element| element.span.start <= key.start && key.start < element.span.end)
        .find_map(|element| descend(element, key))
}

fn collect_users(node: &Node, report: &mut impl FnMut(&Entry)) {
    for entry in node.entries() {
        if entry.value.get("use").is_some() {
            report(entry);
        }
        collect_users(&entry.value, report);
    }
    for element in node.elements() {
        collect_users(element, report);
    }
}
