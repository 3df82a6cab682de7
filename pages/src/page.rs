//! A page after reading: its words and tables in order, whatever format they came in.

use std::ops::Range;

use koo_spec::source::{Position, SourceFile};

/// A page.
#[derive(Debug, Clone)]
pub struct Page {
    /// The text, for positions.
    pub source: SourceFile,
    /// What the page says about itself.
    pub clues: Clues,
    /// Headings, texts and tables in order.
    pub blocks: Vec<Block>,
}

impl Page {
    /// The place of a stretch of the page.
    pub fn position(&self, at: &Range<usize>) -> Position {
        self.source.position(at.start)
    }
}

/// What a page says about itself: everything by which it may be recognised.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clues {
    /// Addresses, and names that may be page ids.
    pub names: Vec<String>,
    /// Titles.
    pub titles: Vec<String>,
    /// Date on which it was updated, `YYYY-MM-DD`.
    pub updated: Option<Piece>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Piece),
    /// A paragraph.
    Text(Piece),
    /// A table.
    Table(Table),
}

/// Text without the noise of its format, and the bytes it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Its bytes on the page.
    pub at: Range<usize>,
}

/// A table as it is written; merged cells are still one cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Its caption.
    pub caption: Option<Piece>,
    /// The first cell of the row that holds this table, if it stands in another one.
    pub inside: Option<String>,
    /// Rows of cells.
    pub rows: Vec<Vec<Cell>>,
    /// Its first bytes.
    pub at: Range<usize>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its lines: paragraphs, list elements, lines broken by force.
    pub lines: Vec<Piece>,
    /// Where its text stands, or would stand.
    pub at: Range<usize>,
    /// Rows it covers, at least one.
    pub rows: usize,
    /// Columns it covers, at least one.
    pub columns: usize,
}

impl Cell {
    /// A cell of one row and one column.
    pub fn single(lines: Vec<Piece>, at: Range<usize>) -> Self {
        Self {
            lines,
            at,
            rows: 1,
            columns: 1,
        }
    }

    /// All its text, lines joined with a space.
    pub fn text(&self) -> String {
        let lines: Vec<_> = self.lines.iter().map(|line| line.text.as_str()).collect();
        lines.join(" ")
    }

    /// Where its text begins.
    pub fn place(&self) -> Range<usize> {
        self.lines
            .first()
            .map_or_else(|| self.at.clone(), |line| line.at.clone())
    }
}
