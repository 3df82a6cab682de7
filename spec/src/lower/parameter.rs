//! Parameters: shared ones taken over, then every key turned into its meaning.

use std::borrow::Cow;

use indexmap::IndexMap;

use super::read::{
    confidence, count, flag, length, list_of_text, optional_text, placed, presence, provenance,
    text, word,
};
use super::{condition, type_expression};
use crate::catalogue::{
    Format, LengthUnit, Limits, ListedValue, Location, Parameter, Placed, Presence, Provenance,
    Reading, SiteDifference, Text, Timestamp, Type, Zone,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::node::{Entry, Node, Value};
use crate::source::{SourceMap, Span};

/// How deep `use` may lead to parameters that have `use` themselves or in their fields.
const MAX_USE_DEPTH: usize = 8;

/// The most values one family may take over with `use`: fields that use fields multiply.
const MAX_TAKEN_OVER: usize = 200_000;

/// What lowering of parameters needs to know of the family.
pub(super) struct Scope<'a> {
    /// Shared parameters by name.
    pub(super) parameters: IndexMap<&'a str, &'a Entry>,
    /// All files.
    pub(super) sources: &'a SourceMap,
    /// Shared parameters that were taken over.
    pub(super) used: Vec<Span>,
    /// Parameters that are no map or whose `use` leads nowhere: what they lack is reported already.
    pub(super) unresolved: Vec<Span>,
    /// Shared parameters being taken over right now, outermost first.
    active: Vec<Span>,
    /// Values taken over so far.
    taken_over: usize,
}

impl<'a> Scope<'a> {
    /// A scope without shared parameters.
    pub(super) fn new(sources: &'a SourceMap) -> Self {
        Self {
            parameters: IndexMap::new(),
            sources,
            used: Vec::new(),
            unresolved: Vec::new(),
            active: Vec::new(),
            taken_over: 0,
        }
    }
}

/// The parameters of a map, all at one location.
pub(super) fn lower_all(
    node: Option<&Node>,
    location: Location,
    scope: &mut Scope<'_>,
    found: &mut Diagnostics,
) -> Vec<Parameter> {
    node.map(Node::entries)
        .unwrap_or_default()
        .iter()
        .map(|entry| lower(entry, location, scope, found))
        .collect()
}

fn lower(
    entry: &Entry,
    location: Location,
    scope: &mut Scope<'_>,
    found: &mut Diagnostics,
) -> Parameter {
    let active = scope.active.len();
    let node = take_over(&entry.value, scope, found);
    let node = node.as_ref();
    if node.get("use").is_some() || !matches!(node.value, Value::Map(_)) {
        scope.unresolved.push(entry.key_span);
    }
    let fields = lower_all(node.get("fields"), location, scope, found);
    scope.active.truncate(active);
    let values = lower_values(node.get("values"));
    let has_values = !values.is_empty();
    let r#type = lower_type(entry, node, fields, has_values, found);
    Parameter {
        name: entry.key.clone(),
        span: entry.key_span,
        identifier: word(node, "name"),
        location,
        r#type,
        presence: lower_presence(entry, node, scope.sources, found),
        always_emitted: node.get("emit").is_some(),
        limits: lower_limits(node),
        format: node
            .get("format")
            .and_then(|format| lower_format(format, found)),
        values,
        default: placed(node, "default"),
        holds: node
            .get("holds")
            .map(|held| Placed::new(written_type(held, Vec::new(), found), held.span)),
        nullable: flag(node, "nullable"),
        sensitive: flag(node, "sensitive"),
        encrypted: placed(node, "encrypted"),
        varies: flag(node, "varies"),
        debug: placed(node, "debug"),
        xml_text: node.get("xml").is_some(),
        file_name: placed(node, "file_name"),
        doc: text(node.get("doc")),
        example: node.get("example").map(Node::to_json),
        provenance: provenance(node),
        sites: lower_sites(node.get("sites")),
        differences: lower_differences(node.get("sites"), found),
        readings: node
            .get("readings")
            .map(Node::elements)
            .unwrap_or_default()
            .iter()
            .map(lower_reading)
            .collect(),
        erratum: placed(node, "erratum"),
        since: word(node, "since"),
        until: word(node, "until"),
        deprecated: optional_text(node, "deprecated"),
    }
}

/// The node with the entries of the shared parameter it uses; its own entries win.
fn take_over<'a>(node: &'a Node, scope: &mut Scope<'_>, found: &mut Diagnostics) -> Cow<'a, Node> {
    let Some(reference) = node.get("use") else {
        return Cow::Borrowed(node);
    };
    let name = reference.scalar_text().unwrap_or_default();
    let Some(shared) = scope.parameters.get(name.as_str()).copied() else {
        found.push(
            Diagnostic::new(
                Rule::UnknownParameter,
                format!("no shared parameter `{name}`"),
            )
            .at(reference.span, "not found under `parameters`")
            .suggest(&name, scope.parameters.keys().copied())
            .hint(
                "shared parameters stand under `parameters` of the family or of an included file",
            ),
        );
        return Cow::Borrowed(node);
    };
    scope.used.push(shared.key_span);
    if let Some(problem) = endless(&name, shared, scope) {
        found.push(
            problem
                .at(reference.span, "this never ends")
                .at(shared.key_span, "through this definition"),
        );
        return Cow::Borrowed(node);
    }
    scope.active.push(shared.key_span);
    scope.taken_over += size(&shared.value);
    let base = take_over(&shared.value, scope, found);
    let mut entries: Vec<Entry> = node
        .entries()
        .iter()
        .filter(|entry| entry.key != "use")
        .cloned()
        .collect();
    for inherited in base.entries() {
        if !entries.iter().any(|entry| entry.key == inherited.key) {
            entries.push(inherited.clone());
        }
    }
    Cow::Owned(Node {
        value: Value::Map(entries),
        span: node.span,
    })
}

/// Why a shared parameter cannot be taken over here: it contains itself, or the whole grows without measure.
fn endless(name: &str, shared: &Entry, scope: &Scope<'_>) -> Option<Diagnostic> {
    let problem = |message: String| Some(Diagnostic::new(Rule::UnknownParameter, message));
    if scope.active.contains(&shared.key_span) {
        return problem(format!("`use: {name}` leads back to itself")).map(|problem| {
            problem.hint("an object that contains itself is a type: define it under `types`")
        });
    }
    if scope.active.len() >= MAX_USE_DEPTH {
        return problem(format!(
            "`use: {name}` is more than {MAX_USE_DEPTH} uses deep"
        ));
    }
    if scope.taken_over >= MAX_TAKEN_OVER {
        return problem(format!(
            "`use` multiplies to more than {MAX_TAKEN_OVER} values"
        ));
    }
    None
}

/// The number of values in a node, itself included.
fn size(node: &Node) -> usize {
    let inner: usize = match &node.value {
        Value::List(elements) => elements.iter().map(size).sum(),
        Value::Map(entries) => entries.iter().map(|entry| size(&entry.value)).sum(),
        _ => 0,
    };
    inner + 1
}

fn lower_type(
    entry: &Entry,
    node: &Node,
    fields: Vec<Parameter>,
    has_values: bool,
    found: &mut Diagnostics,
) -> Placed<Type> {
    let Some(written) = node.get("type") else {
        let guess = match (has_values, fields.is_empty()) {
            (true, _) => Type::Enumeration,
            (false, false) => Type::Object(fields),
            (false, true) => {
                found.push(
                    Diagnostic::new(
                        Rule::MissingKey,
                        format!("parameter `{}` has no type", entry.key),
                    )
                    .at(entry.key_span, "`type` is missing here")
                    .hint("write `type: string`, or the type of the vendor's table"),
                );
                Type::String
            }
        };
        return Placed::new(guess, entry.key_span);
    };
    Placed::new(written_type(written, fields, found), written.span)
}

/// The type that is written; text, and a problem, if it is none.
pub(super) fn written_type(
    written: &Node,
    fields: Vec<Parameter>,
    found: &mut Diagnostics,
) -> Type {
    let expression = written.scalar_text().unwrap_or_default();
    type_expression::parse(&expression, fields).unwrap_or_else(|| {
        found.push(
            Diagnostic::new(Rule::InvalidType, format!("`{expression}` is not a type"))
                .at(written.span, "cannot be read")
                .suggest(
                    &expression,
                    ["string", "integer", "decimal(12,4)", "boolean", "enum", "object", "binary", "any", "result-code"],
                )
                .hint(
                    "types are string, integer, decimal(precision,scale), boolean, enum, object, binary, any, \
                     result-code, the CamelCase name of a type, T[] and map<T>",
                ),
        );
        Type::String
    })
}

fn lower_presence(
    entry: &Entry,
    node: &Node,
    sources: &SourceMap,
    found: &mut Diagnostics,
) -> Presence {
    let Some(required) = node.get("required") else {
        found.push(
            Diagnostic::new(
                Rule::MissingKey,
                format!(
                    "parameter `{}` does not say whether it is required",
                    entry.key
                ),
            )
            .at(entry.key_span, "`required` is missing here")
            .hint("write `required: true`, `required: false` or `required: conditional`"),
        );
        return Presence::Optional;
    };
    let when = node
        .get("when")
        .and_then(|when| condition::parse(when, sources, found));
    let words = optional_text(node, "condition");
    match presence(Some(required)) {
        Some(Presence::Conditional { .. }) => {
            if when.is_none() && words.is_none() && node.get("when").is_none() {
                found.push(
                    Diagnostic::new(
                        Rule::ConditionMissing,
                        format!("`{}` is conditional, but on what?", entry.key),
                    )
                    .at(required.span, "no condition given")
                    .hint("add `when` (over sibling parameters) or `condition` (in words)"),
                );
            }
            Presence::Conditional { when, words }
        }
        Some(presence) => presence,
        None => Presence::Optional,
    }
}

fn lower_limits(node: &Node) -> Limits {
    Limits {
        max_length: length(node.get("max_length")).unwrap_or_default(),
        min_length: count(node, "min_length"),
        unit: match node.get("unit").and_then(Node::as_text) {
            Some("bytes") => LengthUnit::Bytes,
            Some("utf16") => LengthUnit::Utf16,
            _ => LengthUnit::Characters,
        },
        max_items: length(node.get("max_items")).unwrap_or_default(),
        min_items: count(node, "min_items"),
        minimum: word(node, "min"),
        maximum: word(node, "max"),
        advisory: placed(node, "advisory"),
        max_length_span: node.get("max_length").map(|node| node.span),
    }
}

/// The format a node names.
pub(super) fn lower_format(node: &Node, found: &mut Diagnostics) -> Option<Format> {
    if let Some(word) = node.as_text() {
        let format = Format::WORDS
            .iter()
            .find(|(name, _)| *name == word)
            .map(|(_, format)| format.clone());
        if format.is_none() {
            let words = Format::WORDS.iter().map(|(name, _)| *name);
            found.push(
                Diagnostic::new(Rule::InvalidFormat, format!("`{word}` is not a format"))
                    .at(node.span, "unknown format")
                    .suggest(word, words.clone())
                    .hint(format!(
                        "formats: {}, {{timestamp: yyyyMMddHHmmss, zone: utc}}, {{comma_list: 100}}",
                        words.collect::<Vec<_>>().join(", ")
                    )),
            );
        }
        return format;
    }
    if let Some(layouts) = node.get("timestamp") {
        let layouts = list_of_text(Some(layouts));
        for layout in &layouts {
            if !layout.value.contains("yyyy")
                || !layout.value.contains("MM")
                || !layout.value.contains("dd")
            {
                found.push(
                    Diagnostic::new(
                        Rule::InvalidFormat,
                        format!("`{}` is not a layout of a date", layout.value),
                    )
                    .at(layout.span, "needs yyyy, MM and dd")
                    .hint("write for example yyyyMMddHHmmssSSS"),
                );
            }
        }
        let zone = match node.get("zone").and_then(Node::as_text) {
            Some("utc") => Zone::Utc,
            Some("beijing") => Zone::Beijing,
            _ => Zone::Unknown,
        };
        let layouts = layouts.into_iter().map(|layout| layout.value).collect();
        return Some(Format::Timestamp(Timestamp { layouts, zone }));
    }
    if let Some(max_items) = count(node, "comma_list") {
        return Some(Format::CommaList {
            max_items,
            each: count(node, "each"),
        });
    }
    if matches!(node.value, Value::Map(_)) {
        found.push(
            Diagnostic::new(
                Rule::InvalidFormat,
                "a format map needs `timestamp` or `comma_list`",
            )
            .at(node.span, "neither is here"),
        );
    }
    None
}

/// The listed values of a map.
pub(super) fn lower_values(node: Option<&Node>) -> Vec<ListedValue> {
    node.map(Node::entries)
        .unwrap_or_default()
        .iter()
        .map(|entry| {
            let described = matches!(entry.value.value, Value::Map(_));
            let inner = |key| {
                if described {
                    word(&entry.value, key)
                } else {
                    None
                }
            };
            ListedValue {
                value: entry.key.clone(),
                span: entry.key_span,
                name: inner("name"),
                doc: if described {
                    text(entry.value.get("doc"))
                } else {
                    text(Some(&entry.value))
                },
                cipher: placed(&entry.value, "cipher"),
                debug: described && flag(&entry.value, "debug"),
                sites: list_of_text(entry.value.get("sites")),
                since: inner("since"),
                until: inner("until"),
                provenance: if described {
                    provenance(&entry.value)
                } else {
                    Provenance::default()
                },
            }
        })
        .collect()
}

/// The site ids of a `sites` value, whichever way it is written.
pub(super) fn lower_sites(node: Option<&Node>) -> Vec<Placed<String>> {
    match node.map(|node| &node.value) {
        Some(Value::Map(entries)) => entries
            .iter()
            .map(|entry| Placed::new(entry.key.clone(), entry.key_span))
            .collect(),
        _ => list_of_text(node),
    }
}

fn lower_differences(
    node: Option<&Node>,
    found: &mut Diagnostics,
) -> IndexMap<String, SiteDifference> {
    let mut differences = IndexMap::new();
    for entry in node.map(Node::entries).unwrap_or_default() {
        let node = &entry.value;
        let difference = SiteDifference {
            presence: presence(node.get("required")),
            max_length: length(node.get("max_length")),
            values: node.get("values").map(|values| list_of_text(Some(values))),
            default: placed(node, "default"),
            format: node
                .get("format")
                .and_then(|format| lower_format(format, found)),
            doc: optional_text(node, "doc"),
            pages: list_of_text(node.get("page")),
            confidence: node
                .get("confidence")
                .map(|_| confidence(node, "confidence")),
        };
        if !difference.is_empty() {
            differences.insert(entry.key.clone(), difference);
        }
    }
    differences
}

fn lower_reading(node: &Node) -> Reading {
    Reading {
        pages: list_of_text(node.get("page")),
        presence: presence(node.get("required")),
        r#type: word(node, "type"),
        max_length: length(node.get("max_length")),
        format: word(node, "format"),
        values: node.get("values").map(|values| {
            list_of_text(Some(values))
                .into_iter()
                .map(|value| value.value)
                .collect()
        }),
        doc: node
            .get("doc")
            .map(|doc| text(Some(doc)))
            .filter(|doc: &Text| !doc.en.is_empty()),
        span: node.span,
    }
}
