//! Parameters: the rows of the vendor's tables.

use indexmap::IndexMap;
use serde_json::Value as Json;

use super::{Format, Limits, ListedValue, Placed, Provenance, Reading, SiteDifference, Text, Type};
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

/// Where a parameter travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Location {
    /// HTTP header.
    Header,
    /// Query string.
    Query,
    /// Segment of the path.
    Path,
    /// Field of a form.
    Form,
    /// Member of a JSON or XML body.
    Body,
    /// Part of a multipart body.
    Part,
}

impl Location {
    /// Every location, in the order of exports.
    pub const ALL: [Self; 6] = [
        Self::Header,
        Self::Query,
        Self::Path,
        Self::Form,
        Self::Body,
        Self::Part,
    ];

    /// The word of exports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Query => "query",
            Self::Path => "path",
            Self::Form => "form",
            Self::Body => "body",
            Self::Part => "part",
        }
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
