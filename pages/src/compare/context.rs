//! Tables with the words around them.

use crate::page::{Block, Page};
use crate::table::{Facts, facts};

/// A table of parameters or codes and what is said around it.
pub(super) struct Told {
    /// What it states.
    pub(super) facts: Facts,
    /// Words around it, the nearest first: label, caption, text before it, row it stands in, heading.
    pub(super) words: Vec<String>,
}

/// How long a text may be to count as a caption.
const CAPTION: usize = 200;

/// The tables of a page.
pub(super) fn tables(page: &Page) -> Vec<Told> {
    let mut tables = Vec::new();
    let mut heading: Option<&str> = None;
    let mut texts: Vec<&str> = Vec::new();
    for block in &page.blocks {
        match block {
            Block::Heading(piece) => {
                heading = Some(&piece.text);
                texts.clear();
            }
            Block::Text(piece) => texts.push(&piece.text),
            Block::Table(table) => {
                let near = texts
                    .iter()
                    .rev()
                    .take(2)
                    .copied()
                    .filter(|text| text.len() <= CAPTION);
                let around: Vec<_> = table
                    .caption
                    .iter()
                    .map(|caption| caption.text.as_str())
                    .chain(table.inside.as_deref())
                    .chain(near)
                    .chain(heading)
                    .map(str::to_owned)
                    .collect();
                for facts in facts(table) {
                    let words = facts
                        .label
                        .iter()
                        .cloned()
                        .chain(around.iter().cloned())
                        .collect();
                    tables.push(Told { facts, words });
                }
                texts.clear();
            }
        }
    }
    tables
}

/// Which side of a call the words around a table speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Speaks {
    /// Of what the caller sends.
    Request,
    /// Of the answer.
    Reply,
}

/// The side of a table, told by the nearest words that tell it.
pub(super) fn side(words: &[String]) -> Option<Speaks> {
    const REQUEST: &[&str] = &["请求", "入参", "输入参数", "request", "input"];
    const REPLY: &[&str] = &[
        "响应",
        "返回",
        "出参",
        "输出参数",
        "应答",
        "response",
        "reply",
        "return",
        "output",
    ];
    words.iter().find_map(|text| {
        let lower = text.to_lowercase();
        let first = |list: &[&str]| list.iter().filter_map(|word| lower.find(word)).min();
        match (first(REQUEST), first(REPLY)) {
            (Some(request), Some(reply)) if request > reply => Some(Speaks::Reply),
            (Some(_), _) => Some(Speaks::Request),
            (None, Some(_)) => Some(Speaks::Reply),
            (None, None) => None,
        }
    })
}
