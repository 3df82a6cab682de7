//! What can be violated, and by how much.

use std::fmt::{self, Display};

use super::LengthUnit;

/// The kind of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// The value must be there.
    Required,
    /// A text may not be longer.
    MaxLength,
    /// A text may not be shorter.
    MinLength,
    /// A list may not have more elements.
    MaxItems,
    /// A list may not have fewer elements.
    MinItems,
    /// A number may not be less.
    Minimum,
    /// A number may not be more.
    Maximum,
    /// A decimal number may not have more digits.
    Decimal,
    /// Only certain texts are allowed.
    OneOf,
    /// The text must have a certain form.
    Format,
    /// A rule of a hand-written [`Validate`](super::Validate), under its own name.
    Custom(&'static str),
}

impl Rule {
    /// The rule's name, as it appears in reports and metrics: `max_length`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::MaxLength => "max_length",
            Self::MinLength => "min_length",
            Self::MaxItems => "max_items",
            Self::MinItems => "min_items",
            Self::Minimum => "minimum",
            Self::Maximum => "maximum",
            Self::Decimal => "decimal",
            Self::OneOf => "one_of",
            Self::Format => "format",
            Self::Custom(name) => name,
        }
    }
}

impl Display for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// What the rule allows.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Limit {
    /// The length of a text, for [`Rule::MaxLength`] and [`Rule::MinLength`].
    Length {
        /// The most or the least allowed.
        count: usize,
        /// What is counted.
        unit: LengthUnit,
    },
    /// The number of elements, for [`Rule::MaxItems`] and [`Rule::MinItems`].
    Items(usize),
    /// The bound of a number, for [`Rule::Minimum`] and [`Rule::Maximum`].
    Number(i128),
    /// The digits of a decimal number, for [`Rule::Decimal`].
    Digits {
        /// Most digits in all.
        precision: u32,
        /// How many of them are kept for the places after the point.
        scale: u32,
    },
    /// The texts allowed, for [`Rule::OneOf`].
    OneOf(Vec<String>),
    /// What the text must be, in words, for [`Rule::Format`].
    Format(String),
    /// The condition under which the value is required, for [`Rule::Required`].
    Condition(String),
}

/// What was found instead. Counts only: never the value itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Actual {
    /// Length of a text, in the unit of the limit.
    Length(usize),
    /// Number of elements.
    Items(usize),
    /// Digits of a decimal number.
    Digits {
        /// Digits before the point, without leading zeros.
        integer: usize,
        /// Digits after the point, as written.
        fraction: usize,
    },
}
