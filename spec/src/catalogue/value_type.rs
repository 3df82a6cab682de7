//! Types of parameters, and those defined by name.

use super::{Parameter, Placed, Provenance, Text};
use crate::source::Span;

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

/// An object or an open enumeration.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeDefinition {
    /// Name.
    pub name: String,
    /// What it is.
    pub doc: Text,
    /// Members or values.
    pub shape: TypeShape,
    /// Sources.
    pub provenance: Provenance,
    /// Where it is defined.
    pub span: Span,
}

/// What a defined type is.
#[derive(Debug, Clone, PartialEq)]
pub enum TypeShape {
    /// Members.
    Object(Vec<Parameter>),
    /// Listed values; others are kept.
    Enumeration(Vec<ListedValue>),
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
