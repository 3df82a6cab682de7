//! The rules themselves: one function each.
//!
//! Both `#[derive(Validate)]` and interpreters of a contract call these, so a value is judged alike whoever asks, and
//! the reports read alike. Each function adds to `found` what it finds at the path `at`. When it finds nothing, it
//! allocates nothing.
//!
//! ```
//! use koo_runtime::validate::{LengthUnit, Path, Violations, rules};
//!
//! let mut found = Violations::new();
//! let root = Path::root();
//! rules::max_length("CS2211181819", 8, LengthUnit::Characters, root.field("orderId"), &mut found);
//! assert_eq!(found.to_string(), "orderId: 12 characters, at most 8 allowed");
//! ```

use super::{
    Actual, AsText, Format, Items, LengthUnit, Limit, Number, Path, Presence, Rule, Violation,
    Violations, decimal_digits, decimal_fits, exceeds, falls_short,
};

/// The value must be there.
#[inline]
pub fn required<T: Presence + ?Sized>(value: &T, at: Path<'_>, found: &mut Violations) {
    if !value.is_present() {
        report(at, Rule::Required, None, None, found);
    }
}

/// The value must be there if `needed` says so; `condition` is what `needed` asks, for the report.
#[inline]
pub fn required_if<T: Presence + ?Sized>(
    value: &T,
    needed: impl FnOnce() -> bool,
    condition: &str,
    at: Path<'_>,
    found: &mut Violations,
) {
    if !value.is_present() && needed() {
        conditionally_missing(at, condition, found);
    }
}

/// The text may not be longer than `max`.
#[inline]
pub fn max_length<T: AsText + ?Sized>(
    value: &T,
    max: usize,
    unit: LengthUnit,
    at: Path<'_>,
    found: &mut Violations,
) {
    if let Some(text) = value.as_text()
        && let Some(actual) = exceeds(text, max, unit)
    {
        wrong_length(at, Rule::MaxLength, max, unit, actual, found);
    }
}

/// The text may not be shorter than `min`.
#[inline]
pub fn min_length<T: AsText + ?Sized>(
    value: &T,
    min: usize,
    unit: LengthUnit,
    at: Path<'_>,
    found: &mut Violations,
) {
    if let Some(text) = value.as_text()
        && let Some(actual) = falls_short(text, min, unit)
    {
        wrong_length(at, Rule::MinLength, min, unit, actual, found);
    }
}

/// The list may not have more than `max` elements.
#[inline]
pub fn max_items<C: Items + ?Sized>(value: &C, max: usize, at: Path<'_>, found: &mut Violations) {
    if let Some(count) = value.count()
        && count > max
    {
        wrong_count(at, Rule::MaxItems, max, count, found);
    }
}

/// The list may not have fewer than `min` elements.
#[inline]
pub fn min_items<C: Items + ?Sized>(value: &C, min: usize, at: Path<'_>, found: &mut Violations) {
    if let Some(count) = value.count()
        && count < min
    {
        wrong_count(at, Rule::MinItems, min, count, found);
    }
}

/// The number may not be less than `bound`.
#[inline]
pub fn minimum<N: Number + ?Sized>(value: &N, bound: i128, at: Path<'_>, found: &mut Violations) {
    if value.is_below(bound) {
        out_of_bounds(at, Rule::Minimum, bound, found);
    }
}

/// The number may not be more than `bound`.
#[inline]
pub fn maximum<N: Number + ?Sized>(value: &N, bound: i128, at: Path<'_>, found: &mut Violations) {
    if value.is_above(bound) {
        out_of_bounds(at, Rule::Maximum, bound, found);
    }
}

/// The text must be a decimal number of at most `precision` digits, `scale` of them kept for the places after the
/// point; see [`decimal_fits`].
#[inline]
pub fn decimal<T: AsText + ?Sized>(
    value: &T,
    precision: u32,
    scale: u32,
    at: Path<'_>,
    found: &mut Violations,
) {
    if let Some(text) = value.as_text()
        && !decimal_fits(text, precision, scale)
    {
        wrong_decimal(at, precision, scale, text, found);
    }
}

/// The text must be one of `allowed`.
#[inline]
pub fn one_of<T: AsText + ?Sized>(
    value: &T,
    allowed: &[&str],
    at: Path<'_>,
    found: &mut Violations,
) {
    if let Some(text) = value.as_text()
        && !allowed.contains(&text)
    {
        unknown(at, allowed, found);
    }
}

/// The text must have the form `format`.
#[inline]
pub fn format<T: AsText + ?Sized>(
    value: &T,
    format: Format<'_>,
    at: Path<'_>,
    found: &mut Violations,
) {
    if let Some(text) = value.as_text()
        && !format.matches(text)
    {
        malformed(at, format, found);
    }
}

/// Applies `rules` to every element of the list at `at`.
#[inline]
pub fn each<C: Items + ?Sized>(
    value: &C,
    at: Path<'_>,
    found: &mut Violations,
    mut rules: impl FnMut(&C::Item, Path<'_>, &mut Violations),
) {
    value.each(&at, |item, at| rules(item, at, found));
}

// Everything below runs only when a rule is broken; kept out of line, so that the checks stay small.

#[cold]
#[inline(never)]
fn report(
    at: Path<'_>,
    rule: Rule,
    limit: Option<Limit>,
    actual: Option<Actual>,
    found: &mut Violations,
) {
    let mut violation = Violation::new(&at, rule);
    if let Some(limit) = limit {
        violation = violation.with_limit(limit);
    }
    if let Some(actual) = actual {
        violation = violation.with_actual(actual);
    }
    found.push(violation);
}

#[cold]
#[inline(never)]
fn conditionally_missing(at: Path<'_>, condition: &str, found: &mut Violations) {
    let limit = Limit::Condition(condition.to_owned());
    report(at, Rule::Required, Some(limit), None, found);
}

#[cold]
#[inline(never)]
fn wrong_length(
    at: Path<'_>,
    rule: Rule,
    count: usize,
    unit: LengthUnit,
    actual: usize,
    found: &mut Violations,
) {
    let limit = Limit::Length { count, unit };
    report(at, rule, Some(limit), Some(Actual::Length(actual)), found);
}

#[cold]
#[inline(never)]
fn wrong_count(at: Path<'_>, rule: Rule, count: usize, actual: usize, found: &mut Violations) {
    report(
        at,
        rule,
        Some(Limit::Items(count)),
        Some(Actual::Items(actual)),
        found,
    );
}

#[cold]
#[inline(never)]
fn out_of_bounds(at: Path<'_>, rule: Rule, bound: i128, found: &mut Violations) {
    report(at, rule, Some(Limit::Number(bound)), None, found);
}

#[cold]
#[inline(never)]
fn wrong_decimal(at: Path<'_>, precision: u32, scale: u32, text: &str, found: &mut Violations) {
    let limit = Limit::Digits { precision, scale };
    let actual =
        decimal_digits(text).map(|(integer, fraction)| Actual::Digits { integer, fraction });
    report(at, Rule::Decimal, Some(limit), actual, found);
}

#[cold]
#[inline(never)]
fn unknown(at: Path<'_>, allowed: &[&str], found: &mut Violations) {
    let limit = Limit::OneOf(allowed.iter().copied().map(str::to_owned).collect());
    report(at, Rule::OneOf, Some(limit), None, found);
}

#[cold]
#[inline(never)]
fn malformed(at: Path<'_>, format: Format<'_>, found: &mut Violations) {
    report(
        at,
        Rule::Format,
        Some(Limit::Format(format.to_string())),
        None,
        found,
    );
}
