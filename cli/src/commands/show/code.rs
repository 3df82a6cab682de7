//! A result code.

use koo_codegen::catalogue_json;
use koo_spec::catalogue::{Code, Family, Placed};
use serde_json::json;

use super::Shown;
use super::pages::Pages;
use super::row::both;
use crate::page::{Block, Table};

/// Shows a result code with what it means where.
pub(super) fn show(family: &Family, code: &Code) -> Shown {
    let mut pages = Pages::new(family);
    let answered: Vec<_> = family
        .interfaces
        .iter()
        .filter(|interface| {
            interface
                .reply
                .codes
                .iter()
                .any(|known| known.value == code.code)
        })
        .map(|interface| interface.id.as_str())
        .collect();
    let mut facts = vec![
        ("name", code.name.clone()),
        ("group", code.group.as_ref().map(both).unwrap_or_default()),
        (
            "used for",
            code.role
                .map(|role| role.as_str().to_owned())
                .unwrap_or_default(),
        ),
        (
            "may succeed later",
            if code.retryable { "yes" } else { "no" }.to_owned(),
        ),
        (
            "HTTP status",
            code.http_status
                .map(|status| status.to_string())
                .unwrap_or_default(),
        ),
        ("answered by", answered.join(", ")),
        ("sites", join(&code.sites)),
        (
            "source pages",
            pages.cite(code.provenance.pages.iter().map(|page| page.value.as_str())),
        ),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    let mut page = vec![
        Block::Title {
            id: format!("{}/codes/{}", family.id, code.code),
            titles: Vec::new(),
        },
        Block::Paragraph(both(&code.doc)),
        Block::Facts(facts),
    ];
    if !code.meanings.is_empty() {
        let rows = code.meanings.iter().map(|meaning| {
            vec![
                join(&meaning.applies_to),
                both(&meaning.doc),
                join(&meaning.sites),
            ]
        });
        let table = Table {
            headers: vec!["interfaces", "meaning there", "sites"],
            rows: rows.collect(),
        };
        page.push(Block::Table(table.without_empty_columns()));
    }
    page.extend(pages.list());
    Shown {
        page,
        json: json!({ "koo": 1, "family": family.id, "code": catalogue_json::code(code) }),
    }
}

fn join(words: &[Placed<String>]) -> String {
    words
        .iter()
        .map(|word| word.value.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}
