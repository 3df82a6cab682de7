//! Whether a column can hold what a parameter may be.

use koo_runtime::validate::{Actual, LengthUnit as Counted, Limit};
use koo_spec::catalogue::{Format, Length, LengthUnit, Parameter, Type};

use super::column::{Holds, Unit};
use super::parameter::Found;
use crate::finding::Severity;

/// Something that does not fit.
#[derive(Debug)]
pub(super) struct Misfit {
    pub(super) severity: Severity,
    pub(super) rule: &'static str,
    pub(super) message: String,
    pub(super) limit: Option<Limit>,
    pub(super) actual: Option<Actual>,
    pub(super) hint: Option<String>,
}

impl Misfit {
    fn new(severity: Severity, rule: &'static str, message: String) -> Self {
        Self {
            severity,
            rule,
            message,
            limit: None,
            actual: None,
            hint: None,
        }
    }
}

/// What of a parameter a column of type `declared` cannot hold.
pub(super) fn misfits(found: &Found<'_>, declared: &str, holds: &Holds) -> Vec<Misfit> {
    let parameter = found.parameter;
    let kind = |what: &str| {
        let message = format!("{declared} cannot hold {what}");
        vec![Misfit::new(Severity::Error, "column_kind", message)]
    };
    let of_type = &parameter.r#type.value;
    match (of_type, holds) {
        (_, Holds::Other | Holds::Text(None))
        | (Type::List(_) | Type::Map(_) | Type::Any, Holds::Json)
        | (Type::Boolean, Holds::Boolean | Holds::Whole(_))
        | (Type::Integer, Holds::Decimal(None) | Holds::Float) => Vec::new(),
        (Type::List(_) | Type::Map(_) | Type::Any, _) => boundless(declared),
        _ if found.family.fields_of(of_type).is_some() => match holds {
            Holds::Json => Vec::new(),
            _ => boundless(declared),
        },
        (Type::Boolean, Holds::Text(Some((width, _)))) if *width >= 5 => Vec::new(),
        (Type::Boolean, _) => kind("true or false"),
        (Type::Decimal { precision, scale }, _) => decimal(declared, holds, *precision, *scale),
        (Type::Integer, Holds::Text(Some((width, _)))) => {
            let digits = greatest(parameter).number().unwrap_or(20);
            if *width < digits {
                vec![too_few_digits(declared, *width, digits)]
            } else {
                Vec::new()
            }
        }
        (Type::Integer, Holds::Whole(digits)) => whole(parameter, declared, u64::from(*digits)),
        (Type::Integer, Holds::Decimal(Some((precision, scale)))) => {
            whole(parameter, declared, precision.saturating_sub(*scale))
        }
        (Type::Integer, _) => kind("a whole number"),
        (_, Holds::Text(Some((width, unit)))) => text(parameter, declared, *width, *unit),
        (_, Holds::Time) => match parameter.format {
            Some(Format::Timestamp(_) | Format::EpochMillis) => Vec::new(),
            _ => kind("text that is no time"),
        },
        (_, Holds::Uuid) => match parameter.format {
            Some(Format::Uuid) => Vec::new(),
            _ => kind("text that need not be a UUID"),
        },
        (_, Holds::Json) => match parameter.format {
            Some(Format::Json) => Vec::new(),
            _ if parameter.holds.is_some() => Vec::new(),
            _ => kind("text that is no JSON"),
        },
        (_, Holds::Whole(_) | Holds::Decimal(_)) => match parameter.format {
            Some(Format::EpochMillis) => whole_text(declared, holds),
            _ => kind("text"),
        },
        (_, Holds::Float | Holds::Boolean) => kind("text"),
        (_, Holds::OneOf(values)) => listed(found, declared, values),
    }
}

/// The greatest length that any site documents.
fn greatest(parameter: &Parameter) -> Length {
    let of_sites = parameter
        .differences
        .values()
        .filter_map(|difference| difference.max_length);
    of_sites.fold(parameter.limits.max_length, |most, length| {
        match (most, length) {
            (Length::AtMost(one), Length::AtMost(other)) => Length::AtMost(one.max(other)),
            (Length::Unlimited, _) | (_, Length::Unlimited) => Length::Unlimited,
            _ => Length::Unknown,
        }
    })
}

fn text(parameter: &Parameter, declared: &str, width: u64, unit: Unit) -> Vec<Misfit> {
    let most = match greatest(parameter) {
        Length::AtMost(most) => most,
        Length::Unlimited => return boundless(declared),
        Length::Unknown => {
            let message =
                format!("{declared} may be too narrow: the contract states no greatest length");
            return vec![Misfit::new(Severity::Warning, "column_width", message)];
        }
    };
    let counted = match parameter.limits.unit {
        LengthUnit::Characters => Counted::Characters,
        LengthUnit::Bytes => Counted::Bytes,
        LengthUnit::Utf16 => Counted::Utf16,
    };
    let needed = match unit {
        // A character is at least one byte, and at least one unit of UTF-16.
        Unit::Characters => most,
        Unit::Bytes => most.saturating_mul(most_bytes(parameter)),
    };
    if width >= needed {
        return Vec::new();
    }
    let count = usize::try_from(most).unwrap_or(usize::MAX);
    let (limit, holds) = (
        to_words(most, counted),
        match unit {
            Unit::Characters => to_words(width, Counted::Characters),
            Unit::Bytes => to_words(width, Counted::Bytes),
        },
    );
    let in_bytes = if needed == most {
        String::new()
    } else {
        format!(", which are up to {needed} bytes in UTF-8")
    };
    let message = format!("{declared} holds {holds}; the contract allows {limit}{in_bytes}");
    vec![Misfit {
        limit: Some(Limit::Length {
            count,
            unit: counted,
        }),
        actual: Some(Actual::Length(usize::try_from(width).unwrap_or(usize::MAX))),
        hint: Some(format!("widen the column to {needed} at least")),
        ..Misfit::new(Severity::Error, "column_width", message)
    }]
}

fn to_words(count: u64, unit: Counted) -> String {
    format!(
        "{count} {}",
        unit.noun(usize::try_from(count).unwrap_or(usize::MAX))
    )
}

/// How many bytes of UTF-8 one unit of the parameter's length can take.
fn most_bytes(parameter: &Parameter) -> u64 {
    match (&parameter.format, parameter.limits.unit) {
        // These are ASCII.
        (
            Some(
                Format::Hex
                | Format::Base64
                | Format::Uuid
                | Format::EpochMillis
                | Format::UrlencodedBase64Json,
            ),
            _,
        )
        | (_, LengthUnit::Bytes) => 1,
        (_, LengthUnit::Utf16) => 3,
        (_, LengthUnit::Characters) => 4,
    }
}

/// A bounded column for something without bound.
fn boundless(declared: &str) -> Vec<Misfit> {
    let message = format!("{declared} may be too narrow: the contract sets no limit");
    vec![Misfit::new(Severity::Warning, "column_width", message)]
}

fn whole(parameter: &Parameter, declared: &str, digits: u64) -> Vec<Misfit> {
    let of_bound = parameter.limits.maximum.as_ref();
    let needed = of_bound.map(|bound| bound.trim_start_matches(['-', '+']).len() as u64);
    match needed.or(greatest(parameter).number()) {
        Some(needed) if digits < needed => vec![too_few_digits(declared, digits, needed)],
        _ => Vec::new(),
    }
}

/// A time in milliseconds has 13 digits.
fn whole_text(declared: &str, holds: &Holds) -> Vec<Misfit> {
    let digits = match holds {
        Holds::Whole(digits) => u64::from(*digits),
        Holds::Decimal(Some((precision, scale))) => precision.saturating_sub(*scale),
        _ => return Vec::new(),
    };
    if digits < 13 {
        vec![too_few_digits(declared, digits, 13)]
    } else {
        Vec::new()
    }
}

fn too_few_digits(declared: &str, holds: u64, needed: u64) -> Misfit {
    let message = format!("{declared} holds {holds} digits; the contract allows {needed}");
    Misfit::new(Severity::Error, "column_width", message)
}

fn decimal(declared: &str, holds: &Holds, precision: u32, scale: u32) -> Vec<Misfit> {
    let (before, after) = (u64::from(precision.saturating_sub(scale)), u64::from(scale));
    let limit = Limit::Digits { precision, scale };
    let wrong = |severity, message: String| {
        vec![Misfit {
            limit: Some(limit.clone()),
            ..Misfit::new(severity, "column_width", message)
        }]
    };
    let held = match holds {
        Holds::Decimal(None) => return Vec::new(),
        Holds::Decimal(Some((precision, scale))) => (precision.saturating_sub(*scale), *scale),
        Holds::Whole(digits) => (u64::from(*digits), 0),
        Holds::Float => {
            let message = format!("{declared} rounds decimal numbers");
            return wrong(Severity::Warning, message);
        }
        // A sign and a point besides the digits.
        Holds::Text(Some((width, _))) if *width >= before + after + 2 => return Vec::new(),
        Holds::Text(Some((width, _))) => {
            let message = format!(
                "{declared} holds {width} characters; a number of the contract can have {}",
                before + after + 2
            );
            return wrong(Severity::Error, message);
        }
        _ => {
            let message = format!("{declared} cannot hold a decimal number");
            return vec![Misfit::new(Severity::Error, "column_kind", message)];
        }
    };
    if held.0 >= before && held.1 >= after {
        return Vec::new();
    }
    let message = format!(
        "{declared} holds {} digits before the point and {} after it; the contract allows {before} and {after}",
        held.0, held.1
    );
    wrong(Severity::Error, message)
}

/// Texts that an enumeration of the database lacks.
fn listed(found: &Found<'_>, declared: &str, values: &[String]) -> Vec<Misfit> {
    let known = found.family.values_of(found.parameter);
    let missing: Vec<_> = known
        .iter()
        .map(|value| value.value.as_str())
        .filter(|value| !values.iter().any(|known| known == value))
        .collect();
    if known.is_empty() {
        let message = format!("{declared} cannot hold any text");
        return vec![Misfit::new(Severity::Error, "column_kind", message)];
    }
    if missing.is_empty() {
        // New values appear without notice.
        let message = format!("{declared} cannot hold values that the contract will list later");
        return vec![Misfit::new(Severity::Warning, "column_kind", message)];
    }
    let message = format!("{declared} lacks {}", missing.join(", "));
    vec![Misfit::new(Severity::Error, "column_kind", message)]
}
