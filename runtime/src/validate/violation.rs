//! What a check found.

use std::error::Error;
use std::fmt::{self, Display};

use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use super::{Actual, Limit, Path, Rule};

/// One broken rule: where, which, what is allowed and what was counted.
///
/// A violation never holds the value that broke the rule, so it can be logged or sent on whatever the field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    path: String,
    pointer: String,
    rule: Rule,
    limit: Option<Limit>,
    actual: Option<Actual>,
}

impl Violation {
    /// The value at `at` breaks `rule`.
    #[cold]
    pub fn new(at: &Path<'_>, rule: Rule) -> Self {
        Self {
            path: at.to_string(),
            pointer: at.to_pointer(),
            rule,
            limit: None,
            actual: None,
        }
    }

    /// Says what the rule allows.
    #[must_use]
    pub fn with_limit(mut self, limit: Limit) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Says what was counted.
    #[must_use]
    pub fn with_actual(mut self, actual: Actual) -> Self {
        self.actual = Some(actual);
        self
    }

    /// Where, for people: `info[0].frontEndUrl`. The whole value is `.`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Where, as a JSON pointer: `/info/0/frontEndUrl`. The whole value is the empty text.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Which rule.
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// What the rule allows.
    pub fn limit(&self) -> Option<&Limit> {
        self.limit.as_ref()
    }

    /// What was counted.
    pub fn actual(&self) -> Option<Actual> {
        self.actual
    }

    /// What is wrong, without the place: `70 characters, at most 64 allowed`.
    pub fn explanation(&self) -> impl Display + '_ {
        Explanation(self)
    }
}

impl Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.path, self.explanation())
    }
}

/// For reports in JSON: `path`, `pointer`, `rule` and `message`, all text.
impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut report = serializer.serialize_struct("Violation", 4)?;
        report.serialize_field("path", &self.path)?;
        report.serialize_field("pointer", &self.pointer)?;
        report.serialize_field("rule", self.rule.as_str())?;
        report.serialize_field("message", &self.explanation().to_string())?;
        report.end()
    }
}

/// Writes what is wrong with a value, in words.
struct Explanation<'a>(&'a Violation);

impl Display for Explanation<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Violation {
            rule,
            limit,
            actual,
            ..
        } = self.0;
        match (rule, limit, actual) {
            (Rule::Required, Some(Limit::Condition(condition)), _) => {
                write!(out, "missing, required when {condition}")
            }
            (Rule::Required, ..) => out.write_str("missing"),
            (
                Rule::MaxLength,
                Some(Limit::Length { count, unit }),
                Some(Actual::Length(actual)),
            ) => {
                write!(
                    out,
                    "{actual} {}, at most {count} allowed",
                    unit.noun(*actual)
                )
            }
            (
                Rule::MinLength,
                Some(Limit::Length { count, unit }),
                Some(Actual::Length(actual)),
            ) => {
                write!(
                    out,
                    "{actual} {}, at least {count} required",
                    unit.noun(*actual)
                )
            }
            (Rule::MaxItems, Some(Limit::Items(count)), Some(Actual::Items(actual))) => {
                write!(out, "{actual} {}, at most {count} allowed", items(*actual))
            }
            (Rule::MinItems, Some(Limit::Items(count)), Some(Actual::Items(actual))) => {
                write!(
                    out,
                    "{actual} {}, at least {count} required",
                    items(*actual)
                )
            }
            (Rule::Minimum, Some(Limit::Number(bound)), _) => write!(out, "less than {bound}"),
            (Rule::Maximum, Some(Limit::Number(bound)), _) => write!(out, "more than {bound}"),
            (
                Rule::Decimal,
                Some(Limit::Digits { precision, scale }),
                Some(Actual::Digits { integer, fraction }),
            ) => {
                let whole = precision.saturating_sub(*scale);
                write!(
                    out,
                    "{integer} digits before the point and {fraction} after it, at most {whole} and {scale} allowed"
                )
            }
            (Rule::Decimal, ..) => out.write_str("not a decimal number"),
            (Rule::OneOf, Some(Limit::OneOf(allowed)), _) => {
                write!(out, "not one of {}", allowed.join(", "))
            }
            (Rule::Format, Some(Limit::Format(form)), _) => write!(out, "not {form}"),
            _ => write!(out, "breaks the rule {rule}"),
        }
    }
}

const fn items(count: usize) -> &'static str {
    if count == 1 { "item" } else { "items" }
}

/// Every violation found in a value, in the order of its fields.
///
/// At most [`Violations::KEPT`] are kept, so that a hostile body cannot fill the memory with reports; the rest are
/// counted in [`omitted`](Violations::omitted).
///
/// As text, one line each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Violations {
    kept: Vec<Violation>,
    omitted: usize,
}

impl Violations {
    /// How many violations are kept.
    pub const KEPT: usize = 1000;

    /// None yet. Allocates nothing.
    pub const fn new() -> Self {
        Self {
            kept: Vec::new(),
            omitted: 0,
        }
    }

    /// Adds one.
    #[cold]
    pub fn push(&mut self, violation: Violation) {
        if self.kept.len() < Self::KEPT {
            self.kept.push(violation);
        } else {
            self.omitted += 1;
        }
    }

    /// Those kept.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.kept.iter()
    }

    /// How many were found, kept or not.
    pub fn len(&self) -> usize {
        self.kept.len() + self.omitted
    }

    /// How many were found beyond [`Violations::KEPT`].
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// Whether none was found.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// `Ok` if none was found.
    ///
    /// # Errors
    ///
    /// Itself, if any was found.
    #[inline]
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl Display for Violations {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, violation) in self.kept.iter().enumerate() {
            if number > 0 {
                out.write_str("\n")?;
            }
            violation.fmt(out)?;
        }
        if self.omitted > 0 {
            write!(out, "\nand {} more", self.omitted)?;
        }
        Ok(())
    }
}

impl Error for Violations {}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Extend<Violation> for Violations {
    fn extend<I: IntoIterator<Item = Violation>>(&mut self, violations: I) {
        for violation in violations {
            self.push(violation);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Violation, Violations};
    use crate::validate::{Path, Rule};

    #[test]
    fn keeps_so_many_and_counts_the_rest() {
        let mut found = Violations::new();
        assert_eq!(found.clone().into_result(), Ok(()));
        for index in 0..Violations::KEPT + 5 {
            found.push(Violation::new(&Path::root().index(index), Rule::Required));
        }
        assert_eq!(found.len(), 1005);
        assert_eq!(found.iter().count(), 1000);
        assert_eq!(found.omitted(), 5);
        assert!(found.to_string().ends_with("\n[999]: missing\nand 5 more"));
        assert!(found.into_result().is_err());
    }

    #[test]
    fn own_rules_are_named() {
        let violation = Violation::new(&Path::root().field("card"), Rule::Custom("luhn"));
        assert_eq!(violation.to_string(), "card: breaks the rule luhn");
        assert_eq!(violation.rule().as_str(), "luhn");
    }

    #[test]
    fn serializes_for_reports() {
        let violation = Violation::new(&Path::root().field("name"), Rule::Required);
        assert_eq!(
            serde_json::to_string(&violation).unwrap(),
            r#"{"path":"name","pointer":"/name","rule":"required","message":"missing"}"#
        );
    }
}
