//! The rows of the export, and tables of them.

use indexmap::IndexMap;
use koo_spec::catalogue::{Family, Placed, Text};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::pages::Pages;
use crate::commands::Failure;
use crate::page::Table;

/// A parameter as the export gives it.
#[derive(Debug, Deserialize)]
pub(super) struct Row {
    pub(super) of: String,
    #[serde(rename = "in")]
    pub(super) location: String,
    pub(super) path: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    required: String,
    max_length: Option<u64>,
    unit: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    unlimited: bool,
    min_length: Option<u64>,
    max_items: Option<u64>,
    pub(super) advisory: Option<String>,
    pub(super) values: Vec<String>,
    sites: Vec<String>,
    pub(super) confidence: String,
    pub(super) pages: Vec<String>,
    pub(super) doc: Words,
    pub(super) condition: Option<Words>,
    pub(super) format: Option<String>,
    pub(super) default: Option<String>,
    pub(super) erratum: Option<String>,
    pub(super) encrypted: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(super) sensitive: bool,
    #[serde(default, deserialize_with = "or_default")]
    differences: IndexMap<String, Difference>,
    variant: Option<String>,
}

/// What the export leaves `null` is the default.
fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    reader: D,
) -> Result<T, D::Error> {
    Option::deserialize(reader).map(Option::unwrap_or_default)
}

/// Text in one language or two.
#[derive(Debug, Deserialize)]
pub(super) struct Words {
    pub(super) en: String,
    pub(super) zh: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Difference {
    required: Option<String>,
    max_length: Option<u64>,
    unlimited: Option<bool>,
    values: Option<Vec<String>>,
    default: Option<String>,
}

impl Row {
    /// Rows of the export.
    pub(super) fn read(rows: &Value) -> Result<Vec<Self>, Failure> {
        Ok(Vec::deserialize(rows)?)
    }

    /// Whether it must be there, and where that differs.
    pub(super) fn need(&self) -> String {
        let other = |difference: &Difference| difference.required.as_deref().map(need);
        self.with_differences(need(&self.required).to_owned(), other)
    }

    /// Its limits with their units, and where they differ.
    pub(super) fn limit(&self) -> String {
        let unit = self.unit.as_deref().unwrap_or("characters");
        let length = match (self.min_length, self.max_length) {
            (None, Some(most)) => format!("{most} {unit}"),
            (Some(least), Some(most)) => format!("{least} to {most} {unit}"),
            (Some(least), None) => format!("at least {least} {unit}"),
            (None, None) if self.unlimited => "unlimited".to_owned(),
            (None, None) => String::new(),
        };
        let items = self.max_items.map(|items| format!("{items} elements"));
        let limits: Vec<_> = std::iter::once(length)
            .filter(|length| !length.is_empty())
            .chain(items)
            .collect();
        self.with_differences(limits.join(", "), |difference| {
            let unlimited = difference.unlimited.unwrap_or_default();
            let length = difference.max_length.map(|most| format!("{most} {unit}"));
            length.or_else(|| unlimited.then(|| "unlimited".to_owned()))
        })
    }

    /// The listed values, and where they differ.
    pub(super) fn listed(&self) -> String {
        let other = |difference: &Difference| Some(difference.values.as_ref()?.join(" "));
        self.with_differences(self.values.join(" "), other)
    }

    /// What its absence means, and where that differs.
    pub(super) fn default(&self) -> String {
        let other = |difference: &Difference| difference.default.clone();
        self.with_differences(self.default.clone().unwrap_or_default(), other)
    }

    /// The sites that document it; nothing where all of the family do.
    pub(super) fn sites(&self, family: &Family) -> String {
        let known = |site: &Placed<String>| self.sites.contains(&site.value);
        if self.sites.is_empty() || family.sites.iter().all(known) {
            String::new()
        } else {
            self.sites.join(" ")
        }
    }

    fn with_differences<T: AsRef<str>>(
        &self,
        own: String,
        other: impl Fn(&Difference) -> Option<T>,
    ) -> String {
        let others = self.differences.iter().filter_map(|(site, difference)| {
            Some(format!("{site}: {}", other(difference)?.as_ref()))
        });
        let own = Some(own).filter(|own| !own.is_empty());
        own.into_iter().chain(others).collect::<Vec<_>>().join("; ")
    }
}

/// The table of some rows.
pub(super) fn table(rows: &[Row], family: &Family, pages: &mut Pages<'_>) -> Table {
    let cells = rows.iter().map(|row| {
        let kind = match &row.format {
            Some(format) => format!("{} ({format})", row.kind),
            None => row.kind.clone(),
        };
        vec![
            row.variant.clone().unwrap_or_default(),
            row.path.clone(),
            row.location.clone(),
            kind,
            row.need(),
            row.limit(),
            row.listed(),
            row.sites(family),
            pages.cite(row.pages.iter().map(String::as_str)),
        ]
    });
    Table {
        headers: vec![
            "variant", "name", "in", "type", "need", "limit", "values", "sites", "page",
        ],
        rows: cells.collect(),
    }
    .without_empty_columns()
}

/// A title in both languages.
pub(super) fn titles(title: &Text) -> Vec<String> {
    let zh = title.zh.iter().cloned();
    std::iter::once(title.en.clone())
        .chain(zh)
        .filter(|title| !title.is_empty())
        .collect()
}

/// Text in both languages, one below the other.
pub(super) fn both(text: &Text) -> String {
    titles(text).join("\n")
}

fn need(letter: &str) -> &'static str {
    match letter {
        "M" => "mandatory",
        "C" => "conditional",
        _ => "optional",
    }
}
