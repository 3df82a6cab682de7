//! The contract in words, for documentation of every target.

use koo_spec::catalogue::{
    Compare, Format, Length, LengthUnit, Parameter, Presence, Retry, Scheme, SiteDifference, Text,
    Type,
};

/// What is said of a length that no page prints.
pub(crate) const UNDOCUMENTED: &str = "length not documented";

/// A title in both languages: `Creating an instance (创建实例)`.
pub(crate) fn title(title: &Text) -> String {
    match &title.zh {
        Some(zh) => format!("{} ({zh})", title.en),
        None => title.en.clone(),
    }
}

/// A text as one or more sentences that begin with a capital letter and end with a full stop.
pub(crate) fn sentence(text: &str) -> String {
    let mut text = text.trim().to_owned();
    if let Some(first) = text.get(..1).map(str::to_ascii_uppercase) {
        // The first word may be a name that must keep its letter case.
        let word = text.split_whitespace().next().unwrap_or_default();
        if !is_code(word) && !word.starts_with('`') {
            text.replace_range(..1, &first);
        }
    }
    let end = text.trim_end_matches([')', '"', '”', '’', '）']);
    if !end.is_empty() && !end.ends_with(['.', '?', '!', ':', '。', '？', '！', '：']) {
        // Ideographs end with a full stop of their own width.
        let is_wide = text.ends_with(|last: char| last >= '\u{3000}');
        text.push(if is_wide { '。' } else { '.' });
    }
    text
}

/// Whether a word is a name of code: `camelCase`, `snake_case` or `CONSTANT_CASE`.
pub(crate) fn is_code(word: &str) -> bool {
    let ascii = word
        .chars()
        .all(|character| character.is_ascii_alphanumeric() || character == '_');
    let camel = word.starts_with(|first: char| first.is_ascii_lowercase())
        && word.chars().any(|letter| letter.is_ascii_uppercase());
    let snake = word.contains('_') && word.chars().any(|letter| letter.is_ascii_alphanumeric());
    ascii && (camel || snake)
}

/// What lengths count, behind a number; in a list they are those of each element.
fn unit(parameter: &Parameter, length: u64) -> String {
    let unit = match parameter.limits.unit {
        LengthUnit::Characters => "character",
        LengthUnit::Bytes => "byte",
        LengthUnit::Utf16 => "UTF-16 unit",
    };
    let each = if matches!(parameter.r#type.value, Type::List(_) | Type::Map(_)) {
        " each"
    } else {
        ""
    };
    format!("{}{each}", count(length, unit))
}

/// A number of things.
fn count(number: u64, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{plural}")
}

/// Whether something must be there, in a word.
pub(crate) const fn presence(presence: &Presence) -> &'static str {
    match presence {
        Presence::Mandatory => "mandatory",
        Presence::Optional => "optional",
        Presence::Conditional { .. } => "conditional",
    }
}

/// An upper limit in words, unless it is unknown.
pub(crate) fn length(parameter: &Parameter, length: Length) -> Option<String> {
    match length {
        Length::AtMost(max) => Some(format!("at most {}", unit(parameter, max))),
        Length::Unlimited => Some("of any length".to_owned()),
        Length::Unknown => None,
    }
}

/// The form of a text, in words.
pub(crate) fn format(format: &Format) -> String {
    let words = match format {
        Format::Url => "a URL",
        Format::Uuid => "a UUID",
        Format::Hex => "hexadecimal digits",
        Format::Json => "JSON inside the text",
        Format::UrlencodedBase64Json => "URL-encoded base64 of JSON",
        Format::EpochMillis => "milliseconds since 1970",
        Format::Base64 | Format::Timestamp(_) | Format::CommaList { .. } => {
            return format.describe();
        }
    };
    words.to_owned()
}

/// What is known of a parameter besides its meaning, in words.
pub(crate) fn limits(parameter: &Parameter) -> String {
    let limits = &parameter.limits;
    let mut parts = vec![presence(&parameter.presence).to_owned()];
    if parameter.always_emitted {
        parts.push("sent always".to_owned());
    }
    if let Some(min) = limits.min_length {
        parts.push(format!("at least {}", unit(parameter, min)));
    }
    let undocumented =
        || matches!(parameter.r#type.value, Type::String).then(|| UNDOCUMENTED.to_owned());
    parts.extend(length(parameter, limits.max_length).or_else(undocumented));
    if let Some(min) = limits.min_items {
        parts.push(format!("at least {}", count(min, "element")));
    }
    if let Some(max) = limits.max_items.number() {
        parts.push(format!("at most {}", count(max, "element")));
    }
    if let Some(minimum) = &limits.minimum {
        parts.push(format!("not below {minimum}"));
    }
    if let Some(maximum) = &limits.maximum {
        parts.push(format!("not above {maximum}"));
    }
    if let Type::Decimal { precision, scale } = parameter.r#type.value.innermost() {
        parts.push(format!(
            "at most {}, {scale} of them after the point",
            count(u64::from(*precision), "digit")
        ));
    }
    parts.extend(parameter.format.as_ref().map(format));
    if let Some(default) = &parameter.default {
        parts.push(format!("{} if absent", default.value));
    }
    if let Some(cipher) = &parameter.encrypted {
        parts.push(format!("encrypted under {}", cipher.value));
    }
    if let Some(since) = &parameter.since {
        parts.push(format!("since {since}"));
    }
    if let Some(until) = &parameter.until {
        parts.push(format!("until {until}"));
    }
    parts.join("; ")
}

/// What one site documents differently, in words; empty if it only names the site.
pub(crate) fn difference(parameter: &Parameter, difference: &SiteDifference) -> String {
    let mut parts = Vec::new();
    parts.extend(
        difference
            .presence
            .as_ref()
            .map(|presence| self::presence(presence).to_owned()),
    );
    parts.extend(
        difference
            .max_length
            .and_then(|length| self::length(parameter, length)),
    );
    if let Some(values) = &difference.values {
        let values: Vec<_> = values.iter().map(|value| value.value.as_str()).collect();
        parts.push(format!("values {}", values.join(", ")));
    }
    if let Some(default) = &difference.default {
        parts.push(format!("{} if absent", default.value));
    }
    parts.extend(difference.format.as_ref().map(format));
    if let Some(doc) = &difference.doc {
        parts.push(doc.en.trim_end_matches('.').to_owned());
    }
    parts.join("; ")
}

/// The recipe of a scheme, a step a line; readings of a step stand behind each other.
pub(crate) fn recipe(scheme: &Scheme) -> String {
    let steps = scheme.steps.iter().map(|(name, step)| {
        let readings: Vec<_> = step
            .recipes
            .iter()
            .map(|recipe| recipe.source.as_str())
            .collect();
        format!("{name} = {}", readings.join("  or  "))
    });
    let chosen = scheme
        .chooses
        .iter()
        .map(|(target, recipe)| format!("{} := {}", target.value, recipe.source));
    let compared = match scheme.compare {
        Compare::Exact => "",
        Compare::IgnoreCase => "   (letter case ignored)",
    };
    let equals = scheme
        .equals
        .iter()
        .map(|(target, recipe)| format!("{} = {}{compared}", target.value, recipe.source));
    chosen
        .chain(steps)
        .chain(equals)
        .collect::<Vec<_>>()
        .join("\n")
}

/// How a caller tries again, as half a sentence; empty if nothing is known.
pub(crate) fn retry(retry: &Retry) -> String {
    let mut parts = Vec::new();
    parts.extend(
        retry
            .every_millis
            .map(|every| format!("every {}", duration(every))),
    );
    parts.extend(
        retry
            .for_millis
            .map(|long| format!("for {}", duration(long))),
    );
    parts.extend(retry.times.map(|times| {
        let plural = if times == 1 { "" } else { "s" };
        format!("{times} time{plural}")
    }));
    if retry.until_success {
        parts.push("until it succeeds".to_owned());
    }
    parts.join(", ")
}

/// A duration in the largest unit that leaves a whole number.
pub(crate) fn duration(millis: u64) -> String {
    const UNITS: [(u64, &str); 4] = [
        (86_400_000, "day"),
        (3_600_000, "hour"),
        (60_000, "minute"),
        (1000, "second"),
    ];
    let unit = UNITS
        .iter()
        .find(|(length, _)| millis >= *length && millis.is_multiple_of(*length));
    match unit {
        Some((length, name)) => count(millis / length, name),
        None => count(millis, "millisecond"),
    }
}
