//! Several values packed into one header, such as `sign_type="HMAC-SHA256", signature="{signature}"`.
//!
//! A template is literal text with placeholders in braces. White space outside placeholders means nothing, on
//! either side; every other literal character must be met exactly. Between two placeholders stands at least
//! one literal character.

/// A template in parts: placeholders, each with the literal text before it, and the literal text at the end.
struct Parts<'t> {
    placeholders: Vec<(&'t str, &'t str)>,
    end: &'t str,
}

/// The values that `received` has in the places of the placeholders, in order, without white space around
/// them. `None` if it does not follow the template, or the template is none.
///
/// ```
/// use koo_runtime::scheme::template;
///
/// let template = r#"sign_type="HMAC-SHA256", signature="{signature}""#;
/// let values = template::parse(template, r#"sign_type="HMAC-SHA256",signature="abc=""#);
/// assert_eq!(values, Some(vec![("signature", "abc=")]));
/// assert_eq!(template::parse(template, r#"sign_type="MD5", signature="abc=""#), None);
/// ```
pub fn parse<'t, 'r>(template: &'t str, received: &'r str) -> Option<Vec<(&'t str, &'r str)>> {
    let parts = split(template)?;
    let mut rest = received;
    let mut values = Vec::with_capacity(parts.placeholders.len());
    for (index, (literal, name)) in parts.placeholders.iter().enumerate() {
        rest = strip_literal(rest, literal)?;
        let next = parts
            .placeholders
            .get(index + 1)
            .map_or(parts.end, |(literal, _)| *literal);
        let value;
        (value, rest) = rest.split_at(end_of_value(rest, next)?);
        values.push((*name, value.trim()));
    }
    rest = strip_literal(rest, parts.end)?;
    rest.trim().is_empty().then_some(values)
}

/// The template with the placeholders replaced by `values`. `None` if a value is missing, or the template is
/// none.
///
/// ```
/// use koo_runtime::scheme::template;
///
/// let filled = template::fill(r#"signature="{signature}""#, &[("signature", "abc=")]);
/// assert_eq!(filled.as_deref(), Some(r#"signature="abc=""#));
/// ```
pub fn fill(template: &str, values: &[(&str, &str)]) -> Option<String> {
    let parts = split(template)?;
    let mut text = String::new();
    for (literal, name) in parts.placeholders {
        let (_, value) = values.iter().find(|(other, _)| *other == name)?;
        text.push_str(literal);
        text.push_str(value);
    }
    text.push_str(parts.end);
    Some(text)
}

/// The names of the placeholders, in order. `None` if the template is none: a brace without its partner, a
/// placeholder without a name, or two placeholders with nothing that could tell them apart.
pub fn placeholders(template: &str) -> Option<Vec<&str>> {
    let parts = split(template)?;
    Some(parts.placeholders.iter().map(|(_, name)| *name).collect())
}

fn split(template: &str) -> Option<Parts<'_>> {
    let mut placeholders = Vec::new();
    let mut rest = template;
    while let Some((literal, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        let apart = placeholders.is_empty() || !literal.trim().is_empty();
        if name.is_empty() || name.contains('{') || literal.contains('}') || !apart {
            return None;
        }
        placeholders.push((literal, name));
        rest = after;
    }
    (!rest.contains('}')).then_some(Parts {
        placeholders,
        end: rest,
    })
}

/// What follows `literal` at the start of `text`, white space ignored in both.
fn strip_literal<'r>(text: &'r str, literal: &str) -> Option<&'r str> {
    let mut rest = text;
    for expected in literal.chars().filter(|found| !found.is_whitespace()) {
        rest = rest.trim_start().strip_prefix(expected)?;
    }
    Some(rest)
}

/// Where the value that `text` starts with ends: at the first place where `literal` follows, or at the end if
/// there is no literal.
fn end_of_value(text: &str, literal: &str) -> Option<usize> {
    if literal.trim().is_empty() {
        return Some(text.len());
    }
    text.char_indices().map(|(index, _)| index).find(|index| {
        text.get(*index..)
            .is_some_and(|rest| strip_literal(rest, literal).is_some())
    })
}
