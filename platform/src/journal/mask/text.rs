//! Finds named values in texts that need not be well-formed, so that a broken message is masked too.

use std::collections::BTreeSet;

use koo_runtime::message::parse_query;
use serde_json::Value;

use super::HIDDEN;

/// How JSON writes letters of ASCII that need no escape.
const ESCAPED_LETTER: &str = "\\u00";

/// A query or form with values replaced where `replacement` gives one for a decoded name and value.
pub(super) fn mask_pairs(text: &str, replacement: impl Fn(&str, &str) -> Option<String>) -> String {
    let masked: Vec<String> = text
        .split('&')
        .map(|pair| {
            let decoded = parse_query(pair).into_iter().next();
            let shown = decoded.and_then(|(name, value)| replacement(&name, &value));
            match (shown, pair.split_once('=')) {
                (Some(shown), Some((name, _))) => format!("{name}={shown}"),
                _ => pair.to_owned(),
            }
        })
        .collect();
    masked.join("&")
}

/// A text of JSON, XML or neither with the values of sensitive members replaced, all other bytes as they were. `found`
/// is told each value.
pub(super) fn mask_members(
    text: &str,
    names: &BTreeSet<&str>,
    mut found: impl FnMut(&str),
) -> String {
    let mut masked = text.to_owned();
    for name in names {
        masked = mask_json(&masked, name, &mut found);
        masked = mask_element(&masked, name, &mut found);
    }
    // A name may be spelled with escapes. Then the exact bytes matter less than what they say.
    if let Ok(mut value) = serde_json::from_str::<Value>(&masked) {
        if walk(&mut value, names, &mut found) {
            return value.to_string();
        }
    } else if !names.is_empty() && masked.contains(ESCAPED_LETTER) {
        // Broken as well, the text cannot be read so.
        return HIDDEN.to_owned();
    }
    masked
}

/// Replaces what follows `"name":`, also inside quoted JSON, where quotes have backslashes before them.
fn mask_json(text: &str, name: &str, found: &mut impl FnMut(&str)) -> String {
    let mut masked = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let (before, from) = rest.split_at(at);
        let after = from.get(name.len()..).unwrap_or_default();
        let quote = quote_before(before);
        let value = quote.and_then(|quote| {
            let after_quote = after.strip_prefix(quote)?;
            let value = after_quote.trim_start().strip_prefix(':')?.trim_start();
            Some((quote, value))
        });
        masked.push_str(before);
        let Some((quote, value)) = value else {
            masked.push_str(name);
            rest = after;
            continue;
        };
        let length = length_of_value(value, quote);
        let (hidden, behind) = value.split_at(length);
        let opened = hidden.strip_prefix(quote);
        let closed = opened.and_then(|inside| inside.strip_suffix(quote));
        let inner = closed.or(opened).unwrap_or(hidden);
        if inner == HIDDEN || hidden == "null" {
            masked.push_str(from.get(..from.len() - behind.len()).unwrap_or_default());
        } else {
            let unescaped = serde_json::from_str::<String>(&format!("\"{inner}\""));
            found(unescaped.as_deref().unwrap_or(inner));
            masked.push_str(from.get(..from.len() - value.len()).unwrap_or_default());
            masked.push_str(quote);
            masked.push_str(HIDDEN);
            if closed.is_some() || opened.is_none() {
                masked.push_str(quote);
            }
        }
        rest = behind;
    }
    masked.push_str(rest);
    masked
}

/// The quote a text ends with, and the backslashes before it.
fn quote_before(text: &str) -> Option<&str> {
    let without = text.strip_suffix('"')?.trim_end_matches('\\');
    text.get(without.len()..)
}

/// The bytes of the JSON value at the beginning of a text.
fn length_of_value(text: &str, quote: &str) -> usize {
    if let Some(inside) = text.strip_prefix(quote) {
        let mut at = 0;
        while let Some(end) = inside.get(at..).and_then(|rest| rest.find(quote)) {
            let before = inside.get(..at + end).unwrap_or_default();
            let backslashes = before.len() - before.trim_end_matches('\\').len();
            if backslashes.is_multiple_of(2) {
                return quote.len() + at + end + quote.len();
            }
            at += end + quote.len();
        }
        return text.len();
    }
    if text.starts_with(['{', '[']) {
        let mut depth = 0_usize;
        let mut is_quoted = false;
        let mut is_escaped = false;
        for (at, letter) in text.char_indices() {
            match letter {
                _ if is_escaped => is_escaped = false,
                '\\' if is_quoted && quote.len() == 1 => is_escaped = true,
                '"' => is_quoted = !is_quoted,
                '{' | '[' if !is_quoted => depth += 1,
                '}' | ']' if !is_quoted => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return at + letter.len_utf8();
                    }
                }
                _ => {}
            }
        }
        return text.len();
    }
    text.find([',', '}', ']', '\r', '\n', ' '])
        .unwrap_or(text.len())
}

/// Replaces what stands in XML elements of a name, whatever their prefix.
fn mask_element(text: &str, name: &str, found: &mut impl FnMut(&str)) -> String {
    let mut masked = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        masked.push_str(before);
        let tag_end = from.find('>').map_or(from.len(), |end| end + 1);
        let (tag, behind) = from.split_at(tag_end);
        masked.push_str(tag);
        rest = behind;
        let qualified = tag
            .trim_start_matches('<')
            .split([' ', '>', '\t', '\r', '\n'])
            .next()
            .unwrap_or_default();
        let local = qualified.rsplit(':').next().unwrap_or_default();
        if local != name || tag.ends_with("/>") || tag.starts_with("</") {
            continue;
        }
        let end = behind
            .find(&format!("</{qualified}"))
            .unwrap_or(behind.len());
        let (value, behind) = behind.split_at(end);
        if !value.trim().is_empty() && value != HIDDEN {
            found(value);
            masked.push_str(HIDDEN);
        } else {
            masked.push_str(value);
        }
        rest = behind;
    }
    masked.push_str(rest);
    masked
}

/// Replaces sensitive members of a JSON value.
pub(super) fn mask_value(value: &mut Value, names: &BTreeSet<&str>) {
    walk(value, names, &mut |_| ());
}

/// Replaces sensitive members of a JSON value; says whether there was any left to replace.
fn walk(value: &mut Value, names: &BTreeSet<&str>, found: &mut impl FnMut(&str)) -> bool {
    match value {
        Value::Object(members) => {
            let mut is_changed = false;
            for (name, member) in members.iter_mut() {
                let is_hidden = member.is_null() || *member == HIDDEN;
                if names.contains(name.as_str()) && !is_hidden {
                    match member.as_str() {
                        Some(text) => found(text),
                        None => found(&member.to_string()),
                    }
                    *member = HIDDEN.into();
                    is_changed = true;
                } else {
                    is_changed |= walk(member, names, found);
                }
            }
            is_changed
        }
        Value::Array(elements) => {
            let mut is_changed = false;
            for element in elements {
                is_changed |= walk(element, names, found);
            }
            is_changed
        }
        Value::String(text) if text.trim_start().starts_with(['{', '[']) => {
            let Ok(mut inside) = serde_json::from_str::<Value>(text) else {
                return false;
            };
            let is_changed = walk(&mut inside, names, found);
            if is_changed {
                *text = inside.to_string();
            }
            is_changed
        }
        _ => false,
    }
}

/// The beginning of a text, at most `most` bytes of it.
pub(super) fn cut(mut text: String, most: usize) -> String {
    if text.len() > most {
        let mut end = most;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        text.push('…');
    }
    text
}
