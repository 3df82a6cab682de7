//! Merged cells → a grid in which every place has its cell.

use crate::page::{Cell, Table};

/// The most columns that are kept.
const MAX_COLUMNS: usize = 64;

/// The most places of one grid: cells that cover many rows and columns multiply.
const MAX_PLACES: usize = 200_000;

/// A place of the grid.
#[derive(Debug, Clone)]
pub(super) struct Place<'a> {
    /// The cell that covers it.
    pub(super) cell: &'a Cell,
    /// The number of the cell.
    pub(super) id: usize,
    /// Whether the cell begins in this row.
    pub(super) is_first: bool,
}

/// Spreads a table over a grid as the HTML standard does: a cell takes the next free place of its row.
pub(super) fn spread(table: &Table) -> Vec<Vec<Place<'_>>> {
    let mut grid = Vec::new();
    let mut places = 0;
    let mut id = 0;
    // Of every column the cell that reaches down into the next rows, and how many rows are left of it.
    let mut hanging: Vec<Option<(Place<'_>, usize)>> = Vec::new();
    for written in &table.rows {
        let mut row = Vec::new();
        let mut next = written.iter();
        loop {
            let column = row.len();
            if column >= MAX_COLUMNS || places >= MAX_PLACES {
                break;
            }
            if let Some(Some((place, left))) = hanging.get_mut(column) {
                row.push(Place {
                    is_first: false,
                    ..place.clone()
                });
                places += 1;
                *left -= 1;
                if *left == 0
                    && let Some(slot) = hanging.get_mut(column)
                {
                    *slot = None;
                }
                continue;
            }
            let Some(cell) = next.next() else {
                // Places further right may still be covered from above.
                if hanging.iter().skip(column).all(Option::is_none) {
                    break;
                }
                hanging.truncate(column);
                break;
            };
            id += 1;
            for _ in 0..cell.columns.min(MAX_COLUMNS - column) {
                let place = Place {
                    cell,
                    id,
                    is_first: true,
                };
                if hanging.len() <= row.len() {
                    hanging.resize(row.len() + 1, None);
                }
                if cell.rows > 1
                    && let Some(slot) = hanging.get_mut(row.len())
                {
                    *slot = Some((place.clone(), cell.rows - 1));
                }
                row.push(place);
                places += 1;
            }
        }
        grid.push(row);
    }
    grid
}
