//! Texts that are put together from parts.

use indexmap::IndexMap;
pub use koo_runtime::composed::LetterCase;

use super::{Placed, Provenance, Text};
use crate::source::Span;

/// A text that is put together from parts.
#[derive(Debug, Clone, PartialEq)]
pub struct ComposedText {
    /// Title.
    pub title: Option<Text>,
    /// What it is.
    pub doc: Text,
    /// Parts in order.
    pub parts: IndexMap<String, TextPart>,
    /// Text between the parts.
    pub separator: Placed<String>,
    /// Case of ASCII letters.
    pub letter_case: LetterCase,
    /// Largest size in bytes.
    pub max_bytes: Option<u64>,
    /// Never shown.
    pub sensitive: bool,
    /// Such texts.
    pub examples: Vec<Placed<String>>,
    /// Sources.
    pub provenance: Provenance,
    /// Where it is defined.
    pub span: Span,
}

/// One part of a composed text.
#[derive(Debug, Clone, PartialEq)]
pub struct TextPart {
    /// What it is.
    pub doc: Text,
    /// Text between several values; without it there is at most one.
    pub separator: Option<Placed<String>>,
    /// Where it is defined.
    pub span: Span,
}
