//! Markdown → blocks.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::MAX_CELLS;
use super::lines::Lines;
use crate::page::{Block, Cell, Clues, Table};

/// Whether a text has a Markdown table: a row of dashes between bars.
pub(super) fn looks_like_it(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim();
        line.contains('|')
            && line.contains("--")
            && line.chars().all(|character| " |:-".contains(character))
    })
}

pub(super) fn read(text: &str) -> (Clues, Vec<Block>) {
    let mut options = Options::empty();
    options.insert(Options::ENABLE_TABLES);
    let mut builder = Builder::default();
    for (event, at) in Parser::new_ext(text, options).into_offset_iter() {
        builder.event(event, at);
    }
    builder.end_text();
    (Clues::default(), builder.blocks)
}

#[derive(Default)]
struct Builder {
    blocks: Vec<Block>,
    lines: Lines,
    in_heading: bool,
    table: Option<Table>,
    row: Vec<Cell>,
    cells: usize,
}

impl Builder {
    fn event(&mut self, event: Event<'_>, at: Range<usize>) {
        match event {
            Event::Start(Tag::Table(_)) => {
                self.end_text();
                self.table = Some(Table {
                    at,
                    ..Table::default()
                });
            }
            Event::End(TagEnd::Table) => self.blocks.extend(self.table.take().map(Block::Table)),
            Event::End(TagEnd::TableCell) => self.end_cell(at),
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                let row = std::mem::take(&mut self.row);
                if let Some(table) = &mut self.table {
                    table.rows.push(row);
                }
            }
            Event::Start(Tag::Heading { .. }) => {
                self.end_text();
                self.in_heading = true;
            }
            Event::End(TagEnd::Heading(_)) => {
                self.end_text();
                self.in_heading = false;
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock) => self.end_text(),
            Event::Text(text) | Event::Code(text) => self.lines.push(&text, at),
            // What Markdown takes for a tag is often a type such as `list<AppInfo>`.
            Event::InlineHtml(tag) | Event::Html(tag) => {
                if tag.to_ascii_lowercase().starts_with("<br") {
                    self.lines.end_line();
                } else {
                    self.lines.push(&tag, at);
                }
            }
            Event::SoftBreak => self.lines.push(" ", at),
            Event::HardBreak => self.lines.end_line(),
            _ => {}
        }
    }

    fn end_cell(&mut self, at: Range<usize>) {
        let lines = self.lines.take();
        self.cells += 1;
        if self.cells <= MAX_CELLS {
            self.row.push(Cell::single(lines, at));
        }
    }

    fn end_text(&mut self) {
        let heading = self.in_heading;
        let pieces = self.lines.take();
        self.blocks.extend(pieces.into_iter().map(|piece| {
            if heading {
                Block::Heading(piece)
            } else {
                Block::Text(piece)
            }
        }));
    }
}
