//! What single sites and pages say differently.

use super::{Confidence, Format, Length, Placed, Presence, Text};
use crate::source::Span;

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
