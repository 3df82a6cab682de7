//! Recipes: how a signature or a cipher text is computed, as an expression over typed values.
//!
//! A recipe is written in a small part of Rust's expression syntax: names, text and number literals, `+` between
//! texts, and calls of the [`Function`]s. It is parsed ([`parse`]), type-checked ([`check`]) and either evaluated
//! ([`evaluate`]) or compiled by an emitter; the tree knows nothing of any target language.

pub mod check;
pub mod evaluate;
mod function;
mod parse;

pub use function::{Function, Operand};
pub use parse::parse;
pub(crate) use parse::{Place, is_too_complex, unbalanced};

use crate::source::Span;

/// A recipe: its text, its tree and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipe {
    /// As written.
    pub source: String,
    /// Where it stands.
    pub span: Span,
    /// What it computes; `None` when it could not be read, which has been reported.
    pub tree: Option<Expression>,
}

impl Recipe {
    /// The names the recipe uses; of one that could not be read every word, since any may be a name.
    pub fn mentioned(&self) -> Vec<&str> {
        match &self.tree {
            Some(tree) => tree.names().into_iter().map(|(name, _)| name).collect(),
            None => self
                .source
                .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
                .collect(),
        }
    }
}

/// An expression and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    /// What it is.
    pub kind: ExpressionKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of expressions.
#[derive(Debug, Clone, PartialEq)]
pub enum ExpressionKind {
    /// A secret, a carried value, an earlier step or a part of the message.
    Name(String),
    /// A text literal.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Texts put together.
    Concat(Vec<Expression>),
    /// A function applied to arguments.
    Call(Function, Vec<Expression>),
}

/// What a value in a recipe is. Text and bytes are kept apart: text becomes bytes as UTF-8 where a function takes
/// either, bytes become text only through `hex`, `base64` or `text`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Unicode text.
    Text,
    /// Bytes.
    Bytes,
    /// Names and values in order, such as a query string.
    Pairs,
    /// A whole number.
    Integer,
}

impl Kind {
    /// The word of messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Bytes => "bytes",
            Self::Pairs => "pairs",
            Self::Integer => "a whole number",
        }
    }
}

/// The parts of a message every recipe may name, with their kinds.
pub const MESSAGE_PARTS: &[(&str, Kind)] = &[
    ("body", Kind::Bytes),
    ("query", Kind::Pairs),
    ("headers", Kind::Pairs),
    ("method", Kind::Text),
    ("path", Kind::Text),
];

impl Expression {
    /// Whether the expression calls a function anywhere.
    pub fn calls(&self, wanted: Function) -> bool {
        match &self.kind {
            ExpressionKind::Call(function, _) if *function == wanted => true,
            ExpressionKind::Concat(parts) | ExpressionKind::Call(_, parts) => {
                parts.iter().any(|part| part.calls(wanted))
            }
            _ => false,
        }
    }

    /// Every name the expression uses, with its place.
    pub fn names(&self) -> Vec<(&str, Span)> {
        match &self.kind {
            ExpressionKind::Name(name) => vec![(name.as_str(), self.span)],
            ExpressionKind::Text(_) | ExpressionKind::Integer(_) => Vec::new(),
            ExpressionKind::Concat(parts) | ExpressionKind::Call(_, parts) => {
                parts.iter().flat_map(Self::names).collect()
            }
        }
    }
}
