//! Source pages, cited by number and listed at the end.

use indexmap::IndexSet;
use koo_spec::catalogue::Family;

use crate::page::{Block, Table};

/// The pages a page of ours cites.
pub(super) struct Pages<'a> {
    family: &'a Family,
    cited: IndexSet<String>,
}

impl<'a> Pages<'a> {
    /// Nothing cited yet.
    pub(super) fn new(family: &'a Family) -> Self {
        Self {
            family,
            cited: IndexSet::new(),
        }
    }

    /// The numbers of some pages.
    pub(super) fn cite<'b>(&mut self, ids: impl IntoIterator<Item = &'b str>) -> String {
        let numbers = ids.into_iter().map(|id| {
            let (at, _) = self.cited.insert_full(id.to_owned());
            (at + 1).to_string()
        });
        numbers.collect::<Vec<_>>().join(" ")
    }

    /// The list of what was cited.
    pub(super) fn list(self) -> Vec<Block> {
        if self.cited.is_empty() {
            return Vec::new();
        }
        let rows = self.cited.iter().enumerate().map(|(at, id)| {
            let mut row = vec![(at + 1).to_string()];
            row.extend(match self.family.pages.get(id) {
                Some(page) => [
                    page.title.clone(),
                    page.site.value.clone(),
                    page.updated.clone().unwrap_or_default(),
                    page.url.clone().unwrap_or_else(|| id.clone()),
                ],
                None => [id.clone(), String::new(), String::new(), String::new()],
            });
            row
        });
        let table = Table {
            headers: vec!["#", "page", "site", "updated", "address"],
            rows: rows.collect(),
        };
        vec![
            Block::Heading("Source pages".to_owned()),
            Block::Table(table),
        ]
    }
}
