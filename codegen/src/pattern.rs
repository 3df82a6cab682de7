//! Formats of text as regular expressions of the common subset of ECMA 262 and other dialects.

use std::fmt::Write;

use koo_spec::catalogue::{Format, Timestamp};

/// The regular expression of a format, if there is one that says all or most of it.
pub(crate) fn of(format: &Format) -> Option<String> {
    Some(match format {
        Format::Url => "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#]".to_owned(),
        Format::Uuid => "^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$".to_owned(),
        Format::Hex => "^[0-9A-Fa-f]+$".to_owned(),
        Format::Base64 => {
            let quartet = "(?:[A-Za-z0-9+/]{4})";
            format!("^{quartet}*(?:{quartet}|[A-Za-z0-9+/]{{3}}=|[A-Za-z0-9+/]{{2}}==)$")
        }
        Format::EpochMillis => "^[0-9]{13}$".to_owned(),
        Format::Timestamp(timestamp) => self::timestamp(timestamp)?,
        Format::CommaList { max_items, each } => {
            let element = match each {
                Some(each) => format!("[^,]{{1,{each}}}"),
                None => "[^,]+".to_owned(),
            };
            format!(
                "^{element}(?:,{element}){{0,{}}}$",
                max_items.saturating_sub(1)
            )
        }
        Format::Json | Format::UrlencodedBase64Json => return None,
    })
}

/// What the regular expression of a format cannot say, in words.
pub(crate) const fn beyond(format: &Format) -> Option<&'static str> {
    match format {
        Format::Url => Some("must be an absolute http or https URL throughout"),
        Format::Base64 => Some("bits beyond the last byte must be zero"),
        Format::Timestamp(_) => Some("the date must exist in the calendar"),
        Format::Json => Some("must be JSON inside the text"),
        Format::UrlencodedBase64Json => Some("must be URL-encoded base64 of JSON"),
        Format::Uuid | Format::Hex | Format::EpochMillis | Format::CommaList { .. } => None,
    }
}

fn timestamp(timestamp: &Timestamp) -> Option<String> {
    let layouts: Option<Vec<_>> = timestamp.layouts.iter().map(|text| layout(text)).collect();
    match layouts?.as_slice() {
        [one] => Some(format!("^{one}$")),
        several => Some(format!("^(?:{})$", several.join("|"))),
    }
}

/// One layout; letters stand for digits, quoted text and the rest for themselves.
fn layout(layout: &str) -> Option<String> {
    const PARTS: [(&str, &str); 7] = [
        ("yyyy", "[0-9]{4}"),
        ("MM", "(?:0[1-9]|1[0-2])"),
        ("dd", "(?:0[1-9]|[12][0-9]|3[01])"),
        ("HH", "(?:[01][0-9]|2[0-3])"),
        ("mm", "[0-5][0-9]"),
        ("ss", "[0-5][0-9]"),
        ("SSS", "[0-9]{3}"),
    ];
    let mut pattern = String::new();
    let mut rest = layout;
    while let Some(first) = rest.chars().next() {
        if let Some(quoted) = rest.strip_prefix('\'') {
            let (literal, after) = quoted.split_once('\'')?;
            literal
                .chars()
                .for_each(|character| escape(character, &mut pattern));
            rest = after;
            continue;
        }
        let run = rest.find(|letter| letter != first).unwrap_or(rest.len());
        let (letters, after) = rest.split_at_checked(run)?;
        match PARTS.iter().find(|(part, _)| *part == letters) {
            Some((_, digits)) => pattern.push_str(digits),
            None => letters
                .chars()
                .for_each(|character| escape(character, &mut pattern)),
        }
        rest = after;
    }
    Some(pattern)
}

fn escape(character: char, pattern: &mut String) {
    if character.is_alphanumeric() || matches!(character, ' ' | ':' | '-' | '/' | ',' | '_') {
        pattern.push(character);
    } else {
        // Writing to a String cannot fail.
        let _ = write!(pattern, "\\{character}");
    }
}

#[cfg(test)]
mod tests {
    use koo_spec::catalogue::Zone;

    use super::*;

    #[test]
    fn layouts_become_digits() {
        let timestamp = Format::Timestamp(Timestamp {
            layouts: vec![
                "yyyyMMddHHmmss".to_owned(),
                "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'".to_owned(),
            ],
            zone: Zone::Utc,
        });
        assert_eq!(
            of(&timestamp).as_deref(),
            Some(
                "^(?:[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]|\
                 [0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z)$"
            )
        );
    }

    #[test]
    fn lists_count_their_elements() {
        let list = Format::CommaList {
            max_items: 100,
            each: Some(64),
        };
        assert_eq!(
            of(&list).as_deref(),
            Some("^[^,]{1,64}(?:,[^,]{1,64}){0,99}$")
        );
    }
}
