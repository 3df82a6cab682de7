//! Limits, values, documentation and provenance of parameters.

use super::sibling_groups;
use crate::catalogue::{Family, Length, LengthUnit, ListedValue, Parameter, Reading, Type};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::source::Span;

pub(super) fn check(family: &Family, found: &mut Diagnostics) {
    for siblings in sibling_groups(family) {
        for parameter in siblings.parameters {
            documented(parameter, &siblings.owner, found);
            limits(parameter, found);
            values(family, parameter, found);
            conflicts(parameter, found);
        }
    }
}

fn documented(parameter: &Parameter, owner: &str, found: &mut Diagnostics) {
    if parameter.doc.en.is_empty() {
        found.push(
            Diagnostic::new(
                Rule::ParameterWithoutDoc,
                format!("`{}` of {owner} has no description", parameter.name),
            )
            .at(parameter.span, "this parameter")
            .hint("add `doc: …` in your own words"),
        );
    }
    if parameter.provenance.pages.is_empty() {
        found.push(
            Diagnostic::new(
                Rule::ParameterWithoutPage,
                format!("`{}` of {owner} names no source page", parameter.name),
            )
            .at(parameter.span, "this parameter")
            .hint("add `page: …`: every fact names the page it was read on"),
        );
    }
}

fn limits(parameter: &Parameter, found: &mut Diagnostics) {
    let limits = &parameter.limits;
    let r#type = &parameter.r#type.value;
    let contradiction = |what: String| {
        Diagnostic::new(
            Rule::ContradictoryLimits,
            format!("`{}`: {what}", parameter.name),
        )
        .at(parameter.span, "nothing satisfies both")
    };
    if let (Some(min), Length::AtMost(max)) = (limits.min_length, limits.max_length)
        && min > max
    {
        found.push(contradiction(format!(
            "min_length {min} is above max_length {max}"
        )));
    }
    if let (Some(min), Length::AtMost(max)) = (limits.min_items, limits.max_items)
        && min > max
    {
        found.push(contradiction(format!(
            "min_items {min} is above max_items {max}"
        )));
    }
    if let (Some(min), Some(max)) = (&limits.minimum, &limits.maximum)
        && let (Ok(low), Ok(high)) = (min.parse::<f64>(), max.parse::<f64>())
        && low > high
    {
        found.push(contradiction(format!("min {min} is above max {max}")));
    }
    for bound in limits.minimum.iter().chain(&limits.maximum) {
        if bound.parse::<i64>().is_err() {
            found.push(
                Diagnostic::new(
                    Rule::LimitNotApplicable,
                    format!(
                        "`{}`: the bound {bound} is not a whole number",
                        parameter.name
                    ),
                )
                .at(parameter.span, "cannot be enforced")
                .hint("write a whole bound, and the exact one in `doc`"),
            );
        }
    }
    let innermost = r#type.innermost();
    let counts_text = innermost.is_text()
        || matches!(
            innermost,
            Type::Named(_) | Type::Binary | Type::Any | Type::Object(_)
        );
    if limits.max_length.number().is_some() && !counts_text {
        found.push(not_applicable(
            parameter,
            "max_length",
            &r#type.expression(),
            limits.max_length_span,
        ));
    }
    let is_list = matches!(r#type, Type::List(_) | Type::Map(_));
    if (limits.max_items.number().is_some() || limits.min_items.is_some()) && !is_list {
        found.push(not_applicable(
            parameter,
            "max_items",
            &r#type.expression(),
            None,
        ));
    }
    let is_number = matches!(innermost, Type::Integer | Type::Decimal { .. });
    if (limits.minimum.is_some() || limits.maximum.is_some()) && !is_number {
        found.push(not_applicable(
            parameter,
            "min and max",
            &r#type.expression(),
            None,
        ));
    }
}

fn not_applicable(
    parameter: &Parameter,
    limit: &str,
    r#type: &str,
    span: Option<Span>,
) -> Diagnostic {
    Diagnostic::new(
        Rule::LimitNotApplicable,
        format!("`{}` has {limit}, but its type is {type}", parameter.name),
    )
    .at(
        span.unwrap_or(parameter.span),
        "means nothing for this type",
    )
    .hint("max_length is for text, max_items for lists, min and max for numbers")
}

fn values(family: &Family, parameter: &Parameter, found: &mut Diagnostics) {
    let listed = family.values_of(parameter);
    for value in &parameter.values {
        fits_length(parameter, &value.value, value.span, "a listed value", found);
    }
    let defaults = parameter.default.iter().chain(
        parameter
            .differences
            .values()
            .filter_map(|site| site.default.as_ref()),
    );
    for default in defaults {
        fits_length(
            parameter,
            &default.value,
            default.span,
            "the default",
            found,
        );
        outside(
            parameter,
            listed,
            &default.value,
            default.span,
            "default",
            found,
        );
    }
    for value in parameter
        .differences
        .values()
        .filter_map(|site| site.values.as_ref())
        .flatten()
    {
        outside(
            parameter,
            listed,
            &value.value,
            value.span,
            "value of a site",
            found,
        );
    }
}

fn outside(
    parameter: &Parameter,
    listed: &[ListedValue],
    value: &str,
    span: Span,
    what: &str,
    found: &mut Diagnostics,
) {
    if !listed.is_empty() && !listed.iter().any(|known| known.value == value) {
        found.push(
            Diagnostic::new(
                Rule::DefaultOutsideValues,
                format!(
                    "`{}`: the {what} `{value}` is not among its listed values",
                    parameter.name
                ),
            )
            .at(span, "not listed")
            .suggest(value, listed.iter().map(|known| known.value.as_str()))
            .hint(format!(
                "listed: {}",
                listed
                    .iter()
                    .map(|known| known.value.as_str())
                    .collect::<Vec<_>>()
                    .join(", ")
            )),
        );
    }
}

/// Reports a value of the contract's own that is longer than the parameter's limit.
pub(super) fn fits_length(
    parameter: &Parameter,
    value: &str,
    span: Span,
    what: &str,
    found: &mut Diagnostics,
) {
    let limits = &parameter.limits;
    let Length::AtMost(max) = limits.max_length else {
        return;
    };
    let (length, unit) = match limits.unit {
        LengthUnit::Characters => (value.chars().count(), "characters"),
        LengthUnit::Bytes => (value.len(), "bytes"),
        LengthUnit::Utf16 => (value.encode_utf16().count(), "UTF-16 units"),
    };
    if length as u64 > max && limits.advisory.is_none() {
        let mut diagnostic = Diagnostic::new(
            Rule::LimitTooShort,
            format!(
                "`{}` allows {max} {unit}, {what} `{value}` has {length}",
                parameter.name
            ),
        )
        .at(
            limits.max_length_span.unwrap_or(parameter.span),
            format!("at most {max}"),
        );
        if Some(span) != limits.max_length_span {
            diagnostic = diagnostic.at(span, format!("{length} {unit}"));
        }
        found.push(diagnostic.hint("look the limit up again, or the value"));
    }
}

/// Pages that print different things need an erratum that decides.
fn conflicts(parameter: &Parameter, found: &mut Diagnostics) {
    if parameter.erratum.is_none() && parameter.limits.advisory.is_none() {
        for (index, reading) in parameter.readings.iter().enumerate() {
            let others = parameter.readings.get(..index).unwrap_or_default();
            let disagrees = differs_from_parameter(reading, parameter)
                || others
                    .iter()
                    .any(|other| differs_from_reading(reading, other));
            if disagrees {
                found.push(
                    Diagnostic::new(
                        Rule::ConflictWithoutErratum,
                        format!("pages contradict each other about `{}`", parameter.name),
                    )
                    .at(reading.span, "this reading differs")
                    .at(parameter.span, "from this parameter or from another reading")
                    .hint("add `erratum: some-id`, and say under `errata` which reading rules, and why"),
                );
            }
        }
    }
    if let Some(advisory) = &parameter.limits.advisory
        && advisory.value.trim().is_empty()
    {
        found.push(
            Diagnostic::new(
                Rule::AdvisoryWithoutErratum,
                format!(
                    "the limit of `{}` is not enforced, but no erratum says why",
                    parameter.name
                ),
            )
            .at(advisory.span, "name an erratum here"),
        );
    }
}

fn differs_from_parameter(reading: &Reading, parameter: &Parameter) -> bool {
    let letter = |presence: &crate::catalogue::Presence| presence.letter();
    reading
        .max_length
        .is_some_and(|length| length != parameter.limits.max_length)
        || reading
            .presence
            .as_ref()
            .is_some_and(|presence| letter(presence) != letter(&parameter.presence))
}

fn differs_from_reading(left: &Reading, right: &Reading) -> bool {
    fn both<T: PartialEq>(left: Option<&T>, right: Option<&T>) -> bool {
        matches!((left, right), (Some(left), Some(right)) if left != right)
    }
    both(left.max_length.as_ref(), right.max_length.as_ref())
        || both(left.presence.as_ref(), right.presence.as_ref())
        || both(left.r#type.as_ref(), right.r#type.as_ref())
        || both(left.format.as_ref(), right.format.as_ref())
        || both(left.values.as_ref(), right.values.as_ref())
        || both(left.doc.as_ref(), right.doc.as_ref())
}
