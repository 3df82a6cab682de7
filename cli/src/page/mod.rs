//! Pages about a catalogue: what they say, apart from how it is drawn.

pub(crate) mod markdown;
pub(crate) mod terminal;

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// What the page is about.
    Title {
        /// As it is asked for.
        id: String,
        /// Title in English and, where known, Chinese.
        titles: Vec<String>,
    },
    /// Heading of what follows.
    Heading(String),
    /// Prose.
    Paragraph(String),
    /// Short statements with a name each.
    Facts(Vec<(&'static str, String)>),
    /// A table.
    Table(Table),
}

/// A table of text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Table {
    /// A word for each column.
    pub(crate) headers: Vec<&'static str>,
    /// A cell for each column.
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    /// The table without the columns in which no row says anything.
    pub(crate) fn without_empty_columns(self) -> Self {
        let keep: Vec<bool> = (0..self.headers.len())
            .map(|column| {
                self.rows
                    .iter()
                    .any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()))
            })
            .collect();
        let mut headers = keep.iter();
        Self {
            headers: self
                .headers
                .into_iter()
                .filter(|_| headers.next() == Some(&true))
                .collect(),
            rows: self
                .rows
                .into_iter()
                .map(|row| {
                    let cells = row.into_iter().zip(&keep);
                    cells
                        .filter(|(_, keep)| **keep)
                        .map(|(cell, _)| cell)
                        .collect()
                })
                .collect(),
        }
    }
}
