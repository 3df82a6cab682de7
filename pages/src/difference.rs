//! What a page says otherwise than the spec.

use koo_spec::source::{Position, Span};

use crate::page::Page;
use crate::patch::Fix;

/// One difference between a page and the spec.
#[derive(Debug, Clone)]
pub struct Difference {
    /// What differs.
    pub kind: Kind,
    /// Whether something has to be done about it.
    pub level: Level,
    /// What it is about.
    pub subject: Subject,
    /// What differs, in a sentence.
    pub message: String,
    /// Where the page says it.
    pub on_page: Place,
    /// What the page prints.
    pub printed: String,
    /// Where the spec says it; nothing if the spec says nothing.
    pub in_spec: Option<Span>,
    /// What the spec says.
    pub specified: String,
    /// The edit of the spec that follows the page.
    pub(crate) fix: Option<Fix>,
}

/// What a difference is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// Family.
    pub family: String,
    /// Interface, unless it is about result codes.
    pub interface: Option<String>,
    /// Which part of it: `request`, `reply`, `AppInfo`.
    pub of: String,
    /// Parameter or code.
    pub name: String,
    /// Site of the page.
    pub site: Option<String>,
    /// Id of the page.
    pub page: Option<String>,
}

impl Subject {
    /// The subject in the words of a heading: `saas-v2/newInstance request`.
    pub fn heading(&self) -> String {
        let mut words = self.family.clone();
        if let Some(interface) = &self.interface {
            words.push('/');
            words.push_str(interface);
        }
        if !self.of.is_empty() {
            words.push(' ');
            words.push_str(&self.of);
        }
        words
    }
}

/// A place on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Path of the page.
    pub path: String,
    /// Line and column.
    pub position: Position,
}

impl Place {
    /// The place of some bytes of a page.
    pub(crate) fn new(page: &Page, at: &std::ops::Range<usize>) -> Self {
        Self {
            path: page.source.path().to_owned(),
            position: page.position(at),
        }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.path, self.position)
    }
}

/// What differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The page has a row the spec does not have.
    MissingInSpec,
    /// The spec has a parameter the page does not have.
    MissingOnPage,
    /// The name is spelled differently.
    Name,
    /// The longest text.
    Length,
    /// The required mark.
    Required,
    /// The type.
    Type,
    /// The listed values.
    Values,
    /// The page has a code the spec does not have.
    CodeAdded,
    /// The spec has a code the page does not have.
    CodeRemoved,
    /// A code is spelled differently.
    CodeText,
    /// The HTTP status of a code.
    CodeStatus,
    /// A table was not found or not recognised.
    Table,
    /// The date of the page.
    Updated,
    /// The copy of the page is damaged.
    Copy,
}

impl Kind {
    /// The word of reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MissingInSpec => "missing-in-spec",
            Self::MissingOnPage => "missing-on-page",
            Self::Name => "name",
            Self::Length => "length",
            Self::Required => "required",
            Self::Type => "type",
            Self::Values => "values",
            Self::CodeAdded => "code-added",
            Self::CodeRemoved => "code-removed",
            Self::CodeText => "code-text",
            Self::CodeStatus => "code-status",
            Self::Table => "table",
            Self::Updated => "updated",
            Self::Copy => "copy",
        }
    }
}

/// Whether something has to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Level {
    /// The spec or the page is wrong.
    Problem,
    /// The spec knows and decides it.
    Known {
        /// Why.
        why: String,
        /// Where the spec decides it.
        at: Option<Span>,
    },
    /// Worth knowing.
    Note,
}

impl Level {
    /// The word of reports.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Problem => "difference",
            Self::Known { .. } => "known",
            Self::Note => "note",
        }
    }
}
