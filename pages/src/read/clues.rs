//! What a page says about itself.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::clean::clean;
use crate::page::{Block, Clues, Piece};

/// How many of the first and last texts are searched for a date.
const DATE_TEXTS: usize = 40;

static UPDATED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:更新时间|更新日期|更新于|最近更新|last\s+updated?(?:\s+on)?|updated(?:\s+on|\s+at)?)\s*:?\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})",
    )
    .ok()
});

/// The address a browser writes into a page it saves.
pub(super) fn saved_from(comment: &str, clues: &mut Clues) {
    if let Some((_, rest)) = comment.split_once("saved from url=") {
        let address = rest.split_once(')').map_or(rest, |(_, address)| address);
        name(address, clues);
    }
}

/// A `meta` or `link` element: what it is called in any of its attributes, and its value.
pub(super) fn from_head(
    labels: &[Option<String>],
    value: Option<String>,
    at: Range<usize>,
    clues: &mut Clues,
) {
    let Some(value) = value else { return };
    for label in labels.iter().flatten() {
        match label.to_lowercase().as_str() {
            "canonical" | "og:url" | "pageid" | "page-id" | "topicid" | "topic-id"
            | "dc.identifier" | "id" => {
                name(&value, clues);
            }
            "og:title" | "dc.title" => clues.titles.push(clean(&value)),
            "updated" | "update-time" | "updatetime" | "last-modified" | "date" | "dc.date" => {
                if let Some(date) = date_in(&format!("updated: {}", clean(&value))) {
                    clues.updated.get_or_insert(Piece {
                        text: date,
                        at: at.clone(),
                    });
                }
            }
            _ => {}
        }
    }
}

fn name(text: &str, clues: &mut Clues) {
    let text = clean(text);
    if !text.is_empty() && !clues.names.contains(&text) {
        clues.names.push(text);
    }
}

/// Adds what path, headings and texts tell.
pub(super) fn complete(path: &str, blocks: &[Block], clues: &mut Clues) {
    name(path, clues);
    let pieces: Vec<_> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(piece) | Block::Text(piece) => Some(piece),
            Block::Table(_) => None,
        })
        .collect();
    if clues.updated.is_none() {
        let ends = pieces
            .iter()
            .take(DATE_TEXTS)
            .chain(pieces.iter().rev().take(DATE_TEXTS));
        clues.updated = ends
            .filter(|piece| piece.text.len() < 500)
            .find_map(|piece| {
                Some(Piece {
                    text: date_in(&piece.text)?,
                    at: piece.at.clone(),
                })
            });
    }
    let first_heading = blocks.iter().find_map(|block| match block {
        Block::Heading(piece) => Some(piece.text.clone()),
        _ => None,
    });
    let first_text = pieces.first().map(|piece| piece.text.clone());
    clues.titles.extend(first_heading.or(first_text));
}

/// The date of an update, if a text tells one.
fn date_in(text: &str) -> Option<String> {
    let found = UPDATED.as_ref()?.captures(text)?;
    let number = |index| {
        found
            .get(index)
            .and_then(|digits| digits.as_str().parse::<u32>().ok())
    };
    let (year, month, day) = (number(1)?, number(2)?, number(3)?);
    ((1..=12).contains(&month) && (1..=31).contains(&day))
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
}
