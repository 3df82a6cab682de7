//! JSON as it was written: numbers keep their text, members their order, and repeated members are seen.
//!
//! `serde_json::Value` loses all three. The scanner is that of `serde_json`, through its raw values, so that
//! what counts as JSON is decided in one place.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Nesting beyond this is refused: reading follows it on the stack.
const MAX_DEPTH: usize = 128;

/// One JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Json<'a> {
    Null,
    Bool(bool),
    /// The number as written.
    Number(Cow<'a, str>),
    Text(Cow<'a, str>),
    Array(Vec<Json<'a>>),
    Object(Vec<Member<'a>>),
}

/// One member of an object. Of several with the same name only the last is kept, in the place of the first.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member<'a> {
    pub(crate) name: Cow<'a, str>,
    pub(crate) value: Json<'a>,
    /// Whether the name stood there more than once.
    pub(crate) repeated: bool,
}

/// Why bytes are not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JsonError {
    /// Not UTF-8.
    Encoding,
    /// Not JSON; where the fault was seen, both counted from one, zero if not known.
    Syntax { line: usize, column: usize },
    /// Nested more deeply than is read.
    Depth,
}

impl From<serde_json::Error> for JsonError {
    fn from(error: serde_json::Error) -> Self {
        Self::Syntax {
            line: error.line(),
            column: error.column(),
        }
    }
}

impl<'a> Json<'a> {
    /// Reads UTF-8 JSON.
    pub(crate) fn from_slice(bytes: &'a [u8]) -> Result<Self, JsonError> {
        let text = std::str::from_utf8(bytes).map_err(|_| JsonError::Encoding)?;
        // Most texts are objects: those are gone through once less.
        if text.trim_ascii_start().starts_with('{')
            && let Ok(members) = members(text)
        {
            return Self::object(members, 0).map(Self::Object);
        }
        Self::from_raw(serde_json::from_str(text)?, 0)
    }

    fn from_raw(raw: &'a RawValue, depth: usize) -> Result<Self, JsonError> {
        if depth > MAX_DEPTH {
            return Err(JsonError::Depth);
        }
        let text = raw.get();
        Ok(match text.as_bytes().first() {
            Some(b'{') => Self::Object(Self::object(members(text)?, depth)?),
            Some(b'[') => Self::Array(
                serde_json::from_str::<Vec<&RawValue>>(text)?
                    .into_iter()
                    .map(|item| Self::from_raw(item, depth + 1))
                    .collect::<Result<_, _>>()?,
            ),
            Some(b'"') => Self::Text(text_in(text)?),
            Some(b't') => Self::Bool(true),
            Some(b'f') => Self::Bool(false),
            Some(b'n') => Self::Null,
            _ => Self::Number(Cow::Borrowed(text)),
        })
    }

    fn object(
        members: Vec<(Cow<'a, str>, &'a RawValue)>,
        depth: usize,
    ) -> Result<Vec<Member<'a>>, JsonError> {
        // Looking through a few names is quicker than hashing them.
        let is_large = members.len() > 16;
        let mut places: HashMap<Cow<'a, str>, usize> = HashMap::new();
        let mut kept: Vec<Member<'a>> = Vec::with_capacity(members.len());
        for (name, raw) in members {
            let value = Self::from_raw(raw, depth + 1)?;
            let place = if is_large {
                places.get(&name).copied()
            } else {
                kept.iter().position(|member| member.name == name)
            };
            if let Some(member) = place.and_then(|place| kept.get_mut(place)) {
                member.value = value;
                member.repeated = true;
            } else {
                if is_large {
                    places.insert(name.clone(), kept.len());
                }
                kept.push(Member {
                    name,
                    value,
                    repeated: false,
                });
            }
        }
        Ok(kept)
    }

    /// The parts of a multipart body as members; bytes are numbers.
    #[cfg(feature = "mock")]
    pub(crate) fn from_parts(
        parts: &'a [(String, crate::lenient::Part)],
    ) -> Result<Self, JsonError> {
        use crate::lenient::Part;
        let byte = |byte: &u8| Self::Number(Cow::Owned(byte.to_string()));
        let member = |(name, part): &'a (String, Part)| {
            let value = match part {
                Part::Text(text) => Self::Text(Cow::Borrowed(text)),
                Part::Json(text) => Self::from_slice(text.as_bytes())?,
                Part::Bytes(bytes) => Self::Array(bytes.iter().map(byte).collect()),
            };
            Ok(Member {
                name: Cow::Borrowed(name),
                value,
                repeated: false,
            })
        };
        parts
            .iter()
            .map(member)
            .collect::<Result<_, _>>()
            .map(Self::Object)
    }

    /// The value of the member `name`, if this is an object that has it.
    #[cfg(feature = "server")]
    pub(crate) fn member(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else {
            return None;
        };
        let member = members.iter().find(|member| member.name == name)?;
        Some(&member.value)
    }

    /// The value as text, if it is of a kind that has an obvious one: text, number or boolean.
    #[cfg(feature = "server")]
    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text),
            Self::Bool(true) => Some("true"),
            Self::Bool(false) => Some("false"),
            Self::Null | Self::Array(_) | Self::Object(_) => None,
        }
    }

    /// An object of texts, for parameters that travel outside a body.
    pub(crate) fn from_params(params: &'a [(String, String)]) -> Self {
        let member = |(name, value): &'a (String, String)| Member {
            name: Cow::Borrowed(name),
            value: Json::Text(Cow::Borrowed(value)),
            repeated: false,
        };
        Self::Object(params.iter().map(member).collect())
    }

    /// Puts the members of every object in the order of their names.
    #[cfg(feature = "client")]
    pub(crate) fn sort(&mut self) {
        match self {
            Self::Object(members) => {
                members.sort_by(|left, right| left.name.cmp(&right.name));
                members.iter_mut().for_each(|member| member.value.sort());
            }
            Self::Array(items) => items.iter_mut().for_each(Self::sort),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) => {}
        }
    }

    /// Appends the value as JSON, numbers as they were written.
    pub(crate) fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Number(text) => out.push_str(text),
            Self::Text(text) => write_text(text, out),
            Self::Array(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    item.write(out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (index, member) in members.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    write_text(&member.name, out);
                    out.push(':');
                    member.value.write(out);
                }
                out.push('}');
            }
        }
    }

    /// What kind of value this is, in JSON's words.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::Array(_) => "an array",
            Self::Object(_) => "an object",
        }
    }
}

impl<'a> From<&'a serde_json::Value> for Json<'a> {
    fn from(value: &'a serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(number) => Self::Number(Cow::Owned(number.to_string())),
            Value::String(text) => Self::Text(Cow::Borrowed(text)),
            Value::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            Value::Object(members) => Self::Object(
                members
                    .iter()
                    .map(|(name, value)| Member {
                        name: Cow::Borrowed(name),
                        value: Self::from(value),
                        repeated: false,
                    })
                    .collect(),
            ),
        }
    }
}

/// The members of the JSON object `text`, values unread, in order, repeated names included.
pub(crate) fn members(text: &str) -> Result<Vec<(Cow<'_, str>, &RawValue)>, JsonError> {
    Ok(serde_json::from_str::<Members<'_>>(text)?.0)
}

/// The text of a JSON value that has an obvious one: text, number or boolean.
#[cfg(feature = "server")]
pub(crate) fn text_of(raw: &RawValue) -> Option<String> {
    Json::from_raw(raw, 0).ok()?.as_text().map(str::to_owned)
}

/// What a JSON text says. It is known to be well formed, in quotes.
pub(crate) fn text_in(json: &str) -> Result<Cow<'_, str>, JsonError> {
    if json.contains('\\') {
        return Ok(serde_json::from_str::<Borrowed<'_>>(json)?.0);
    }
    let unquoted = json.get(1..json.len() - 1);
    Ok(Cow::Borrowed(unquoted.unwrap_or_default()))
}

/// A JSON value as it travels where everything is text: text without quotes, anything else as its JSON. `None` for
/// null, which does not travel.
#[cfg(any(feature = "client", feature = "mock"))]
pub(crate) fn plain_text(json: &str) -> Option<String> {
    match Json::from_slice(json.as_bytes()) {
        Ok(Json::Null) => None,
        Ok(Json::Text(text)) => Some(text.into_owned()),
        _ => Some(json.to_owned()),
    }
}

/// Appends `text` as JSON text with the fewest escapes, the way Java's Jackson writes it.
pub(crate) fn write_text(text: &str, out: &mut String) {
    let is_escaped = |character| matches!(character, '"' | '\\' | '\0'..' ');
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.find(is_escaped) {
        let (plain, from_escaped) = rest.split_at(at);
        out.push_str(plain);
        let mut characters = from_escaped.chars();
        match characters.next() {
            Some('"') => out.push_str("\\\""),
            Some('\\') => out.push_str("\\\\"),
            Some('\u{8}') => out.push_str("\\b"),
            Some('\t') => out.push_str("\\t"),
            Some('\n') => out.push_str("\\n"),
            Some('\u{c}') => out.push_str("\\f"),
            Some('\r') => out.push_str("\\r"),
            control => {
                use fmt::Write as _;
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04X}", control.map_or(0, u32::from));
            }
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

/// Appends one JSON value without its insignificant white space, texts with the fewest escapes, numbers as they
/// were written. The value is known to be well formed. Takes time in proportion to its length, however deeply
/// it is nested.
pub(crate) fn write_compact(value: &str, out: &mut String) -> Result<(), JsonError> {
    let mut rest = value;
    while let Some(quote) = rest.find('"') {
        let (before, from_quote) = rest.split_at(quote);
        out.extend(before.split_ascii_whitespace());
        let (text, after) = from_quote.split_at(text_length(from_quote));
        if text.contains('\\') {
            write_text(&serde_json::from_str::<String>(text)?, out);
        } else {
            out.push_str(text);
        }
        rest = after;
    }
    out.extend(rest.split_ascii_whitespace());
    Ok(())
}

/// Length in bytes of the JSON text that `json` starts with, both quotes included.
fn text_length(json: &str) -> usize {
    let mut escaped = false;
    for (index, byte) in json.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return index + 1,
            _ => {}
        }
    }
    json.len()
}

/// The members of one object, values unread.
struct Members<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                // Most objects have few members; room for them is not made several times.
                let mut members = Vec::with_capacity(8);
                while let Some((Borrowed(name), value)) = map.next_entry()? {
                    members.push((name, value));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

/// Text that is borrowed from the input unless it has escapes. (`Cow` alone never borrows.)
struct Borrowed<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Borrowed<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Borrowed<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Borrowed(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Borrowed(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Text)
    }
}
