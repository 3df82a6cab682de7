//! Lengths and ranges.

use super::Placed;
use crate::source::Span;

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
