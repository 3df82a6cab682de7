//! A parameter of an interface.

use koo_codegen::catalogue_json::Exporter;
use koo_spec::catalogue::{Family, Interface, Parameter};
use koo_spec::names::UnknownName;
use serde_json::{Value, json};

use super::pages::Pages;
use super::row::{Row, both};
use super::{Shown, Side};
use crate::commands::Failure;
use crate::page::{Block, Table};

/// Shows every parameter of a path: request and reply may both have one. Brackets of lists may be left out.
pub(super) fn show(
    export: &Exporter<'_>,
    family: &Family,
    interface: &Interface,
    path: &str,
    side: Option<Side>,
) -> Result<Shown, Failure> {
    let json = export.interface(interface);
    let rows = json
        .get("parameters")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let word = |row: &Value, key| row.get(key).and_then(Value::as_str).map(str::to_owned);
    let of_side: Vec<&Value> = rows
        .iter()
        .filter(|row| side.is_none_or(|side| word(row, "of").as_deref() == Some(side.exported())))
        .collect();
    let found: Vec<Value> = of_side
        .iter()
        .filter(|row| word(row, "path").is_some_and(|known| plain(&known) == plain(path)))
        .map(|row| (*row).clone())
        .collect();
    if found.is_empty() {
        let mut known: Vec<String> = of_side.iter().filter_map(|row| word(row, "path")).collect();
        known.dedup();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let what = format!("`{}/{}` has no parameter", family.id, interface.id);
        return Err(UnknownName::new(&what, path, known).into());
    }
    let found = Value::Array(found);
    let mut pages = Pages::new(family);
    let mut page = vec![Block::Title {
        id: format!("{}/{}.{path}", family.id, interface.id),
        titles: Vec::new(),
    }];
    for row in Row::read(&found)? {
        let parameters = if row.of == Side::Request.exported() {
            &interface.request
        } else {
            &interface.reply.parameters
        };
        describe(
            family,
            &row,
            declared(family, parameters, &row.path),
            &mut pages,
            &mut page,
        );
    }
    page.extend(pages.list());
    Ok(Shown {
        page,
        json: json!({
            "koo": 1, "family": family.id, "interface": interface.id, "parameters": found,
        }),
    })
}

fn describe(
    family: &Family,
    row: &Row,
    declared: Option<&Parameter>,
    pages: &mut Pages<'_>,
    page: &mut Vec<Block>,
) {
    let side = if row.of == Side::Request.exported() {
        "Request"
    } else {
        "Reply"
    };
    page.push(Block::Heading(format!("{side}, {}", row.location)));
    let doc = std::iter::once(&row.doc.en).chain(&row.doc.zh);
    let doc: Vec<_> = doc.filter(|doc| !doc.is_empty()).cloned().collect();
    if !doc.is_empty() {
        page.push(Block::Paragraph(doc.join("\n")));
    }
    let condition = row.condition.as_ref().map(|words| {
        let zh = words.zh.as_ref().map(|zh| format!("\n{zh}"));
        words.en.clone() + &zh.unwrap_or_default()
    });
    let erratum = row.erratum.as_ref().or(row.advisory.as_ref()).map(|id| {
        let rules = family
            .errata
            .get(id)
            .map(|erratum| format!(": {}", erratum.rules.en));
        format!("{id}{}", rules.unwrap_or_default())
    });
    let mut facts = vec![
        ("type", row.kind.clone()),
        ("need", row.need()),
        ("condition", condition.unwrap_or_default()),
        ("limit", row.limit()),
        ("format", row.format.clone().unwrap_or_default()),
        ("default", row.default()),
        (
            "sensitive",
            if row.sensitive {
                "never shown in logs".to_owned()
            } else {
                String::new()
            },
        ),
        ("encrypted by", row.encrypted.clone().unwrap_or_default()),
        ("sites", row.sites(family)),
        ("erratum", erratum.unwrap_or_default()),
        ("known from", row.confidence.clone()),
        (
            "source pages",
            pages.cite(row.pages.iter().map(String::as_str)),
        ),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    page.push(Block::Facts(facts));
    let values = declared
        .map(|parameter| family.values_of(parameter))
        .unwrap_or_default();
    if !values.is_empty() {
        let rows = values.iter().map(|value| {
            let sites: Vec<_> = value.sites.iter().map(|site| site.value.as_str()).collect();
            vec![value.value.clone(), both(&value.doc), sites.join(" ")]
        });
        let table = Table {
            headers: vec!["value", "meaning", "sites"],
            rows: rows.collect(),
        };
        page.push(Block::Table(table.without_empty_columns()));
    }
}

/// The parameter a path of the export leads to.
fn declared<'a>(
    family: &'a Family,
    parameters: &'a [Parameter],
    path: &str,
) -> Option<&'a Parameter> {
    let (name, rest) = match path.split_once('.') {
        Some((name, rest)) => (name, Some(rest)),
        None => (path, None),
    };
    let name = plain(name);
    let parameter = parameters.iter().find(|parameter| parameter.name == name)?;
    let Some(rest) = rest else {
        return Some(parameter);
    };
    let fields = family
        .fields_of(parameter.r#type.value.innermost())
        .or_else(|| family.held_fields(parameter))?;
    declared(family, fields, rest)
}

/// A path without the brackets of lists and maps.
fn plain(path: &str) -> String {
    path.replace("[]", "").replace("{}", "")
}
