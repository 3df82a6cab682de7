//! Tables → facts: what the columns are, and what each row states.

pub(crate) mod cell;
pub(crate) mod columns;
mod grid;
pub(crate) mod kind;
pub(crate) mod listed;

use std::ops::Range;

use columns::Column;

use crate::page::{Cell, Piece, Table};

/// How many rows from the top the header is looked for in.
const HEADER_ROWS: usize = 3;

/// A table of parameters or codes, or the part of one below a line that covers its whole width.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    /// Its columns from left to right.
    pub(crate) columns: Vec<Option<Column>>,
    /// The line above the rows, within the table.
    pub(crate) label: Option<String>,
    /// Its rows.
    pub(crate) rows: Vec<Row>,
    /// Where it stands.
    pub(crate) at: Range<usize>,
}

/// A row: a parameter or a code.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// Its name, without marks of nesting.
    pub(crate) name: Piece,
    /// How deep it is nested, by marks in front of its name.
    pub(crate) depth: usize,
    /// Its cells, of merged ones the lines of all.
    pub(crate) cells: Vec<(Column, Cell)>,
}

impl Row {
    /// The cell of a column.
    pub(crate) fn cell(&self, column: Column) -> Option<&Cell> {
        self.cells
            .iter()
            .find(|(known, _)| *known == column)
            .map(|(_, cell)| cell)
    }

    /// What it says in words: everything that may name a value.
    pub(crate) fn text(&self) -> String {
        let texts: Vec<_> = self
            .cells
            .iter()
            .filter(|(column, _)| {
                matches!(
                    column,
                    Column::Range | Column::Description | Column::Default | Column::Example
                )
            })
            .map(|(_, cell)| cell.text())
            .collect();
        texts.join(" ")
    }
}

impl Facts {
    /// Whether the rows are result codes.
    pub(crate) fn is_codes(&self) -> bool {
        self.columns.contains(&Some(Column::Code)) && !self.columns.contains(&Some(Column::Name))
    }

    /// Whether the table has a column.
    pub(crate) fn has(&self, column: Column) -> bool {
        self.columns.contains(&Some(column))
    }
}

/// What a table states; nothing if it is no table of parameters or codes.
pub(crate) fn facts(table: &Table) -> Vec<Facts> {
    let grid = grid::spread(table);
    let header = grid.iter().take(HEADER_ROWS).position(|row| {
        let texts: Vec<_> = row.iter().map(|cell| cell.cell.text()).collect();
        columns::is_header(texts.iter().map(String::as_str))
    });
    let Some(header) = header else {
        return Vec::new();
    };
    let mut rows = grid.into_iter().skip(header);
    let Some(head) = rows.next() else {
        return Vec::new();
    };
    let mut columns: Vec<Option<Column>> = head
        .iter()
        .map(|cell| columns::column(&cell.cell.text()))
        .collect();
    // Of two columns with the same words the first counts.
    for index in 0..columns.len() {
        let (before, rest) = columns.split_at_mut(index);
        if let Some(column) = rest.first_mut()
            && column.is_some()
            && before.contains(column)
        {
            *column = None;
        }
    }
    let mut parts = vec![Facts {
        columns: columns.clone(),
        label: None,
        rows: Vec::new(),
        at: table.at.clone(),
    }];
    let mut named: Option<usize> = None;
    for row in rows {
        let texts: Vec<_> = row.iter().map(|cell| cell.cell.text()).collect();
        // Long tables repeat their header.
        if columns::is_header(texts.iter().map(String::as_str)) {
            continue;
        }
        if columns.len() > 1
            && row.len() >= columns.len()
            && row
                .iter()
                .all(|cell| cell.id == row.first().map_or(0, |first| first.id))
        {
            parts.push(Facts {
                columns: columns.clone(),
                label: texts.into_iter().next(),
                rows: Vec::new(),
                at: row
                    .first()
                    .map_or_else(|| table.at.clone(), |cell| cell.cell.place()),
            });
            named = None;
            continue;
        }
        let Some(part) = parts.last_mut() else {
            continue;
        };
        let name_column = columns
            .iter()
            .position(|column| matches!(column, Some(Column::Name | Column::Code)));
        let Some(name) = name_column.and_then(|index| row.get(index)) else {
            continue;
        };
        // A name that covers several rows is one parameter; what stands beside it belongs together.
        if named == Some(name.id)
            && let Some(open) = part.rows.last_mut()
        {
            for (column, cell) in columns.iter().zip(&row) {
                if let Some(column) = column
                    && !matches!(column, Column::Name | Column::Code)
                    && cell.is_first
                    && let Some((_, merged)) =
                        open.cells.iter_mut().find(|(known, _)| known == column)
                {
                    merged.lines.extend(cell.cell.lines.iter().cloned());
                }
            }
            continue;
        }
        named = Some(name.id);
        let Some((text, depth)) = columns::name(&name.cell.text()) else {
            continue;
        };
        part.rows.push(Row {
            name: Piece {
                text,
                at: name.cell.place(),
            },
            depth,
            cells: columns
                .iter()
                .zip(&row)
                .filter_map(|(column, cell)| Some(((*column)?, cell.cell.clone())))
                .collect(),
        });
    }
    parts.retain(|part| !part.rows.is_empty());
    parts
}
