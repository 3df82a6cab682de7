//! Kinds of product, and which of them needs which interface.

use indexmap::IndexMap;

use super::{Provenance, Text};
use crate::source::Span;

/// A kind of product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Title.
    pub title: Text,
    /// What it is.
    pub doc: Option<Text>,
}

/// Which product needs which interface, on one site.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Applicability {
    /// Sources.
    pub provenance: Provenance,
    /// Interface → product → need.
    pub needs: IndexMap<String, IndexMap<String, Need>>,
    /// Where it is defined.
    pub span: Span,
}

/// Whether a product needs an interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Not called.
    None,
    /// Called for some products of the kind.
    Optional,
    /// Must be implemented.
    Mandatory,
}

impl Need {
    /// The word of the spec language.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Optional => "optional",
            Self::Mandatory => "mandatory",
        }
    }
}
