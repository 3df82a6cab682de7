//! Random JSON objects as text, in more spellings than a serializer has.

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A JSON object: names, and the text of each value.
#[derive(Debug, Clone)]
pub(crate) struct Object {
    members: Vec<(String, String)>,
}

impl Object {
    /// The form a platform signs: sorted by UTF-16 units, compact, without nulls, few escapes.
    pub(crate) fn canonical(&self) -> Vec<u8> {
        let mut kept = self.members.clone();
        kept.retain(|(_, value)| value != "null");
        kept.sort_by(|(left, _), (right, _)| left.encode_utf16().cmp(right.encode_utf16()));
        write(&kept, quoted, "")
    }

    /// The same object in the order given, with `space` around the tokens of the top level.
    pub(crate) fn spaced(&self, space: &str) -> Vec<u8> {
        write(&self.members, quoted, space)
    }

    /// The same object backwards, with further members that are null.
    pub(crate) fn reordered(&self, nulls: &[String]) -> Vec<u8> {
        let mut members = self.members.clone();
        for name in nulls {
            if members.iter().all(|(other, _)| other != name) {
                members.push((name.clone(), "null".to_owned()));
            }
        }
        members.reverse();
        write(&members, quoted, "")
    }

    /// The same object with every character of its names escaped.
    pub(crate) fn escaped(&self) -> Vec<u8> {
        write(&self.members, escaped, "")
    }
}

fn write(members: &[(String, String)], name: fn(&str) -> String, space: &str) -> Vec<u8> {
    let members: Vec<_> = members
        .iter()
        .map(|(text, value)| format!("{space}{}{space}:{space}{value}{space}", name(text)))
        .collect();
    format!("{space}{{{}}}{space}", members.join(",")).into_bytes()
}

/// A JSON text with the escapes that JSON demands, written as Jackson does.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\u{8}' => quoted.push_str("\\b"),
            '\t' => quoted.push_str("\\t"),
            '\n' => quoted.push_str("\\n"),
            '\u{c}' => quoted.push_str("\\f"),
            '\r' => quoted.push_str("\\r"),
            '\0'..='\u{1f}' => write!(quoted, "\\u{:04X}", u32::from(letter)).unwrap(),
            _ => quoted.push(letter),
        }
    }
    quoted + "\""
}

/// A JSON text with every character escaped.
fn escaped(text: &str) -> String {
    let mut escaped = String::from('"');
    for unit in text.encode_utf16() {
        write!(escaped, "\\u{unit:04x}").unwrap();
    }
    escaped + "\""
}

/// Text in which JSON, UTF-8 and UTF-16 have their corners.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let corners = [
        'a',
        'Z',
        '0',
        ' ',
        '"',
        '\\',
        '/',
        '\n',
        '\u{b}',
        '\u{7f}',
        '中',
        'é',
        '\u{e000}',
        '\u{fffd}',
        '\u{1f600}',
        '\u{2028}',
    ];
    let letter = prop_oneof![any::<char>(), select(corners.to_vec())];
    vec(letter, 0..8).prop_map(|letters| letters.into_iter().collect())
}

/// Objects with up to six members of every type, nested ones too.
pub(crate) fn object() -> impl Strategy<Value = Object> {
    vec((text(), value()), 0..7).prop_map(|members| {
        let mut kept: Vec<(String, String)> = Vec::new();
        for (name, value) in members {
            if kept.iter().all(|(other, _)| *other != name) {
                kept.push((name, value));
            }
        }
        Object { members: kept }
    })
}

/// A JSON value as compact text. Numbers are spelt in ways that floating point would change.
fn value() -> impl Strategy<Value = String> {
    let number = select(vec![
        "0",
        "-0",
        "1.10",
        "1e3",
        "12345678901234567890",
        "0.10000000000000001",
    ]);
    let leaf = prop_oneof![
        1 => Just("null".to_owned()),
        1 => any::<bool>().prop_map(|value| value.to_string()),
        2 => number.prop_map(str::to_owned),
        2 => any::<i64>().prop_map(|value| value.to_string()),
        5 => text().prop_map(|text| quoted(&text)),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let name = text().prop_map(|text| quoted(&text));
        let member = (name, inner.clone()).prop_map(|(name, value)| format!("{name}:{value}"));
        prop_oneof![
            vec(inner, 0..3).prop_map(|items| format!("[{}]", items.join(","))),
            vec(member, 0..3).prop_map(|members| format!("{{{}}}", members.join(","))),
        ]
    })
}
