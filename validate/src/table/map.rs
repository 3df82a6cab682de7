//! The map: which column holds which parameter.

use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use crate::finding::Place;
use crate::position::Cursor;

/// One line of the map.
#[derive(Debug)]
pub(super) struct Entry {
    /// `table.column` as written.
    pub(super) key: String,
    pub(super) table: String,
    pub(super) column: String,
    /// Parameters.
    pub(super) targets: Vec<String>,
    pub(super) place: Place,
}

/// Reads a map.
pub(super) fn read(text: &str, file: &Arc<str>) -> Result<Vec<Entry>, (Place, String)> {
    let place = |span: std::ops::Range<usize>| Cursor::new(text, 1).place(file, &span);
    let table = DeTable::parse(text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        (place(span), error.message().to_owned())
    })?;
    let mut entries = Vec::new();
    flatten(table.get_ref(), "", &mut entries);
    entries.sort_by_key(|(_, span, _)| span.start);
    entries
        .into_iter()
        .map(|(key, span, value)| {
            let place = place(span);
            let wrong = |message: &str| (place.clone(), message.to_owned());
            let (table, column) = key.rsplit_once('.').ok_or_else(|| {
                wrong(
                    "a key is `table.column`: \"orders.order_id\" = \"family/interface.parameter\"",
                )
            })?;
            let targets = match value {
                DeValue::String(target) => Some(vec![target.to_string()]),
                DeValue::Array(targets) => targets
                    .iter()
                    .map(|target| target.get_ref().as_str().map(str::to_owned))
                    .collect(),
                _ => None,
            };
            Ok(Entry {
                table: table.to_owned(),
                column: column.to_owned(),
                targets: targets.ok_or_else(|| {
                    wrong("a value is a text, or a list of texts: \"family/interface.parameter\"")
                })?,
                key: key.clone(),
                place: place.clone(),
            })
        })
        .collect()
}

type Flat<'t> = (String, std::ops::Range<usize>, &'t DeValue<'t>);

/// Tables inside tables are keys with dots.
fn flatten<'t>(table: &'t DeTable<'t>, before: &str, entries: &mut Vec<Flat<'t>>) {
    for (key, value) in table {
        let name = match before {
            "" => key.get_ref().to_string(),
            before => format!("{before}.{}", key.get_ref()),
        };
        match value.get_ref() {
            DeValue::Table(inner) => flatten(inner, &name, entries),
            other => entries.push((name, key.span(), other)),
        }
    }
}
