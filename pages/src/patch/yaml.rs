//! The layout of YAML: where a key or value can be written without touching anything else.

use std::ops::Range;

use koo_spec::node::{Entry, Node, Value};
use koo_spec::source::{SourceFile, SourceMap};

use super::edit::Edit;

/// A file whose layout is kept.
#[derive(Clone, Copy)]
pub(super) struct Layout<'a> {
    source: &'a SourceFile,
    file: u32,
}

impl<'a> Layout<'a> {
    /// The layout of a file.
    pub(super) fn new(sources: &'a SourceMap, file: u32) -> Option<Self> {
        Some(Self {
            source: sources.file(file)?,
            file,
        })
    }

    /// Another text in place of some bytes.
    pub(super) fn replace(self, at: Range<usize>, text: impl Into<String>) -> Edit {
        Edit {
            file: self.file,
            at,
            text: text.into(),
        }
    }

    /// A key of a map with another value, or a new key after the first of some keys that is there.
    pub(super) fn set(self, map: &Node, key: &str, value: &str, after: &[&str]) -> Edit {
        if let Some(entry) = map.entry(key) {
            return self.replace(self.whole(&entry.value), value);
        }
        let written = format!("{key}: {value}");
        let Some(last) = map.entries().last() else {
            return self.replace(self.whole(map), format!("{{{written}}}"));
        };
        let before = after.iter().find_map(|key| map.entry(key)).unwrap_or(last);
        self.add(map, before, &written)
    }

    /// A new entry behind another one. Of a map in braces the text must be one line.
    pub(super) fn add(self, map: &Node, before: &Entry, written: &str) -> Edit {
        if self.is_flow(map) {
            let end = self.whole(&before.value).end;
            return self.replace(end..end, format!(", {written}"));
        }
        let indentation = self.indentation(before);
        let mut text = String::new();
        for line in written.lines() {
            text.push_str(self.line_break());
            text.push_str(&" ".repeat(indentation));
            text.push_str(line);
        }
        let end = self.end_of_block(before, indentation);
        self.replace(end..end, text)
    }

    /// Whether a map or list stands in braces or brackets.
    pub(super) fn is_flow(self, node: &Node) -> bool {
        self.text(node.span.start as usize).starts_with(['{', '['])
    }

    /// The bytes of a value with its closing brackets.
    pub(super) fn whole(self, node: &Node) -> Range<usize> {
        let start = node.span.start as usize;
        let children = match &node.value {
            Value::Map(entries) => entries.last().map(|entry| &entry.value),
            Value::List(elements) => elements.last(),
            _ => return start..node.span.end as usize,
        };
        let inner = match children {
            Some(last) => self.whole(last).end,
            // Without children the span is the opening bracket.
            None => start + 1,
        };
        if !self.is_flow(node) {
            return start..inner;
        }
        let end = self
            .text(inner)
            .find(['}', ']'])
            .map_or(inner, |at| inner + at + 1);
        start..end
    }

    /// The column of a key, from 0.
    fn indentation(self, entry: &Entry) -> usize {
        let start = entry.key_span.start as usize;
        let before = self.source.text().get(..start).unwrap_or_default();
        start - before.rfind('\n').map_or(0, |at| at + 1)
    }

    /// Where the last line of an entry ends: behind all lines that are indented deeper than its key, and behind lists
    /// that are not.
    fn end_of_block(self, entry: &Entry, indentation: usize) -> usize {
        let start = entry.key_span.start as usize;
        let mut end = start;
        let mut at = start;
        for (index, line) in self.text(start).split_inclusive('\n').enumerate() {
            let body = line.trim_end_matches(['\n', '\r']);
            let depth = body.len() - body.trim_start().len();
            let belongs = index == 0
                || depth > indentation
                || depth == indentation && body.trim_start().starts_with("- ");
            if !body.trim().is_empty() {
                if !belongs {
                    break;
                }
                end = at + body.len();
            }
            at += line.len();
        }
        end
    }

    fn line_break(self) -> &'static str {
        if self.source.text().contains("\r\n") {
            "\r\n"
        } else {
            "\n"
        }
    }

    fn text(self, from: usize) -> &'a str {
        self.source.text().get(from..).unwrap_or_default()
    }
}

/// A text as YAML scalar: in quotes unless it is surely read as the same text.
pub(super) fn scalar(text: &str) -> String {
    let is_word = text
        .chars()
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic())
        && text
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || "_-.[]".contains(character))
        && !text.contains(['[', ']'])
        && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
            .contains(&text.to_lowercase().as_str());
    if is_word {
        text.to_owned()
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// Texts as a YAML list in brackets.
pub(super) fn list(texts: &[String]) -> String {
    let texts: Vec<_> = texts.iter().map(|text| scalar(text)).collect();
    format!("[{}]", texts.join(", "))
}

#[cfg(test)]
mod tests {
    use koo_spec::source::{SourceFile, SourceMap};
    use koo_spec::yaml::parse;

    use super::super::edit::apply;
    use super::{Layout, scalar};

    /// The text after one key of the map under `p` is set.
    fn set(text: &str, key: &str, value: &str, after: &[&str]) -> String {
        let mut sources = SourceMap::default();
        sources.add(SourceFile::new("x.yaml", text));
        let node = parse(sources.file(0).expect("a file"), 0).expect("YAML");
        let layout = Layout::new(&sources, 0).expect("a file");
        let edit = layout.set(node.get("p").expect("p"), key, value, after);
        apply(text, vec![edit]).expect("one edit")
    }

    #[test]
    fn values_are_replaced_in_place() {
        assert_eq!(
            set("p:\n  n: 64 # why\nq: 1\n", "n", "128", &[]),
            "p:\n  n: 128 # why\nq: 1\n"
        );
        assert_eq!(
            set("p: {n: \"64\", m: 1}\n", "n", "128", &[]),
            "p: {n: 128, m: 1}\n"
        );
    }

    #[test]
    fn keys_are_added_behind_others() {
        let block = "p:\n  type: string\n  doc: >-\n    Some\n    text.\n\n  # about the page\n  page: x\nq: 1\n";
        assert_eq!(
            set(block, "n", "1", &["doc"]),
            "p:\n  type: string\n  doc: >-\n    Some\n    text.\n  n: 1\n\n  # about the page\n  page: x\nq: 1\n"
        );
        assert_eq!(
            set("p:\n  l:\n  - a\n  - b\nq: 1\n", "n", "1", &["l"]),
            "p:\n  l:\n  - a\n  - b\n  n: 1\nq: 1\n"
        );
        assert_eq!(
            set(
                "p: {type: string, page: [a, [b]], x: {y: 1}}\n",
                "n",
                "1",
                &["page"]
            ),
            "p: {type: string, page: [a, [b]], n: 1, x: {y: 1}}\n"
        );
        assert_eq!(
            set("p: {x: {y: {z: 1}}}\n", "n", "1", &["x"]),
            "p: {x: {y: {z: 1}}, n: 1}\n"
        );
        assert_eq!(set("p: {}\nq: 1\n", "n", "1", &[]), "p: {n: 1}\nq: 1\n");
        assert_eq!(
            set("p:\r\n  a: 1\r\nq: 1\r\n", "n", "1", &["a"]),
            "p:\r\n  a: 1\r\n  n: 1\r\nq: 1\r\n"
        );
        assert_eq!(set("p:\n  a: 1", "n", "1", &["a"]), "p:\n  a: 1\n  n: 1");
    }

    #[test]
    fn scalars_are_quoted_where_needed() {
        assert_eq!(scalar("FREEZE"), "FREEZE");
        assert_eq!(scalar("0"), "\"0\"");
        assert_eq!(scalar("true"), "\"true\"");
        assert_eq!(scalar("a\"b"), "\"a\\\"b\"");
    }
}
