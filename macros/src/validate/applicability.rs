//! Which rules fit which types, and each other.

use syn::Ident;

use super::syntax::{End, Entry, Rule};
use crate::common::errors::Errors;
use crate::common::shape::{Kind, Shape};

/// Reports rules in `entries` that do not fit a field of type `shape`, or one another.
pub(super) fn check(entries: &[Entry], shape: &Shape<'_>, errors: &mut Errors) {
    for entry in entries {
        if let Some(message) = misfit(entry, shape) {
            errors.at(entry.name.span(), message);
        }
    }
    check_units(entries, errors);
    check_ends(entries, errors);
    check_company(entries, errors);
}

/// Reports rules in `each(…)` that do not fit a list of type `shape`, or one another.
pub(super) fn check_each(name: &Ident, entries: &[Entry], shape: &Shape<'_>, errors: &mut Errors) {
    if entries.is_empty() {
        errors.at(name.span(), "`each` needs at least one rule");
    }
    for entry in entries {
        match entry.rule {
            Rule::Length(..)
            | Rule::Value(..)
            | Rule::Decimal { .. }
            | Rule::OneOf(_)
            | Rule::Format(_) => {}
            Rule::Nested => errors.at(
                entry.name.span(),
                "`nested` stands outside `each`; on a list it is about every element",
            ),
            _ => errors.at(
                entry.name.span(),
                format_args!(
                    "`{}` is about the field, not about each element",
                    entry.name
                ),
            ),
        }
    }
    if let Kind::Items(item) = &shape.kind {
        check(entries, item, errors);
    } else {
        check_units(entries, errors);
        check_ends(entries, errors);
    }
}

/// Why `entry` does not fit a field of type `shape`, if it shows.
fn misfit(entry: &Entry, shape: &Shape<'_>) -> Option<String> {
    let name = &entry.name;
    let noun = shape.kind.noun()?;
    let (fits, about, hint) = match &entry.rule {
        Rule::Required | Rule::RequiredIf(_) => {
            let hint = match shape.kind {
                Kind::Text => "; to refuse an empty text use `min_chars = 1`",
                Kind::Items(_) => "; to refuse an empty list use `min_items = 1`",
                _ => "",
            };
            return (!shape.optional).then(|| {
                format!("`{name}` is for an `Option`, and this field is {noun}, which is always there{hint}")
            });
        }
        Rule::Length(end, ..) => (
            matches!(shape.kind, Kind::Text | Kind::Decimal),
            "a text",
            match (&shape.kind, end) {
                (Kind::Items(_), End::Most) => "; use `max_items`, or `each(…)` for every element",
                (Kind::Items(_), End::Least) => "; use `min_items`, or `each(…)` for every element",
                (Kind::Integer(_) | Kind::Float, End::Most) => "; use `maximum`",
                (Kind::Integer(_) | Kind::Float, End::Least) => "; use `minimum`",
                _ => "",
            },
        ),
        Rule::OneOf(_) | Rule::Format(_) => (
            matches!(shape.kind, Kind::Text | Kind::Decimal),
            "a text",
            match shape.kind {
                Kind::Items(_) => "; use `each(…)` for every element",
                _ => "",
            },
        ),
        Rule::Decimal { .. } => (
            matches!(shape.kind, Kind::Text | Kind::Decimal),
            "a `Decimal` or a text",
            "",
        ),
        Rule::Value(end, bound) => {
            if let Kind::Integer(Some((least, most))) = shape.kind
                && !(least..=most).contains(bound)
            {
                return Some(format!(
                    "the type holds {least} to {most}, so `{name} = {bound}` decides nothing"
                ));
            }
            (
                matches!(shape.kind, Kind::Integer(_) | Kind::Float | Kind::Decimal),
                "a number",
                match (&shape.kind, end) {
                    (Kind::Text, End::Most) => "; use `max_chars`",
                    (Kind::Text, End::Least) => "; use `min_chars`",
                    (Kind::Items(_), End::Most) => {
                        "; use `max_items`, or `each(…)` for every element"
                    }
                    (Kind::Items(_), End::Least) => {
                        "; use `min_items`, or `each(…)` for every element"
                    }
                    _ => "",
                },
            )
        }
        Rule::Items(end, _) => (
            matches!(shape.kind, Kind::Items(_)),
            "a list",
            match (&shape.kind, end) {
                (Kind::Text, End::Most) => "; use `max_chars`",
                (Kind::Text, End::Least) => "; use `min_chars`",
                _ => "",
            },
        ),
        Rule::Each(_) => (matches!(shape.kind, Kind::Items(_)), "a list", ""),
        Rule::Nested => {
            let element = innermost(shape);
            (
                element.kind.noun().is_none(),
                "a struct or an enum that has `Validate`, or a list of such",
                "",
            )
        }
        Rule::Skip => return None,
    };
    (!fits).then(|| format!("`{name}` is for {about}, and this is {noun}{hint}"))
}

/// The element of lists of lists.
pub(super) fn innermost<'s, 'a>(shape: &'s Shape<'a>) -> &'s Shape<'a> {
    match &shape.kind {
        Kind::Items(item) => innermost(item),
        _ => shape,
    }
}

/// Reports lengths that are counted in different units.
fn check_units(entries: &[Entry], errors: &mut Errors) {
    let mut first = None;
    for entry in entries {
        let Rule::Length(_, unit, _) = entry.rule else {
            continue;
        };
        let (name, other) = *first.get_or_insert((&entry.name, unit));
        if other != unit {
            errors.at(
                entry.name.span(),
                format_args!(
                    "`{}` counts {}, but `{name}` counts {}; a field has one unit",
                    entry.name,
                    unit.noun(),
                    other.noun()
                ),
            );
        }
    }
}

/// Reports ends that leave nothing between them.
fn check_ends(entries: &[Entry], errors: &mut Errors) {
    let ends = |wanted: End| {
        entries.iter().filter_map(move |entry| {
            end_of(&entry.rule)
                .filter(|(end, ..)| *end == wanted)
                .map(|end| (entry, end))
        })
    };
    for (least, (_, measure, from)) in ends(End::Least) {
        for (most, (_, other, to)) in ends(End::Most) {
            if measure == other && from > to {
                errors.at(
                    most.name.span(),
                    format_args!(
                        "nothing fits: `{} = {from}` is more than `{} = {to}`",
                        least.name, most.name
                    ),
                );
            }
        }
    }
}

/// What an end limits; only ends of the same are compared.
#[derive(Clone, Copy, PartialEq)]
enum Measure {
    Length,
    Items,
    Value,
}

fn end_of(rule: &Rule) -> Option<(End, Measure, i128)> {
    let wide = |count: usize| i128::try_from(count).unwrap_or(i128::MAX);
    match rule {
        Rule::Length(end, _, count) => Some((*end, Measure::Length, wide(*count))),
        Rule::Items(end, count) => Some((*end, Measure::Items, wide(*count))),
        Rule::Value(end, bound) => Some((*end, Measure::Value, *bound)),
        _ => None,
    }
}

/// Reports rules that make others pointless.
fn check_company(entries: &[Entry], errors: &mut Errors) {
    let find = |wanted: fn(&Rule) -> bool| entries.iter().find(|entry| wanted(&entry.rule));
    if let Some(skip) = find(|rule| matches!(rule, Rule::Skip))
        && entries.len() > 1
    {
        errors.at(
            skip.name.span(),
            "`skip` takes the field out, so it stands alone",
        );
    }
    if let (Some(_), Some(conditional)) = (
        find(|rule| matches!(rule, Rule::Required)),
        find(|rule| matches!(rule, Rule::RequiredIf(_))),
    ) {
        errors.at(
            conditional.name.span(),
            "the field is `required` in any case",
        );
    }
}
