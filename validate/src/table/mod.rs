//! Tables of a merchant held against the parameters that fill them.
//!
//! A map in TOML says which column holds which parameter; a key is `table.column`, a value names one parameter or a
//! list of them:
//!
//! ```toml
//! "orders.order_id" = "saas-v2/newInstance.orderId"
//! # Of the reply; without `reply` the request is looked at first.
//! "instances.front_url" = "saas-v2/queryInstance/reply.info.appInfo.frontEndUrl"
//! # Every interface of the guide that has the parameter.
//! "calls.business_id" = "saas-v2/*.businessId"
//! # Every table that has the column.
//! "*.instance_id" = ["saas-v2/newInstance/reply.instanceId", "saas-v2/queryInstance.instanceId"]
//! # Every column whose name is that of a parameter, letter case and underscores aside.
//! "orders.*" = "saas-v2/newInstance.*"
//!
//! # The same as `"usage.order_id"`.
//! [usage]
//! order_id = "saas-v2/newInstance.orderId"
//! ```

mod column;
mod compare;
mod map;
mod parameter;
mod schema;

use std::collections::HashSet;
use std::sync::Arc;

use koo_spec::catalogue::Catalogue;
use koo_spec::diagnostic::did_you_mean;

pub use schema::Dialect;

use crate::finding::{Finding, Page, Place, Report, Severity};
use crate::position::Cursor;
use map::Entry;
use parameter::{Found, fold};
use schema::{Column, Table};

/// A file: how it is named, and its text.
#[derive(Debug, Clone, Copy)]
pub struct File<'t> {
    /// Name for reports.
    pub name: &'t str,
    /// Content.
    pub text: &'t str,
}

/// Holds the columns of a schema against the parameters a map gives them.
///
/// What one site documents is [`Catalogue::for_site`]; without it, the greatest lengths of all sites count.
pub fn check(catalogue: &Catalogue, sql: File<'_>, map: File<'_>, dialect: Dialect) -> Report {
    let mut check = Check {
        catalogue,
        dialect,
        sql: sql.name.into(),
        map: map.name.into(),
        report: Report {
            unit: ("column", "columns"),
            ..Report::default()
        },
    };
    check.report.files = vec![Arc::clone(&check.sql), Arc::clone(&check.map)];
    let (tables, faults) = schema::read(sql.text, dialect, &check.sql);
    // Nothing to complain about is no proof where nothing was looked at.
    if tables.is_empty() && faults.is_empty() {
        let place = Cursor::new(sql.text, 1).place(&check.sql, &(0..0));
        let message = "no CREATE TABLE in this file".to_owned();
        check.report(Severity::Error, "syntax", place, "", message);
    }
    for (place, message) in faults {
        check.report(Severity::Error, "syntax", place, "", message);
    }
    match map::read(map.text, &check.map) {
        Ok(entries) if entries.is_empty() => {
            let place = Cursor::new(map.text, 1).place(&check.map, &(0..0));
            let message = "the map names no column".to_owned();
            check.report(Severity::Error, "mapping", place, "", message);
        }
        Ok(entries) => check.entries(&tables, &entries),
        Err((place, message)) => {
            check.report(Severity::Error, "syntax", place, "", message);
        }
    }
    let mut report = check.report;
    report
        .findings
        .sort_by(|left, right| place_key(&left.place).cmp(&place_key(&right.place)));
    report
}

fn place_key(place: &Place) -> (&str, u64, u64) {
    (&place.file, place.line, place.column)
}

struct Check<'c> {
    catalogue: &'c Catalogue,
    dialect: Dialect,
    sql: Arc<str>,
    map: Arc<str>,
    report: Report,
}

impl<'c> Check<'c> {
    fn report(
        &mut self,
        severity: Severity,
        rule: &'static str,
        place: Place,
        path: &str,
        message: String,
    ) -> Option<&mut Finding> {
        *self.report.tally.of(severity) += 1;
        self.report.findings.push(Finding {
            severity,
            rule,
            message,
            hint: None,
            place,
            path: path.to_owned(),
            pointer: None,
            location: None,
            about: None,
            limit: None,
            actual: None,
            pages: Vec::new(),
        });
        self.report.findings.last_mut()
    }

    fn entries(&mut self, tables: &[Table], entries: &[Entry]) {
        // Columns with an entry, and interfaces that entries name: what a column without one may belong to.
        let mut mapped: Vec<(&str, &str)> = Vec::new();
        // Entries with `*` may repeat what others say.
        let mut held = HashSet::new();
        let mut known: Vec<Found<'c>> = Vec::new();
        for entry in entries {
            let columns = self.columns(tables, entry);
            for target in &entry.targets {
                let found = match parameter::find(self.catalogue, target) {
                    Ok(found) => found,
                    Err(message) => {
                        let place = entry.place.clone();
                        self.report(Severity::Error, "mapping", place, &entry.key, message);
                        continue;
                    }
                };
                for (table, column) in &columns {
                    let same_name =
                        |found: &&Found<'_>| fold(&found.parameter.name) == fold(&column.name);
                    let of_column: Vec<_> = if target.ends_with(".*") {
                        found.iter().filter(same_name).collect()
                    } else {
                        found.iter().collect()
                    };
                    if !of_column.is_empty() {
                        mapped.push((&table.name, &column.name));
                    }
                    for found in of_column {
                        if held.insert((&table.name, &column.name, found.name())) {
                            self.hold(table, column, found);
                        }
                    }
                }
                known.extend(parameter::siblings(self.catalogue, target));
            }
        }
        self.unmapped(tables, &mapped, &known);
    }

    /// The columns an entry is about; that there are none is reported.
    fn columns<'t>(&mut self, tables: &'t [Table], entry: &Entry) -> Vec<(&'t Table, &'t Column)> {
        let of_table: Vec<&Table> = tables
            .iter()
            .filter(|table| entry.table == "*" || table.is_called(&entry.table))
            .collect();
        let every = of_table
            .iter()
            .flat_map(|table| table.columns.iter().map(move |column| (*table, column)));
        let columns: Vec<_> = every
            .filter(|(_, column)| {
                entry.column == "*" || column.name.eq_ignore_ascii_case(&entry.column)
            })
            .collect();
        if !columns.is_empty() {
            return columns;
        }
        let (what, name, hint) = if of_table.is_empty() && entry.table != "*" {
            let names = tables.iter().map(|table| table.name.as_str());
            ("table", &entry.table, did_you_mean(&entry.table, names))
        } else {
            let names = of_table.iter().flat_map(|table| &table.columns);
            let names = names.map(|column| column.name.as_str());
            ("column", &entry.column, did_you_mean(&entry.column, names))
        };
        let message = format!("the schema has no {what} `{name}`");
        let place = entry.place.clone();
        if let Some(finding) = self.report(Severity::Error, "mapping", place, &entry.key, message) {
            finding.hint = hint;
        }
        Vec::new()
    }

    /// Holds a column against a parameter.
    fn hold(&mut self, table: &Table, column: &Column, found: &Found<'c>) {
        self.report.looked_at += 1;
        let holds = column::holds(&column.data_type, self.dialect);
        let path = format!("{}.{}", table.name, column.name);
        for misfit in compare::misfits(found, &column.data_type.to_string(), &holds) {
            let message = format!("{} ({})", misfit.message, found.name());
            let place = column.place.clone();
            let pages = pages(found);
            if let Some(finding) = self.report(misfit.severity, misfit.rule, place, &path, message)
            {
                finding.limit = misfit.limit;
                finding.actual = misfit.actual;
                finding.hint = misfit.hint;
                finding.pages = pages;
            }
        }
    }

    /// Reports columns of mapped tables that have no entry though their name is that of a parameter.
    fn unmapped(&mut self, tables: &[Table], mapped: &[(&str, &str)], known: &[Found<'c>]) {
        for table in tables {
            if !mapped.iter().any(|(name, _)| *name == table.name) {
                continue;
            }
            for column in &table.columns {
                if mapped.contains(&(&table.name, &column.name)) {
                    continue;
                }
                let meant = known
                    .iter()
                    .find(|found| fold(&found.parameter.name) == fold(&column.name));
                let Some(meant) = meant else { continue };
                let path = format!("{}.{}", table.name, column.name);
                let hint = format!("add \"{path}\" = \"{}\" to the map", meant.name());
                let message = "not in the map, though a parameter is called the same".to_owned();
                let place = column.place.clone();
                if let Some(finding) =
                    self.report(Severity::Warning, "mapping", place, &path, message)
                {
                    finding.hint = Some(hint);
                }
            }
        }
    }
}

fn pages(found: &Found<'_>) -> Vec<Page> {
    let known = found.parameter.provenance.pages.iter();
    known
        .filter_map(|id| {
            let page = found.family.pages.get(&id.value)?;
            Some(Page {
                id: id.value.clone(),
                title: page.title.clone(),
                site: page.site.value.clone(),
                url: page.url.clone(),
            })
        })
        .collect()
}
