//! What every fact has: a place and words.

use super::Provenance;
use crate::source::Span;

/// Something with the place where the spec says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed<T> {
    /// The thing.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Placed<T> {
    /// A thing and its place.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// Text in English and, where known, Chinese.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// English.
    pub en: String,
    /// Chinese.
    pub zh: Option<String>,
}

/// A rule in words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Note {
    /// Title.
    pub title: Option<Text>,
    /// The rule.
    pub doc: Text,
    /// Sites that document it; empty for all.
    pub sites: Vec<Placed<String>>,
    /// Sources.
    pub provenance: Provenance,
}
