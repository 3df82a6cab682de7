//! What is to be written: everything checked, every name resolved.

use proc_macro2::{Ident, Span};
use syn::{Generics, LitStr, Member, Path, WherePredicate};

use super::syntax::{End, Format, Unit};

/// The implementation of `Validate` for one struct.
pub(super) struct Model {
    /// Path of koo-runtime.
    pub(super) runtime: Path,
    pub(super) name: Ident,
    pub(super) generics: Generics,
    /// What type parameters must have for the rules to work.
    pub(super) bounds: Vec<WherePredicate>,
    /// The fields that have rules.
    pub(super) fields: Vec<Field>,
}

/// A field and its rules.
pub(super) struct Field {
    pub(super) member: Member,
    /// Where the compiler's complaints about the field's type point.
    pub(super) span: Span,
    pub(super) place: Place,
    pub(super) rules: Vec<Rule>,
}

/// Where a value is, seen from the struct.
#[derive(Clone)]
pub(super) enum Place {
    /// In the member of that name on the wire.
    Member(String),
    /// In the element of a tuple.
    Element(usize),
    /// Where the struct itself is: it stands for this field, or has its members as its own.
    Same,
}

/// One rule of a field.
pub(super) enum Rule {
    Required,
    RequiredIf {
        condition: Condition,
        /// The condition with names as on the wire, for reports.
        wording: String,
    },
    Items(End, usize),
    Value(ValueRule),
    /// Rules for each element of a list.
    Each(Vec<ValueRule>),
    Nested,
}

/// A rule that holds for a single value.
pub(super) enum ValueRule {
    Length(End, Unit, usize),
    Bound(End, i128),
    Decimal { precision: u32, scale: u32 },
    OneOf(Vec<LitStr>),
    Format(Format),
}

/// A condition over the fields of the struct.
pub(super) enum Condition {
    Any(Vec<Condition>),
    All(Vec<Condition>),
    Not(Box<Condition>),
    Present(Member),
    In(Member, Vec<Literal>),
    Equal(Operand, Operand),
    Unequal(Operand, Operand),
}

impl Condition {
    /// Whether some part asks whether a field is there.
    pub(super) fn asks_presence(&self) -> bool {
        match self {
            Self::Any(parts) | Self::All(parts) => parts.iter().any(Self::asks_presence),
            Self::Not(part) => part.asks_presence(),
            Self::Present(_) => true,
            Self::In(..) | Self::Equal(..) | Self::Unequal(..) => false,
        }
    }
}

/// One side of a comparison.
pub(super) enum Operand {
    Field(Member),
    Literal(Literal),
}

/// A literal.
pub(super) enum Literal {
    Text(LitStr),
    Integer(i128),
    Bool(bool),
}
