//! Parameters: the rows of the vendor's tables.

use indexmap::IndexMap;
use serde_json::Value as Json;

use super::{Confidence, Location, Placed, Provenance, Text};
use crate::source::Span;

/// One parameter of a request, a reply or an object.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Name on the wire, letter case as documented.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// Name for generated code in `snake_case`, where the wire name gives none.
    pub identifier: Option<String>,
    /// Where it travels; members of an object travel where the object does.
    pub location: Location,
    /// Type.
    pub r#type: Placed<Type>,
    /// Whether it must be there.
    pub presence: Presence,
    /// Sent always although documented as optional.
    pub always_emitted: bool,
    /// Lengths and ranges.
    pub limits: Limits,
    /// Form of the text.
    pub format: Option<Format>,
    /// Listed values written with the parameter; see [`Family::values_of`](super::Family::values_of).
    pub values: Vec<ListedValue>,
    /// What an absent parameter means.
    pub default: Option<Placed<String>>,
    /// Type of the JSON inside the text.
    pub holds: Option<Placed<Type>>,
    /// Whether `null` may stand for absent.
    pub nullable: bool,
    /// Never shown.
    pub sensitive: bool,
    /// Cipher under which the value travels.
    pub encrypted: Option<Placed<String>>,
    /// Has another value on each resend of the same call.
    pub varies: bool,
    /// Value that marks a call of debugging or probing.
    pub debug: Option<Placed<String>>,
    /// In XML the text of the element around it.
    pub xml_text: bool,
    /// Part and member that hold the name of this file, joined with a point.
    pub file_name: Option<Placed<String>>,
    /// What it is.
    pub doc: Text,
    /// Example value.
    pub example: Option<Json>,
    /// Sources.
    pub provenance: Provenance,
    /// Sites that document it; empty for all of the family.
    pub sites: Vec<Placed<String>>,
    /// What single sites document differently.
    pub differences: IndexMap<String, SiteDifference>,
    /// What single pages print.
    pub readings: Vec<Reading>,
    /// Erratum that decides between the readings.
    pub erratum: Option<Placed<String>>,
    /// Since when.
    pub since: Option<String>,
    /// Until when.
    pub until: Option<String>,
    /// Why it should not be used any more.
    pub deprecated: Option<Text>,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// A decimal number with at most `precision` digits, `scale` of them after the point.
    Decimal {
        /// Digits in all.
        precision: u32,
        /// Digits after the point.
        scale: u32,
    },
    /// `true` or `false`.
    Boolean,
    /// One of the listed values, or another that is kept.
    Enumeration,
    /// A member map written where it is used.
    Object(Vec<Parameter>),
    /// A defined type, by name.
    Named(String),
    /// A list.
    List(Box<Self>),
    /// A map from text.
    Map(Box<Self>),
    /// Bytes.
    Binary,
    /// Anything JSON can say.
    Any,
    /// A result code of the family.
    ResultCode,
}

impl Type {
    /// The type expression of the spec language.
    pub fn expression(&self) -> String {
        match self {
            Self::String => "string".to_owned(),
            Self::Integer => "integer".to_owned(),
            Self::Decimal { precision, scale } => format!("decimal({precision},{scale})"),
            Self::Boolean => "boolean".to_owned(),
            Self::Enumeration => "enum".to_owned(),
            Self::Object(_) => "object".to_owned(),
            Self::Named(name) => name.clone(),
            Self::List(inner) => format!("{}[]", inner.expression()),
            Self::Map(inner) => format!("map<{}>", inner.expression()),
            Self::Binary => "binary".to_owned(),
            Self::Any => "any".to_owned(),
            Self::ResultCode => "result-code".to_owned(),
        }
    }

    /// The type inside lists and maps.
    pub fn innermost(&self) -> &Self {
        match self {
            Self::List(inner) | Self::Map(inner) => inner.innermost(),
            other => other,
        }
    }

    /// Whether values are text on the wire, so that lengths mean something.
    pub const fn is_text(&self) -> bool {
        matches!(
            self,
            Self::String
                | Self::Enumeration
                | Self::ResultCode
                | Self::Decimal { .. }
                | Self::Integer
        )
    }
}

/// Whether a parameter must be there.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Presence {
    /// Always.
    Mandatory,
    /// Never.
    #[default]
    Optional,
    /// Under a condition: over siblings, in words, or both.
    Conditional {
        /// Condition over sibling parameters.
        when: Option<Placed<Condition>>,
        /// Condition in words.
        words: Option<Text>,
    },
}

impl Presence {
    /// The letter of the vendor's tables.
    pub const fn letter(&self) -> &'static str {
        match self {
            Self::Mandatory => "M",
            Self::Optional => "O",
            Self::Conditional { .. } => "C",
        }
    }
}

/// A condition over sibling parameters.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// The parameter is there.
    Present(Placed<String>),
    /// The parameter has one of these values.
    OneOf(Placed<String>, Vec<Placed<String>>),
    /// The opposite.
    Not(Box<Self>),
    /// All of them.
    All(Vec<Self>),
    /// Any of them.
    Any(Vec<Self>),
}

impl Condition {
    /// Every parameter the condition names, with the values it is compared with.
    pub fn operands(&self) -> Vec<(&Placed<String>, &[Placed<String>])> {
        match self {
            Self::Present(name) => vec![(name, &[])],
            Self::OneOf(name, values) => vec![(name, values)],
            Self::Not(inner) => inner.operands(),
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::operands).collect(),
        }
    }
}

/// What a length counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LengthUnit {
    /// Unicode scalar values.
    #[default]
    Characters,
    /// UTF-8 bytes.
    Bytes,
    /// UTF-16 code units, as Java and JavaScript count.
    Utf16,
}

impl LengthUnit {
    /// The word of the spec language.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Characters => "characters",
            Self::Bytes => "bytes",
            Self::Utf16 => "utf16",
        }
    }
}

/// An upper limit; not knowing it differs from having none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Length {
    /// The pages do not say.
    #[default]
    Unknown,
    /// The pages say there is none.
    Unlimited,
    /// At most this.
    AtMost(u64),
}

impl Length {
    /// The number, if there is one.
    pub const fn number(self) -> Option<u64> {
        match self {
            Self::AtMost(number) => Some(number),
            Self::Unknown | Self::Unlimited => None,
        }
    }
}

/// Lengths and ranges.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Limits {
    /// Longest text.
    pub max_length: Length,
    /// Shortest text.
    pub min_length: Option<u64>,
    /// What lengths count.
    pub unit: LengthUnit,
    /// Most elements.
    pub max_items: Length,
    /// Fewest elements.
    pub min_items: Option<u64>,
    /// Smallest number, as written.
    pub minimum: Option<String>,
    /// Largest number, as written.
    pub maximum: Option<String>,
    /// Erratum that says why the printed limits are reported but never enforced.
    pub advisory: Option<Placed<String>>,
    /// Where `max_length` stands, for messages.
    pub max_length_span: Option<Span>,
}

/// The form of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    /// An absolute URL.
    Url,
    /// A UUID in hyphenated form.
    Uuid,
    /// Hexadecimal digits.
    Hex,
    /// Standard base64.
    Base64,
    /// JSON inside the text.
    Json,
    /// URL-encoded base64 of JSON.
    UrlencodedBase64Json,
    /// Milliseconds since 1970, as digits.
    EpochMillis,
    /// A point in time.
    Timestamp(Timestamp),
    /// Elements joined with commas.
    CommaList {
        /// Most elements.
        max_items: u64,
        /// Longest element in characters.
        each: Option<u64>,
    },
}

impl Format {
    /// The words of one-word formats, as the spec language writes them.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("url", Self::Url),
        ("uuid", Self::Uuid),
        ("hex", Self::Hex),
        ("base64", Self::Base64),
        ("json", Self::Json),
        ("urlencoded-base64-json", Self::UrlencodedBase64Json),
        ("epoch-millis", Self::EpochMillis),
    ];

    /// The format in a few words, for people.
    pub fn describe(&self) -> String {
        match self {
            Self::Timestamp(timestamp) => {
                let zone = match timestamp.zone {
                    Zone::Utc => ", UTC",
                    Zone::Beijing => ", Beijing time",
                    Zone::Unknown => "",
                };
                format!("{}{zone}", timestamp.layouts.join(" or "))
            }
            Self::CommaList {
                max_items,
                each: Some(each),
            } => {
                format!(
                    "up to {max_items} elements of at most {each} characters, joined with commas"
                )
            }
            Self::CommaList {
                max_items,
                each: None,
            } => format!("up to {max_items} elements joined with commas"),
            word => Self::WORDS
                .iter()
                .find(|(_, format)| format == word)
                .map_or_else(String::new, |(name, _)| (*name).replace('-', " ")),
        }
    }
}

/// Layouts of a point in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timestamp {
    /// Accepted layouts; the first is written.
    pub layouts: Vec<String>,
    /// Time zone.
    pub zone: Zone,
}

/// Time zone of a timestamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Zone {
    /// Coordinated universal time.
    Utc,
    /// UTC+8.
    Beijing,
    /// The pages do not say.
    #[default]
    Unknown,
}

/// A value the contract lists.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedValue {
    /// Text on the wire.
    pub value: String,
    /// Where it stands.
    pub span: Span,
    /// Name for generated code in `CamelCase`, where the wire text gives none.
    pub name: Option<String>,
    /// What it means.
    pub doc: Text,
    /// Cipher that it stands for.
    pub cipher: Option<Placed<String>>,
    /// A call with it is checked and answered like any other, but changes nothing.
    pub debug: bool,
    /// Sites that document it; empty for all.
    pub sites: Vec<Placed<String>>,
    /// Since when.
    pub since: Option<String>,
    /// Until when.
    pub until: Option<String>,
    /// Sources.
    pub provenance: Provenance,
}

/// What one site documents differently.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SiteDifference {
    /// Required mark.
    pub presence: Option<Presence>,
    /// Longest text.
    pub max_length: Option<Length>,
    /// Listed values that the site knows.
    pub values: Option<Vec<Placed<String>>>,
    /// Default.
    pub default: Option<Placed<String>>,
    /// Form of the text.
    pub format: Option<Format>,
    /// What else differs.
    pub doc: Option<Text>,
    /// Source pages.
    pub pages: Vec<Placed<String>>,
    /// How sure this is, if it is said.
    pub confidence: Option<Confidence>,
}

impl SiteDifference {
    /// Whether the site differs at all, or is only named.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What one page prints.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The pages.
    pub pages: Vec<Placed<String>>,
    /// Required mark.
    pub presence: Option<Presence>,
    /// Type expression.
    pub r#type: Option<String>,
    /// Longest text.
    pub max_length: Option<Length>,
    /// Form of the text, as printed.
    pub format: Option<String>,
    /// Listed values.
    pub values: Option<Vec<String>>,
    /// What it says.
    pub doc: Option<Text>,
    /// Where it is defined.
    pub span: Span,
}
