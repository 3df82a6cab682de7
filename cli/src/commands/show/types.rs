//! A defined type.

use koo_codegen::catalogue_json;
use koo_spec::catalogue::{Family, Side, TypeDefinition, TypeShape};
use serde_json::{Value, json};

use super::Shown;
use super::pages::Pages;
use super::row::{Row, both, table};
use crate::commands::Failure;
use crate::page::{Block, Table};

/// Shows an object's members or an enumeration's values.
pub(super) fn show(family: &Family, definition: &TypeDefinition) -> Result<Shown, Failure> {
    let mut pages = Pages::new(family);
    let mut page = vec![
        Block::Title {
            id: format!("{}/types/{}", family.id, definition.name),
            titles: Vec::new(),
        },
        Block::Paragraph(both(&definition.doc)),
    ];
    let mut json = json!({
        "koo": 1, "family": family.id, "type": { "name": definition.name, "doc": definition.doc.en },
    });
    let shape = match &definition.shape {
        TypeShape::Object(fields) => {
            let rows = catalogue_json::parameters(family, Side::Request, fields);
            // Members of a type belong to no side.
            let rows = Value::Array(rows);
            page.push(Block::Table(table(&Row::read(&rows)?, family, &mut pages)));
            ("members", rows)
        }
        TypeShape::Enumeration(values) => {
            let rows = values.iter().map(|value| {
                let sites: Vec<_> = value.sites.iter().map(|site| site.value.as_str()).collect();
                vec![value.value.clone(), both(&value.doc), sites.join(" ")]
            });
            let table = Table {
                headers: vec!["value", "meaning", "sites"],
                rows: rows.collect(),
            };
            page.push(Block::Table(table.without_empty_columns()));
            let values = values
                .iter()
                .map(|value| json!({ "value": value.value, "doc": value.doc.en }));
            ("values", values.collect())
        }
    };
    if let Some(Value::Object(object)) = json.get_mut("type") {
        object.insert(shape.0.to_owned(), shape.1);
    }
    page.extend(pages.list());
    Ok(Shown { page, json })
}
