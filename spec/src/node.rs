//! A YAML document as a tree in which everything knows its position.

use crate::source::Span;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "builtin", derive(serde::Serialize, serde::Deserialize))]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it stands. A map or list reaches from its first to its last entry.
    pub span: Span,
}

/// The kinds of YAML values.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "builtin", derive(serde::Serialize, serde::Deserialize))]
pub enum Value {
    /// `null`, `~` or nothing.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number, as written.
    Number(String),
    /// Text, quoted or plain.
    Text(String),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping in written order; a key may stand twice, which the structure check reports.
    Map(Vec<Entry>),
}

/// One `key: value` of a map.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "builtin", derive(serde::Serialize, serde::Deserialize))]
pub struct Entry {
    /// The key as text, whatever scalar it was written as.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

impl Node {
    /// What this is, in the words of an error message.
    pub fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Boolean(_) => "true or false",
            Value::Integer(_) => "a whole number",
            Value::Number(_) => "a number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
        }
    }

    /// The text of a text value.
    pub fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text of any scalar: numbers and booleans as they would be written on the wire.
    pub fn scalar_text(&self) -> Option<String> {
        match &self.value {
            Value::Text(text) | Value::Number(text) => Some(text.clone()),
            Value::Integer(number) => Some(number.to_string()),
            Value::Boolean(truth) => Some(truth.to_string()),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// The entries of a map, none for anything else.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The elements of a list, none for anything else.
    pub fn elements(&self) -> &[Self] {
        match &self.value {
            Value::List(elements) => elements,
            _ => &[],
        }
    }

    /// The elements of a list, or the node itself where one value may stand for a list of one.
    pub fn one_or_many(&self) -> &[Self] {
        match &self.value {
            Value::List(elements) => elements,
            Value::Null => &[],
            _ => std::slice::from_ref(self),
        }
    }

    /// The value under a key; of a repeated key the first.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The entry under a key; of a repeated key the first.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The value under a path of keys and list indices.
    pub fn at(&self, path: &[Step]) -> Option<&Self> {
        path.iter().try_fold(self, |node, step| match step {
            Step::Key(key) => node.get(key),
            Step::Index(index) => node.elements().get(*index),
        })
    }

    /// The value a JSON pointer leads to, or the nearest one above it that is there.
    pub fn nearest(&self, pointer: &str) -> &Self {
        let mut at = self;
        for token in pointer.split('/').skip(1) {
            let token = token.replace("~1", "/").replace("~0", "~");
            let step = match token.parse() {
                Ok(index) if !at.elements().is_empty() => Step::Index(index),
                _ => Step::Key(token),
            };
            match at.at(std::slice::from_ref(&step)) {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    /// The same value as JSON; numbers keep their value, not their spelling.
    pub fn to_json(&self) -> serde_json::Value {
        match &self.value {
            Value::Null => serde_json::Value::Null,
            Value::Boolean(truth) => (*truth).into(),
            Value::Integer(number) => (*number).into(),
            Value::Number(text) => text
                .parse::<f64>()
                .ok()
                .and_then(serde_json::Number::from_f64)
                .map_or_else(|| text.clone().into(), serde_json::Value::Number),
            Value::Text(text) => text.clone().into(),
            Value::List(elements) => elements.iter().map(Self::to_json).collect(),
            Value::Map(entries) => entries
                .iter()
                .map(|entry| (entry.key.clone(), entry.value.to_json()))
                .collect::<serde_json::Map<_, _>>()
                .into(),
        }
    }
}

/// One step of a path into a [`Node`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The value under this key.
    Key(String),
    /// The element at this index, from 0.
    Index(usize),
}
