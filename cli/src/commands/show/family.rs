//! A guide.

use koo_codegen::catalogue_json;
use koo_spec::catalogue::Family;
use serde_json::json;

use super::Shown;
use super::row::{both, titles};
use crate::page::{Block, Table};

/// Shows a family with what it holds.
pub(super) fn show(family: &Family) -> Shown {
    let names = |names: Vec<&str>| names.join(", ");
    let sites = family
        .sites
        .iter()
        .map(|site| site.value.as_str())
        .collect();
    let codes = family
        .codes
        .values()
        .map(|code| code.code.as_str())
        .collect();
    let mut facts = vec![
        ("status", family.status.as_str().to_owned()),
        ("sites", names(sites)),
        ("result codes", names(codes)),
        (
            "schemes",
            names(family.schemes.keys().map(String::as_str).collect()),
        ),
        (
            "types",
            names(family.types.keys().map(String::as_str).collect()),
        ),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    let rows = family.interfaces.iter().map(|interface| {
        let method = interface
            .method
            .as_ref()
            .or(family.transport.method.as_ref());
        vec![
            interface.id.clone(),
            interface.direction.as_str().to_owned(),
            method.cloned().unwrap_or_default(),
            family
                .need(&interface.id)
                .map(|need| need.as_str().to_owned())
                .unwrap_or_default(),
            interface.title.en.clone(),
            interface.title.zh.clone().unwrap_or_default(),
        ]
    });
    let interfaces = Table {
        headers: vec!["interface", "direction", "method", "need", "title", "标题"],
        rows: rows.collect(),
    };
    Shown {
        page: vec![
            Block::Title {
                id: family.id.clone(),
                titles: titles(&family.title),
            },
            Block::Paragraph(both(&family.doc)),
            Block::Facts(facts),
            Block::Heading("Interfaces".to_owned()),
            Block::Table(interfaces.without_empty_columns()),
        ],
        json: json!({ "koo": 1, "family": catalogue_json::family(family) }),
    }
}
