//! Text copied from a browser → blocks. Cells are separated by tabs or bars, or stand on lines of their own.

use std::ops::Range;

use super::MAX_CELLS;
use crate::clean::clean;
use crate::page::{Block, Cell, Clues, Piece, Table};
use crate::table::columns::{Column, column, is_header, name};
use crate::table::{cell, kind};

/// The most columns of a table whose cells stand on lines of their own.
const MAX_COLUMNS: usize = 12;

struct Line<'a> {
    text: &'a str,
    at: usize,
}

impl Line<'_> {
    fn is_blank(&self) -> bool {
        clean(self.text).is_empty()
    }

    fn piece(&self) -> Piece {
        piece(self.text, self.at)
    }

    /// The cells of a line, separated by tabs or bars.
    fn cells(&self) -> Vec<Piece> {
        let separator = if self.text.contains('\t') { '\t' } else { '|' };
        let mut at = self.at;
        let mut cells = Vec::new();
        for part in self.text.split(separator) {
            cells.push(piece(part, at));
            at += part.len() + 1;
        }
        if separator == '|' {
            // Bars may also stand at both ends.
            if cells.first().is_some_and(|cell| cell.text.is_empty()) {
                cells.remove(0);
            }
            if cells.last().is_some_and(|cell| cell.text.is_empty()) {
                cells.pop();
            }
        }
        cells
    }

    fn is_header(&self) -> bool {
        (self.text.contains('\t') || self.text.contains('|'))
            && is_header(self.cells().iter().map(|cell| cell.text.as_str()))
    }
}

fn piece(text: &str, at: usize) -> Piece {
    let lead = text.len() - text.trim_start().len();
    let start = at + lead;
    Piece {
        text: clean(text),
        at: start..start + text.trim().len(),
    }
}

pub(super) fn read(text: &str) -> (Clues, Vec<Block>) {
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        lines.push(Line {
            text: line.trim_end_matches(['\n', '\r']),
            at,
        });
        at += line.len();
    }
    let mut blocks = Vec::new();
    let mut cells = 0;
    let mut rest = lines.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let table = if cells > MAX_CELLS {
            None
        } else if first.is_header() {
            Some(separated(rest))
        } else {
            vertical(rest)
        };
        if let Some((table, used)) = table {
            cells += table.rows.iter().map(Vec::len).sum::<usize>();
            blocks.push(Block::Table(table));
            rest = rest.get(used.max(1)..).unwrap_or_default();
            continue;
        }
        if !first.is_blank() {
            blocks.push(Block::Text(first.piece()));
        }
        rest = after;
    }
    (Clues::default(), blocks)
}

fn single(piece: Piece) -> Cell {
    let at = piece.at.clone();
    let lines = if piece.text.is_empty() {
        Vec::new()
    } else {
        vec![piece]
    };
    Cell::single(lines, at)
}

fn table(rows: Vec<Vec<Cell>>, at: Range<usize>) -> Table {
    Table {
        rows,
        at,
        ..Table::default()
    }
}

/// A table whose first line is a header; also the number of lines it takes.
fn separated(lines: &[Line<'_>]) -> (Table, usize) {
    let header: Vec<_> = lines.first().map(Line::cells).unwrap_or_default();
    let columns: Vec<_> = header.iter().map(|cell| column(&cell.text)).collect();
    let at = header.first().map_or(0..0, |cell| cell.at.clone());
    let width = header.len();
    let mut rows: Vec<Vec<Cell>> = vec![header.into_iter().map(single).collect()];
    let mut used = 1;
    let mut blank = false;
    for line in lines.iter().skip(1) {
        if line.is_header() {
            break;
        }
        let cells = line.cells();
        let is_ruler = !cells.is_empty()
            && cells.iter().all(|cell| {
                !cell.text.is_empty()
                    && cell.text.chars().all(|character| "-: ".contains(character))
            });
        if is_ruler && rows.len() == 1 {
            used += 1;
            continue;
        }
        if line.is_blank() {
            blank = true;
            used += 1;
            continue;
        }
        let is_first = rows.len() == 1;
        let Some(open) = rows.last_mut() else { break };
        let is_full = open.len() >= width;
        if cells.len() > 1 {
            let continues = !is_first
                && !is_full
                && open.len() - 1 + cells.len() <= width
                && !begins_row(&cells, &columns);
            if continues {
                let mut cells = cells.into_iter();
                if let (Some(last), Some(first)) = (open.last_mut(), cells.next()) {
                    last.lines
                        .extend(Some(first).filter(|piece| !piece.text.is_empty()));
                }
                open.extend(cells.map(single));
            } else {
                rows.push(cells.into_iter().map(single).collect());
            }
        } else if is_first || blank && is_full {
            break;
        } else if let Some(last) = open.last_mut() {
            last.lines.push(line.piece());
        }
        blank = false;
        used += 1;
    }
    let given_back = give_back(&mut rows, lines, used);
    (table(rows, at), used - given_back)
}

/// Whether the cells are a name followed by what its columns expect.
fn begins_row(cells: &[Piece], columns: &[Option<Column>]) -> bool {
    let mut told = false;
    for (cell, column) in cells.iter().zip(columns) {
        let fits = match column {
            Some(Column::Name | Column::Code) => name(&cell.text).is_some(),
            Some(Column::Required) => cell::mark(&cell.text).is_some(),
            Some(Column::Type) => kind::read(&cell.text).is_some(),
            _ => continue,
        };
        if !fits {
            return false;
        }
        told |= !matches!(column, Some(Column::Name | Column::Code));
    }
    told
}

/// The line in front of the next table belongs to that table: it is taken out of the last cell. Gives the lines freed.
fn give_back(rows: &mut [Vec<Cell>], lines: &[Line<'_>], used: usize) -> usize {
    let next_is_table = lines.get(used).is_some_and(|next| {
        next.is_header() || vertical_header(lines.get(used..).unwrap_or_default()).is_some()
    });
    if !next_is_table {
        return 0;
    }
    let Some(last) = rows.last_mut().and_then(|row| row.last_mut()) else {
        return 0;
    };
    let Some(piece) = (last.lines.len() > 1).then(|| last.lines.pop()).flatten() else {
        return 0;
    };
    lines
        .get(..used)
        .unwrap_or_default()
        .iter()
        .rev()
        .position(|line| !line.is_blank() && line.piece() == piece)
        .map_or(0, |back| back + 1)
}

/// The columns of a header whose cells stand on lines of their own, and the lines it takes.
fn vertical_header(lines: &[Line<'_>]) -> Option<(Vec<Column>, usize)> {
    let mut columns = Vec::new();
    let mut used = 0;
    for line in lines.iter().take(2 * MAX_COLUMNS) {
        if !line.is_blank() {
            match column(line.text) {
                // `resultCode` is the name of a parameter where names stand.
                Some(Column::Code) if columns.contains(&Column::Name) => break,
                Some(column) if columns.len() < MAX_COLUMNS && !columns.contains(&column) => {
                    columns.push(column);
                }
                _ => break,
            }
        } else if columns.is_empty() {
            return None;
        }
        used += 1;
    }
    let leads = columns
        .first()
        .is_some_and(|first| matches!(first, Column::Name | Column::Code));
    let enough = columns.len() >= 3 || columns == [Column::Code, Column::Description];
    (leads && enough).then_some((columns, used))
}

/// A table whose cells stand on lines of their own; also the number of lines it takes.
fn vertical(lines: &[Line<'_>]) -> Option<(Table, usize)> {
    let (columns, header) = vertical_header(lines)?;
    let filled = |from: usize| {
        lines
            .iter()
            .enumerate()
            .skip(from)
            .filter(|(_, line)| !line.is_blank())
    };
    let row_at = |from: usize| {
        let cells: Vec<_> = filled(from).take(columns.len()).collect();
        let begins = cells.len() == columns.len()
            && cells.iter().zip(&columns).all(|((_, line), column)| {
                let text = clean(line.text);
                match column {
                    Column::Name => name(&text).is_some(),
                    Column::Code => name(&text).is_some_and(|(code, _)| {
                        code.chars().any(|character| character.is_ascii_digit())
                    }),
                    Column::Required => cell::mark(&text).is_some(),
                    Column::Type => kind::read(&text).is_some(),
                    _ => true,
                }
            });
        begins.then_some(cells)
    };
    let head: Vec<_> = filled(0)
        .take(columns.len())
        .map(|(_, line)| single(line.piece()))
        .collect();
    let at = head.first().map_or(0..0, |cell| cell.at.clone());
    let mut rows: Vec<Vec<Cell>> = vec![head];
    let mut next = header;
    loop {
        let Some((index, line)) = filled(next).next() else {
            next = lines.len();
            break;
        };
        if line.is_header() || vertical_header(lines.get(index..).unwrap_or_default()).is_some() {
            next = index;
            break;
        }
        if let Some(cells) = row_at(index) {
            next = cells.last().map_or(index, |(last, _)| *last) + 1;
            rows.push(
                cells
                    .into_iter()
                    .map(|(_, line)| single(line.piece()))
                    .collect(),
            );
        } else if rows.len() > 1 {
            if let Some(last) = rows.last_mut().and_then(|row| row.last_mut()) {
                last.lines.push(line.piece());
            }
            next = index + 1;
        } else {
            return None;
        }
    }
    let given_back = give_back(&mut rows, lines, next);
    Some((table(rows, at), next - given_back))
}
