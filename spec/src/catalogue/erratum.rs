//! Contradictions and gaps, and how they are read.

use super::{Confidence, Placed, Text};
use crate::source::Span;

/// A contradiction or gap and how it is read here.
#[derive(Debug, Clone, PartialEq)]
pub struct Erratum {
    /// What it concerns.
    pub about: Vec<Placed<String>>,
    /// What the pages say.
    pub readings: Vec<ErratumReading>,
    /// Which reading this catalogue follows.
    pub rules: Text,
    /// Why.
    pub why: Text,
    /// How sure the decision is.
    pub confidence: Confidence,
    /// Still a question to the vendor.
    pub open: bool,
    /// Where it is defined.
    pub span: Span,
}

/// What some pages say.
#[derive(Debug, Clone, PartialEq)]
pub struct ErratumReading {
    /// The reading.
    pub says: Text,
    /// The pages.
    pub pages: Vec<Placed<String>>,
}
