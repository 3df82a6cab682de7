//! Pages for terminals: wrapped by display width, so that Chinese text stays in its column.

use anstyle::Style;
use comfy_table::{ColumnConstraint, ContentArrangement, Width, presets};

use super::{Block, Table};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Space behind a column.
const PADDING: u16 = 2;
const GAP: usize = PADDING as usize;
/// Letters of a word in one line from which on the rest can be guessed: most ids are not longer.
const LEGIBLE: usize = 12;

/// Draws a page at most `width` columns wide, if there is such a limit. Styles are stripped where they are not wanted.
pub(crate) fn render(page: &[Block], width: Option<usize>) -> String {
    let blocks = page.iter().map(|block| draw(block, width));
    blocks.collect::<Vec<_>>().join("\n")
}

fn draw(block: &Block, width: Option<usize>) -> String {
    match block {
        Block::Title { id, titles } => {
            let titles = titles.iter().map(|title| format!("  {title}"));
            format!("{BOLD}{id}{BOLD:#}{}\n", titles.collect::<String>())
        }
        Block::Heading(heading) => format!("{BOLD}{heading}{BOLD:#}\n"),
        Block::Paragraph(prose) => columns(&[], &[vec![prose.clone()]], width),
        Block::Facts(facts) => {
            let rows = facts
                .iter()
                .map(|(name, value)| vec![format!("{name}:"), value.clone()]);
            columns(&[], &rows.collect::<Vec<_>>(), width)
        }
        Block::Table(table) => self::table(table, width),
    }
}

/// Draws a table: a line for each row unless a cell must be wrapped, a line for each cell where even that leaves no room.
pub(crate) fn table(table: &Table, width: Option<usize>) -> String {
    if width.is_some_and(|width| !has_room(table, width)) {
        let rows = table.rows.iter().map(|row| cells(table, row, width));
        return rows.collect::<Vec<_>>().join("\n");
    }
    let drawn = columns(&table.headers, &table.rows, width);
    match drawn.split_once('\n') {
        Some((headers, rows)) => format!("{DIM}{headers}{DIM:#}\n{rows}"),
        None => drawn,
    }
}

/// A text in lines of at most `width` columns, two of which stay free.
pub(crate) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let lines = columns(&[], &[vec![text.to_owned()]], Some(width));
    lines.lines().map(str::to_owned).collect()
}

/// Whether every column can have a width in which words can be read.
fn has_room(table: &Table, width: usize) -> bool {
    let needed = (0..table.headers.len())
        .map(|column| longest_word(&table.headers, &table.rows, column).min(LEGIBLE) + GAP);
    needed.sum::<usize>() <= width
}

/// One row, a line for each cell that says something.
fn cells(table: &Table, row: &[String], width: Option<usize>) -> String {
    let cells = table.headers.iter().zip(row);
    let lines: Vec<_> = cells
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(header, cell)| vec![format!("{}:", header.to_uppercase()), cell.clone()])
        .collect();
    columns(&[], &lines, width)
}

fn columns(headers: &[&'static str], rows: &[Vec<String>], width: Option<usize>) -> String {
    let mut table = comfy_table::Table::new();
    table.load_style(presets::NOTHING);
    if let Some(width) = width {
        table
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(width).unwrap_or(u16::MAX));
    }
    if !headers.is_empty() {
        table.set_header(headers.iter().map(|header| header.to_uppercase()));
    }
    for row in rows {
        table.add_row(row);
    }
    let whole = width
        .map(|width| whole_columns(rows, width))
        .unwrap_or_default();
    let least = width
        .map(|width| least_widths(headers, rows, width))
        .unwrap_or_default();
    for (at, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, PADDING));
        if whole.contains(&at) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        } else if let Some(least) = least.get(at) {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(*least)));
        }
    }
    let lines = table.lines();
    lines
        .map(|line| line.trim_end().to_owned() + "\n")
        .collect()
}

/// Widths below which words would be broken; nothing where there is no room for all of them.
fn least_widths(headers: &[&str], rows: &[Vec<String>], width: usize) -> Vec<u16> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let longest = |column| longest_word(headers, rows, column) + GAP;
    let widths: Vec<usize> = (0..columns).map(longest).collect();
    if widths.iter().sum::<usize>() > width {
        return Vec::new();
    }
    let narrow = |width: &usize| u16::try_from(*width).unwrap_or(u16::MAX);
    widths.iter().map(narrow).collect()
}

/// Letters of the longest word in a column, its header included.
fn longest_word(headers: &[&str], rows: &[Vec<String>], column: usize) -> usize {
    let cells = rows.iter().filter_map(|row| row.get(column));
    let words = cells.flat_map(|cell| cell.split_whitespace());
    // Chinese may be broken anywhere.
    let words = words.filter(|word| word.is_ascii());
    let header = headers.get(column).map(|header| header.len());
    words.map(str::len).chain(header).max().unwrap_or_default()
}

/// The columns that hold one word in each cell, such as ids, and are not broken as long as they leave room for others.
fn whole_columns(rows: &[Vec<String>], width: usize) -> Vec<usize> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut room = width * 2 / 3;
    let mut whole = Vec::new();
    for column in 0..columns {
        let cells = || rows.iter().filter_map(|row| row.get(column));
        let longest = cells()
            .map(|cell| cell.len() + GAP)
            .max()
            .unwrap_or_default();
        if longest <= room && cells().all(|cell| cell.is_ascii() && !cell.contains(' ')) {
            room -= longest;
            whole.push(column);
        }
    }
    whole
}
