//! Reads YAML into positioned [`Node`]s. The only module that knows the YAML library.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{DuplicateKeyPolicy, MergeKeyPolicy, Options, Spanned};

use crate::diagnostic::{Diagnostic, Rule};
use crate::node::{Entry, Node, Value};
use crate::source::{SourceFile, Span};

/// The largest file that is read, in bytes. The largest guide of the built-in contract has a twentieth of it.
pub const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// The deepest nesting of maps and lists.
pub const MAX_DEPTH: usize = 48;

/// The most values a file may hold, aliases expanded.
pub const MAX_NODES: usize = 200_000;

/// Reads one file. `file` is its index in the source map.
pub fn parse(source: &SourceFile, file: u32) -> Result<Node, Diagnostic> {
    let whole = Span {
        file,
        start: 0,
        end: 0,
    };
    if let Some(at) = source.text().find('\0') {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        return Err(
            Diagnostic::new(Rule::YamlSyntax, "a NUL byte cannot stand in YAML")
                .at(
                    Span {
                        file,
                        start: at,
                        end: at + 1,
                    },
                    "here",
                )
                .hint("save the file as UTF-8 text"),
        );
    }
    serde_saphyr::from_str_with_options::<Raw>(source.text(), options())
        .map_err(|error| {
            let span = error
                .location()
                .map_or(whole, |location| span_of(&location, source, file));
            let (message, hint) = explain(&error);
            let diagnostic = Diagnostic::new(Rule::YamlSyntax, message).at(span, "here");
            match hint {
                Some(hint) => diagnostic.hint(hint),
                None => diagnostic,
            }
        })
        .and_then(|raw| {
            let mut bad_key = None;
            let node = raw.into_node(source, file, &mut bad_key);
            match bad_key {
                None => Ok(node),
                Some(span) => Err(Diagnostic::new(Rule::YamlSyntax, "a key must be a name")
                    .at(span, "not a name")
                    .hint("lists, maps and nothing cannot be keys")),
            }
        })
}

fn options() -> Options {
    let budget = serde_saphyr::budget! {
        max_depth: MAX_DEPTH,
        max_nodes: MAX_NODES,
        max_events: 4 * MAX_NODES,
        max_aliases: 1_000,
        max_documents: 1,
        flow_nesting_limit: MAX_DEPTH,
    };
    serde_saphyr::options! {
        budget: budget,
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::Error,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        with_snippet: false,
    }
}

/// The message without the position the library appends: ours is shown by the renderer.
fn explain(error: &serde_saphyr::Error) -> (String, Option<&'static str>) {
    let text = error.to_string();
    let first = text.lines().next().unwrap_or_default();
    let first = first.strip_prefix("error: ").unwrap_or(first);
    let message = first.split(" at line ").next().unwrap_or(first);
    let message = match message.split_once(": ") {
        Some((head, tail)) if head.starts_with("line ") => tail,
        _ => message,
    };
    if message.contains("multiple YAML documents") || message.contains("budget breached: Documents")
    {
        return (
            "more than one YAML document in the file".to_owned(),
            Some("remove the line `---`, or split the file"),
        );
    }
    if message.contains("budget breached: Depth")
        || message.contains("budget breached: FlowNesting")
        || message.contains("recursion limit")
    {
        return (
            format!("nested deeper than {MAX_DEPTH} levels"),
            Some("move the inner part into `types`"),
        );
    }
    if message.contains("budget breached") || message.contains("alias") && message.contains("limit")
    {
        return (
            format!("too large once its aliases are expanded: more than {MAX_NODES} values"),
            Some("a spec needs no aliases; write shared definitions under `types` or `parameters`"),
        );
    }
    if message.contains("merge key") {
        return (
            "YAML merge keys (`<<`) are not read".to_owned(),
            Some("write shared parameters under `parameters` and refer to them with `use`"),
        );
    }
    if message.starts_with("tabs ") {
        return (message.to_owned(), Some("indent with spaces"));
    }
    (
        message.to_owned(),
        Some("is a bracket or quotation mark open, or does a text here need quotes?"),
    )
}

fn span_of(location: &serde_saphyr::Location, source: &SourceFile, file: u32) -> Span {
    let span = location.span();
    let text = source.text();
    let (start, length) = match (span.byte_offset(), span.byte_len()) {
        (Some(start), Some(length)) => (to_usize(start), to_usize(length)),
        _ => {
            let start = text
                .char_indices()
                .nth(to_usize(span.offset()))
                .map_or(text.len(), |(at, _)| at);
            (start, 1)
        }
    };
    let start = start.min(text.len());
    let mut end = start.saturating_add(length).min(text.len());
    while end < text.len() && !text.is_char_boundary(end) {
        end += 1;
    }
    let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    Span {
        file,
        start: narrow(start),
        end: narrow(end),
    }
}

fn to_usize(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// What the library gives: a value with its location.
struct Raw(Spanned<RawValue>);

enum RawValue {
    Null,
    Boolean(bool),
    Integer(i64),
    Float(f64),
    Text(String),
    List(Vec<Raw>),
    Map(Vec<(Raw, Raw)>),
}

impl Raw {
    /// `bad_key` takes the place of a key that is no scalar.
    fn into_node(self, source: &SourceFile, file: u32, bad_key: &mut Option<Span>) -> Node {
        let span = span_of(&self.0.referenced, source, file);
        let written = || {
            source
                .text()
                .get(span.start as usize..span.end as usize)
                .unwrap_or("")
                .to_owned()
        };
        match self.0.value {
            RawValue::Null => Node {
                value: Value::Null,
                span,
            },
            RawValue::Boolean(truth) => Node {
                value: Value::Boolean(truth),
                span,
            },
            RawValue::Integer(number) => Node {
                value: Value::Integer(number),
                span,
            },
            RawValue::Float(number) => {
                let text = written();
                let text = if text.parse::<f64>().is_ok() {
                    text
                } else {
                    number.to_string()
                };
                Node {
                    value: Value::Number(text),
                    span,
                }
            }
            RawValue::Text(text) => Node {
                value: Value::Text(text),
                span,
            },
            RawValue::List(elements) => {
                let elements: Vec<_> = elements
                    .into_iter()
                    .map(|element| element.into_node(source, file, bad_key))
                    .collect();
                let span = elements.last().map_or(span, |last| span.to(last.span));
                Node {
                    value: Value::List(elements),
                    span,
                }
            }
            RawValue::Map(entries) => {
                let entries: Vec<_> = entries
                    .into_iter()
                    .map(|(key, value)| {
                        let key = key.into_node(source, file, bad_key);
                        let name = key.scalar_text();
                        if name.is_none() {
                            bad_key.get_or_insert(key.span);
                        }
                        Entry {
                            key: name.unwrap_or_default(),
                            key_span: key.span,
                            value: value.into_node(source, file, bad_key),
                        }
                    })
                    .collect();
                let first = entries.first().map_or(span, |first| first.key_span);
                let start = Span {
                    start: span.start.min(first.start),
                    ..span
                };
                let span = entries
                    .last()
                    .map_or(span, |last| start.to(last.value.span));
                Node {
                    value: Value::Map(entries),
                    span,
                }
            }
        }
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Spanned::deserialize(deserializer).map(Self)
    }
}

impl<'de> Deserialize<'de> for RawValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = RawValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_bool<E>(self, truth: bool) -> Result<RawValue, E> {
        Ok(RawValue::Boolean(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<RawValue, E> {
        Ok(RawValue::Integer(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<RawValue, E> {
        Ok(i64::try_from(number)
            .map_or_else(|_| RawValue::Text(number.to_string()), RawValue::Integer))
    }

    fn visit_f64<E>(self, number: f64) -> Result<RawValue, E> {
        Ok(RawValue::Float(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<RawValue, E> {
        Ok(RawValue::Text(text.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<RawValue, E> {
        Ok(RawValue::Null)
    }

    fn visit_none<E>(self) -> Result<RawValue, E> {
        Ok(RawValue::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<RawValue, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = elements.next_element()? {
            list.push(element);
        }
        Ok(RawValue::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<RawValue, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(RawValue::Map(map))
    }
}
