//! The JSON form of Terraform.

use super::super::structured;
use super::{Kind, Mention, native};
use crate::node::Node;
use crate::source::{Position, SourceFile};
use crate::yaml;

/// Everything a file names.
///
/// # Errors
///
/// Where and why the file is no JSON.
pub(super) fn mentions(source: &SourceFile) -> Result<Vec<Mention>, (Position, String)> {
    serde_json::from_str::<serde::de::IgnoredAny>(source.text())
        .map_err(|error| structured::malformed(&error))?;
    // JSON is YAML, whose reader knows where everything stands.
    let tree = yaml::parse(source, 0).map_err(|problem| {
        let start = Position { line: 1, column: 1 };
        (start, format!("cannot be looked into: {}", problem.message))
    })?;
    let mut mentions = Vec::new();
    for entry in tree.entries().iter().filter(|entry| entry.key != "//") {
        let labels = labels(&entry.key);
        let mut body = Body {
            around: &entry.key,
            mentions: &mut mentions,
        };
        body.block(&entry.value, labels, labels == 2 && entry.key == "resource");
    }
    Ok(mentions)
}

/// How many labels stand behind the kind of a block.
fn labels(block: &str) -> usize {
    match block {
        "resource" | "data" | "ephemeral" => 2,
        "provider" | "variable" | "output" | "module" | "check" => 1,
        _ => 0,
    }
}

/// The JSON form of a block.
struct Body<'m> {
    around: &'m str,
    mentions: &'m mut Vec<Mention>,
}

impl Body<'_> {
    /// A block that has so many labels before its body, the first of them perhaps the type of a resource.
    fn block(&mut self, node: &Node, labels: usize, names_resource: bool) {
        for element in node.elements() {
            self.block(element, labels, names_resource);
        }
        if let Some(text) = node.as_text() {
            self.template(text, node);
        }
        for entry in node.entries() {
            if names_resource {
                self.mentions.push(Mention {
                    kind: Kind::Resource,
                    name: entry.key.clone(),
                    at: entry.key_span.start as usize,
                });
            } else if labels == 0 && entry.key != "//" {
                self.mentions.push(Mention {
                    kind: Kind::Block(Some(self.around.to_owned())),
                    name: entry.key.clone(),
                    at: entry.key_span.start as usize,
                });
            }
            match (labels, entry.key.as_str()) {
                (0, "//") => {}
                (0, _) => self.value(&entry.value),
                _ => self.block(&entry.value, labels - 1, false),
            }
        }
    }

    fn value(&mut self, node: &Node) {
        if let Some(text) = node.as_text() {
            self.template(text, node);
        }
        node.elements()
            .iter()
            .for_each(|element| self.value(element));
        node.entries()
            .iter()
            .for_each(|entry| self.value(&entry.value));
    }

    /// A text, which is a template. What it names stands, as far as positions go, where the text does.
    fn template(&mut self, text: &str, node: &Node) {
        let at = node.span.start as usize;
        self.mentions.extend(
            native::template(text)
                .into_iter()
                .map(|mention| Mention { at, ..mention }),
        );
    }
}
