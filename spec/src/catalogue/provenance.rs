//! Where facts come from: source pages, and how sure they are.

use super::{Placed, Text};
use crate::source::Span;

/// Where a fact comes from and how sure it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Provenance {
    /// Ids of source pages.
    pub pages: Vec<Placed<String>>,
    /// How sure.
    pub confidence: Confidence,
    /// What to know about the source.
    pub note: Option<Text>,
}

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Confidence {
    /// Printed in a table of a page that was read.
    #[default]
    Table,
    /// Read in a fragment only.
    Snippet,
    /// Taken from code.
    Code,
    /// Concluded.
    Inferred,
}

impl Confidence {
    /// The word of the spec language.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Snippet => "snippet",
            Self::Code => "code",
            Self::Inferred => "inferred",
        }
    }
}

/// A source of facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Title as published.
    pub title: String,
    /// Site that publishes it.
    pub site: Placed<String>,
    /// Date of the newest copy read.
    pub updated: Option<String>,
    /// Vendor's page, code or search result.
    pub kind: PageKind,
    /// Address.
    pub url: Option<String>,
    /// What to know about the copy.
    pub note: Option<Text>,
    /// Where it is defined.
    pub span: Span,
}

/// What a source of facts is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PageKind {
    /// A page of the vendor.
    #[default]
    Page,
    /// Public code.
    Code,
    /// A search result.
    Search,
}
