//! HTML → blocks.
//!
//! The tokenizer follows the HTML standard and gives the bytes of every tag and text, which tree builders do not.
//! Of the tree only tables matter, so the few rules of the standard about them are applied here: a row ends the row
//! before it, a cell the cell before it, the end of a table everything in it.

use std::collections::BTreeMap;
use std::ops::Range;

use html5gum::emitters::default::{DefaultEmitter, Token};
use html5gum::{HtmlString, Spanned, Tokenizer};

use super::lines::Lines;
use super::{MAX_CELLS, clues};
use crate::clean::clean;
use crate::page::{Block, Cell, Clues, Piece, Table};

/// How deep tables may stand in each other; deeper ones are read as text.
const MAX_NESTING: usize = 16;

/// The most rows or columns a cell may cover; the standard has 1000 for columns.
const MAX_COVERED: usize = 1000;

/// Tags that end a line of text.
const BREAKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "ul",
];

/// Elements whose text is not shown.
const HIDDEN: &[&str] = &[
    "script", "style", "template", "noscript", "textarea", "svg", "select",
];

pub(super) fn read(text: &str) -> (Clues, Vec<Block>) {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut builder = Builder::default();
    for token in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => {
                let name = string(&tag.name);
                builder.start(&name, &tag.attributes, tag.span.start..tag.span.end);
                if tag.self_closing && name != "br" {
                    builder.hidden.take_if(|hidden| *hidden == name);
                }
            }
            Ok(Token::EndTag(tag)) => builder.end(&string(&tag.name), tag.span.start..tag.span.end),
            Ok(Token::String(found)) => {
                builder.text(&string(&found.value), found.span.start..found.span.end);
            }
            Ok(Token::Comment(found)) => {
                clues::saved_from(&string(&found.value), &mut builder.clues);
            }
            Ok(Token::Doctype(_) | Token::Error(_)) => {}
        }
    }
    builder.finish()
}

fn string(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

type Attributes = BTreeMap<HtmlString, Spanned<HtmlString, usize>>;

fn attribute(attributes: &Attributes, name: &str) -> Option<String> {
    attributes
        .get(name.as_bytes())
        .map(|value| string(&value.value))
}

#[derive(Default)]
struct Builder {
    clues: Clues,
    blocks: Vec<Block>,
    /// Text outside tables.
    running: Lines,
    /// Whether the running text is a heading.
    in_heading: bool,
    /// Text of the `title` element.
    title: Option<String>,
    /// The element whose text is not shown.
    hidden: Option<String>,
    tables: Vec<OpenTable>,
    /// Tables that are too deep.
    ignored: usize,
    cells: usize,
}

struct OpenTable {
    /// Its place among the blocks.
    slot: usize,
    table: Table,
    row: Option<Vec<Cell>>,
    cell: Option<OpenCell>,
    caption: Option<Lines>,
}

struct OpenCell {
    cell: Cell,
    lines: Lines,
}

impl Builder {
    fn start(&mut self, name: &str, attributes: &Attributes, at: Range<usize>) {
        if self.hidden.is_some() {
            return;
        }
        if HIDDEN.contains(&name) {
            self.hidden = Some(name.to_owned());
            return;
        }
        match name {
            "table" => self.open_table(at),
            "caption" => {
                if let Some(open) = self.tables.last_mut() {
                    open.end_row();
                    open.caption = Some(Lines::default());
                }
            }
            "tr" => {
                if let Some(open) = self.tables.last_mut() {
                    open.end_row();
                    open.row = Some(Vec::new());
                }
            }
            "td" | "th" => self.open_cell(attributes, &at),
            "thead" | "tbody" | "tfoot" => {
                if let Some(open) = self.tables.last_mut() {
                    open.end_row();
                }
            }
            "title" => self.title = Some(String::new()),
            "meta" | "link" => {
                let read = |name: &str| attribute(attributes, name);
                clues::from_head(
                    &[read("name"), read("property"), read("rel")],
                    read("content").or(read("href")),
                    at,
                    &mut self.clues,
                );
            }
            _ => {}
        }
        if BREAKS.contains(&name) {
            self.end_line();
        }
        if is_heading(name) && self.tables.is_empty() {
            self.in_heading = true;
        }
    }

    fn end(&mut self, name: &str, at: Range<usize>) {
        if self.hidden.is_some() {
            self.hidden.take_if(|hidden| hidden == name);
            return;
        }
        match name {
            "table" => self.close_table(),
            "tr" | "thead" | "tbody" | "tfoot" => {
                if let Some(open) = self.tables.last_mut() {
                    open.end_row();
                }
            }
            "td" | "th" => {
                if let Some(open) = self.tables.last_mut() {
                    open.end_cell(at.start);
                }
            }
            "caption" => {
                if let Some(open) = self.tables.last_mut() {
                    open.end_caption();
                }
            }
            "title" => {
                if let Some(title) = self.title.take() {
                    self.clues.titles.push(clean(&title));
                }
            }
            _ => {}
        }
        if BREAKS.contains(&name) {
            self.end_line();
        }
        if is_heading(name) {
            self.in_heading = false;
        }
    }

    fn text(&mut self, text: &str, at: Range<usize>) {
        if self.hidden.is_some() {
            return;
        }
        if let Some(title) = &mut self.title {
            title.push_str(text);
            return;
        }
        let Some(open) = self.tables.last_mut() else {
            self.running.push(text, at);
            return;
        };
        // Between cells there is only white space, unless the page is broken.
        if let Some(lines) = open.target() {
            lines.push(text, at);
        }
    }

    fn end_line(&mut self) {
        match self.tables.last_mut().and_then(OpenTable::target) {
            Some(lines) => lines.end_line(),
            None => self.flush(),
        }
    }

    /// Ends the running text.
    fn flush(&mut self) {
        let heading = self.in_heading;
        let pieces = self.running.take();
        self.blocks.extend(pieces.into_iter().map(|piece| {
            if heading {
                Block::Heading(piece)
            } else {
                Block::Text(piece)
            }
        }));
    }

    fn open_table(&mut self, at: Range<usize>) {
        self.end_line();
        if self.tables.len() >= MAX_NESTING {
            self.ignored += 1;
            return;
        }
        let inside = self.tables.last().and_then(OpenTable::row_name);
        if self.tables.is_empty() {
            self.flush();
            self.in_heading = false;
        }
        let slot = self.blocks.len();
        // The tables inside it come after it.
        self.blocks.push(Block::Table(Table::default()));
        self.tables.push(OpenTable {
            slot,
            table: Table {
                inside,
                at,
                ..Table::default()
            },
            row: None,
            cell: None,
            caption: None,
        });
    }

    fn close_table(&mut self) {
        if self.ignored > 0 {
            self.ignored -= 1;
            return;
        }
        let Some(mut open) = self.tables.pop() else {
            return;
        };
        open.end_row();
        if let Some(block) = self.blocks.get_mut(open.slot) {
            *block = Block::Table(open.table);
        }
    }

    fn open_cell(&mut self, attributes: &Attributes, at: &Range<usize>) {
        if self.ignored > 0 {
            self.end_line();
            return;
        }
        let Some(open) = self.tables.last_mut() else {
            self.flush();
            return;
        };
        open.end_cell(at.start);
        self.cells += 1;
        if self.cells > MAX_CELLS {
            return;
        }
        open.end_caption();
        open.row.get_or_insert_default();
        let covered = |name| {
            attribute(attributes, name)
                .and_then(|number| number.trim().parse::<usize>().ok())
                .unwrap_or(1)
                .clamp(1, MAX_COVERED)
        };
        open.cell = Some(OpenCell {
            cell: Cell {
                lines: Vec::new(),
                at: at.end..at.end,
                rows: covered("rowspan"),
                columns: covered("colspan"),
            },
            lines: Lines::default(),
        });
    }

    fn finish(mut self) -> (Clues, Vec<Block>) {
        self.ignored = 0;
        while !self.tables.is_empty() {
            self.close_table();
        }
        self.flush();
        (self.clues, self.blocks)
    }
}

impl OpenTable {
    /// Where text goes.
    fn target(&mut self) -> Option<&mut Lines> {
        match &mut self.cell {
            Some(cell) => Some(&mut cell.lines),
            None => self.caption.as_mut(),
        }
    }

    fn end_cell(&mut self, at: usize) {
        if let Some(mut open) = self.cell.take() {
            open.cell.lines = open.lines.take();
            open.cell.at.end = at.max(open.cell.at.start);
            self.row.get_or_insert_default().push(open.cell);
        }
    }

    fn end_row(&mut self) {
        self.end_caption();
        let end = self.cell.as_ref().map_or(0, |open| open.cell.at.end);
        self.end_cell(end);
        if let Some(row) = self.row.take()
            && !row.is_empty()
        {
            self.table.rows.push(row);
        }
    }

    fn end_caption(&mut self) {
        if let Some(mut lines) = self.caption.take() {
            let pieces = lines.take();
            let text: Vec<_> = pieces.iter().map(|piece| piece.text.as_str()).collect();
            self.table.caption = pieces.first().map(|first| Piece {
                text: text.join(" "),
                at: first.at.clone(),
            });
        }
    }

    /// The first cell of the row being read, or the open cell if it is the first.
    fn row_name(&self) -> Option<String> {
        self.row
            .as_ref()
            .and_then(|row| row.first())
            .map(Cell::text)
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name.as_bytes(), [b'h', b'1'..=b'6'])
}
