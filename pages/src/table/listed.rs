//! Listed values: from a column of values, and from lines and sentences of a description.

use std::sync::LazyLock;

use regex::Regex;

use crate::page::{Cell, Piece};

/// The most values one cell may list; more is prose.
const MAX_VALUES: usize = 100;

/// The values that a column of values lists; none if it holds a range or prose.
pub(crate) fn in_range(cell: &Cell) -> Vec<Piece> {
    let mut values = Vec::new();
    for line in &cell.lines {
        for part in parts(&line.text) {
            let Some(value) = head(part) else {
                return in_description(cell);
            };
            push(&mut values, value, line);
        }
    }
    // `1-64` and `0~9` are bounds.
    let is_range = |value: &Piece| {
        let ends: Vec<_> = value.text.splitn(2, ['-', '~']).collect();
        ends.len() == 2 && ends.iter().all(|end| end.parse::<f64>().is_ok())
    };
    if values.iter().any(is_range)
        || values.iter().all(|value| {
            value
                .text
                .chars()
                .all(|character| "-/.".contains(character))
        })
    {
        return Vec::new();
    }
    values
}

/// The values that a description lists: lines of the form `VALUE: meaning`, and what follows words such as `取值`.
pub(crate) fn in_description(cell: &Cell) -> Vec<Piece> {
    let mut values = Vec::new();
    let described: Vec<_> = cell
        .lines
        .iter()
        .filter_map(|line| Some((described(&line.text)?, line)))
        .collect();
    let introduced = cell.lines.iter().any(|line| {
        INTRODUCTION
            .as_ref()
            .is_some_and(|introduction| introduction.is_match(&line.text))
    });
    if described.len() >= 2 || introduced && !described.is_empty() {
        for (value, line) in described {
            push(&mut values, value, line);
        }
    }
    for line in &cell.lines {
        let Some(rest) = INTRODUCTION
            .as_ref()
            .and_then(|introduction| introduction.find(&line.text))
            .and_then(|found| line.text.get(found.end()..))
        else {
            continue;
        };
        let sentence = rest.split(['。', '\n']).next().unwrap_or_default();
        let sentence = sentence
            .split(". ")
            .next()
            .unwrap_or_default()
            .trim_end_matches('.');
        let parts: Vec<_> = parts(sentence).collect();
        let heads: Vec<_> = parts.iter().map_while(|part| head(part)).collect();
        if heads.len() == parts.len() {
            for value in heads {
                push(&mut values, value, line);
            }
        }
    }
    values
}

static INTRODUCTION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:取值(?:范围)?(?:包括|如下|有|为|是)?|枚举值(?:包括|如下|有|为|是)?|可选值(?:包括|如下|有|为|是)?|(?:the\s+)?(?:possible\s+|allowed\s+|valid\s+)?(?:values?|options?)(?:\s+(?:are|include|can be)\b|\s*:)(?:\s+(?:as follows|the following))?|one of)\s*:?\s*",
    )
    .ok()
});

fn parts(text: &str) -> impl Iterator<Item = &str> {
    static SEPARATOR: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"[,;、|/]|\s+(?:or|and)\s+|\s*[或和]\s*").ok());
    let parts: Vec<&str> = match SEPARATOR.as_ref() {
        Some(separator) => separator.split(text).collect(),
        None => vec![text],
    };
    parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// The value in front of its meaning, `FREEZE: …`, `1 - …`, `0(real)`, or alone.
fn head(part: &str) -> Option<&str> {
    let part = part.trim().trim_start_matches(['-', '•', '·', '*', ' ']);
    let end = part
        .find(|character: char| ":(=".contains(character) || character.is_whitespace())
        .unwrap_or(part.len());
    let (value, meaning) = part.split_at(end);
    let meaning = meaning.trim_start();
    let separated = meaning.is_empty() || meaning.starts_with([':', '(', '=', '-']);
    let value = value.trim_matches(['"', '\'', '`']);
    (separated && is_value(value)).then_some(value)
}

/// The value of a line that describes one.
fn described(line: &str) -> Option<&str> {
    let line = line.trim().trim_start_matches(['-', '•', '·', '*', ' ']);
    let introduces = INTRODUCTION
        .as_ref()
        .and_then(|introduction| introduction.find(line))
        .is_some_and(|found| found.start() == 0);
    if introduces {
        return None;
    }
    let end =
        line.find(|character: char| ":(=".contains(character) || character.is_whitespace())?;
    let value = head(line)?;
    let rest = line.get(end..)?.trim();
    (rest.len() > 1).then_some(value)
}

fn is_value(text: &str) -> bool {
    let belongs = |character: char| character.is_ascii_alphanumeric() || "_-.".contains(character);
    !text.is_empty()
        && text.len() <= 64
        && text.chars().all(belongs)
        && text
            .chars()
            .any(|character| character.is_ascii_alphanumeric())
}

fn push(values: &mut Vec<Piece>, value: &str, line: &Piece) {
    if values.len() < MAX_VALUES && !values.iter().any(|known| known.text == value) {
        values.push(Piece {
            text: value.to_owned(),
            at: line.at.clone(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{in_description, in_range};
    use crate::page::{Cell, Piece};

    fn cell(text: &str) -> Cell {
        let lines = text
            .lines()
            .map(|line| Piece {
                text: line.to_owned(),
                at: 0..0,
            })
            .collect();
        Cell::single(lines, 0..0)
    }

    fn texts(values: Vec<Piece>) -> Vec<String> {
        values.into_iter().map(|value| value.text).collect()
    }

    #[test]
    fn columns_of_values() {
        assert_eq!(
            texts(in_range(&cell("FREEZE\nUNFREEZE"))),
            ["FREEZE", "UNFREEZE"]
        );
        assert_eq!(texts(in_range(&cell("0:真实, 1:调试"))), ["0", "1"]);
        assert_eq!(texts(in_range(&cell("A|B"))), ["A", "B"]);
        assert!(in_range(&cell("1-64")).is_empty());
        assert!(in_range(&cell("-")).is_empty());
        assert!(in_range(&cell("1 to 64 characters")).is_empty());
    }

    #[test]
    fn descriptions() {
        let text = "Why the instance changes.\nTRIAL_TO_FORMAL: trial ended\nRENEWAL: renewed";
        assert_eq!(
            texts(in_description(&cell(text))),
            ["TRIAL_TO_FORMAL", "RENEWAL"]
        );
        assert_eq!(
            texts(in_description(&cell("调试标识,取值:0、1。其它忽略"))),
            ["0", "1"]
        );
        assert_eq!(
            texts(in_description(&cell("取值为newInstance"))),
            ["newInstance"]
        );
        assert_eq!(
            texts(in_description(&cell("Options: FREEZE and UNFREEZE."))),
            ["FREEZE", "UNFREEZE"]
        );
        assert!(in_description(&cell("Id of the order: see the order query.")).is_empty());
        assert!(in_description(&cell("The value is taken from the order.")).is_empty());
    }
}
