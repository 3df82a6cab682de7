//! Catalogue → the widths of database columns that hold what messages bring, as CSV or SQL.
//!
//! The SQL is a table for each message, to take columns from: `CREATE TABLE` statements that any database with
//! standard SQL accepts, each column with its limit, sites and source in a comment.

use std::collections::HashSet;
use std::fmt::Write;

use heck::ToSnakeCase;
use koo_spec::catalogue::{
    Catalogue, Family, Length, LengthUnit, Parameter, Placed, Presence, Type,
};

use crate::message::{Message, messages};
use crate::rows::{self, Row};
use crate::{EmitError, File, banner, variants, words};

/// How widths are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// A row for each parameter.
    #[default]
    Csv,
    /// A table for each message.
    Sql,
}

const COLUMNS: [&str; 13] = [
    "family",
    "interface",
    "side",
    "location",
    "path",
    "type",
    "sql_type",
    "max_length",
    "unit",
    "enforced",
    "required",
    "sites",
    "pages",
];

/// The widths, as one file.
///
/// # Errors
///
/// [`EmitError::Template`] when they cannot be written, which is a defect.
pub fn emit(catalogue: &Catalogue, format: Format) -> Result<Vec<File>, EmitError> {
    let (path, contents) = match format {
        Format::Csv => ("lengths.csv", csv(catalogue)),
        Format::Sql => ("lengths.sql", Ok(sql(catalogue))),
    };
    let contents = contents.map_err(|reason| EmitError::Template {
        path: path.to_owned(),
        reason,
    })?;
    Ok(vec![File {
        path: path.to_owned(),
        contents,
    }])
}

fn csv(catalogue: &Catalogue) -> Result<String, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| error.to_string();
    writer.write_record(COLUMNS).map_err(failed)?;
    for family in &catalogue.families {
        let family = variants::unfold(family);
        for message in messages(&family) {
            for row in rows::flatten(&family, &message.parameters) {
                writer
                    .write_record(record(&family, &message, &row))
                    .map_err(failed)?;
            }
        }
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

fn record(family: &Family, message: &Message<'_>, row: &Row<'_>) -> [String; 13] {
    let parameter = row.parameter;
    let limits = &parameter.limits;
    let length = match limits.max_length {
        Length::AtMost(max) => max.to_string(),
        Length::Unlimited => "unlimited".to_owned(),
        Length::Unknown => String::new(),
    };
    let unit = if limits.max_length.number().is_some() {
        limits.unit.as_str()
    } else {
        ""
    };
    [
        family.id.clone(),
        message.interface.id.clone(),
        message.side.as_str().to_owned(),
        message.location.as_str().to_owned(),
        row.path.clone(),
        parameter.r#type.value.expression(),
        column_type(family, parameter).unwrap_or_default(),
        length,
        unit.to_owned(),
        (limits.max_length.number().is_some() && limits.advisory.is_none()).to_string(),
        parameter.presence.letter().to_owned(),
        ids(sites(family, message, parameter)),
        ids(&parameter.provenance.pages),
    ]
}

fn sites<'a>(
    family: &'a Family,
    message: &Message<'a>,
    parameter: &'a Parameter,
) -> &'a [Placed<String>] {
    let interface: &'a [Placed<String>] = &message.interface.sites;
    [&parameter.sites, interface]
        .into_iter()
        .find(|sites| !sites.is_empty())
        .unwrap_or(&family.sites)
}

fn ids(list: &[Placed<String>]) -> String {
    let ids: Vec<_> = list.iter().map(|id| id.value.as_str()).collect();
    ids.join(" ")
}

/// The type of a column; `None` for what is no single value.
fn column_type(family: &Family, parameter: &Parameter) -> Option<String> {
    let limits = &parameter.limits;
    Some(match &parameter.r#type.value {
        // Lists and maps of scalars fit a text; what holds rows of its own does not.
        Type::Object(_) | Type::List(_) | Type::Map(_) => return None,
        Type::Named(_) if family.fields_of(&parameter.r#type.value).is_some() => return None,
        Type::Any => "text".to_owned(),
        Type::Binary => "blob".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Integer => "bigint".to_owned(),
        Type::Decimal { precision, scale } => format!("decimal({precision},{scale})"),
        Type::String | Type::Enumeration | Type::Named(_) | Type::ResultCode => {
            match (limits.max_length, &limits.advisory) {
                // A limit that is not enforced is no width to cut at.
                (Length::AtMost(max), None) => format!("varchar({max})"),
                _ => "text".to_owned(),
            }
        }
    })
}

fn sql(catalogue: &Catalogue) -> String {
    let mut sql = format!(
        "-- {}\n-- A table for each message, to take columns from. `text` where no limit is known or none is enforced.\n",
        banner("export sql-lengths")
    );
    for family in &catalogue.families {
        let family = variants::unfold(family);
        for message in messages(&family) {
            table(&family, &message, &mut sql);
        }
    }
    sql
}

fn table(family: &Family, message: &Message<'_>, sql: &mut String) {
    let rows = rows::flatten(family, &message.parameters);
    let columns: Vec<_> = rows
        .iter()
        .filter_map(|row| Some((row, column_type(family, row.parameter)?)))
        .collect();
    if columns.is_empty() {
        return;
    }
    let name = format!(
        "{} {} {} {}",
        family.id,
        message.interface.id,
        message.side.as_str(),
        message.location.as_str()
    )
    .to_snake_case();
    let title = words::title(&message.interface.title).replace(['\n', '\r'], " ");
    // Writing to a String cannot fail.
    let _ = write!(sql, "\n-- {title}\nCREATE TABLE {name} (\n");
    let mut taken = HashSet::new();
    let last = columns.len() - 1;
    for (index, (row, column_type)) in columns.iter().enumerate() {
        let column = free(&row.path, &mut taken);
        // A member of an optional or repeated object is not there always.
        let is_top = row.depth == 0;
        let null = if is_top && row.parameter.presence == Presence::Mandatory {
            " NOT NULL"
        } else {
            ""
        };
        let comma = if index == last { "" } else { "," };
        let _ = writeln!(
            sql,
            "  \"{column}\" {column_type}{null}{comma} -- {}",
            comment(family, message, row)
        );
    }
    sql.push_str(");\n");
}

fn comment(family: &Family, message: &Message<'_>, row: &Row<'_>) -> String {
    let limits = &row.parameter.limits;
    let mut parts = vec![row.path.replace(['\n', '\r'], " ")];
    if let Some(max) = limits.max_length.number() {
        let unit = limits.unit.as_str();
        if let Some(advisory) = &limits.advisory {
            parts.push(format!(
                "{max} {unit} printed, not enforced: {}",
                advisory.value
            ));
        } else if limits.unit != LengthUnit::Characters || !row.parameter.r#type.value.is_text() {
            parts.push(format!("{max} {unit}"));
        }
    } else if limits.max_length == Length::Unlimited {
        parts.push("unlimited".to_owned());
    } else if row.parameter.r#type.value == Type::String {
        parts.push("length not documented".to_owned());
    }
    for (site, difference) in &row.parameter.differences {
        if let Some(max) = difference.max_length.and_then(Length::number) {
            parts.push(format!("{max} on {site}"));
        }
    }
    parts.push(format!(
        "sites {}",
        ids(sites(family, message, row.parameter))
    ));
    let pages = ids(&row.parameter.provenance.pages);
    if !pages.is_empty() {
        parts.push(format!("source {pages}"));
    }
    parts.join("; ")
}

/// A name of a column that no other column of the table has.
fn free(path: &str, taken: &mut HashSet<String>) -> String {
    let base = path.to_snake_case();
    let mut name = base.clone();
    let mut count = 1;
    while !taken.insert(name.clone()) {
        count += 1;
        name = format!("{base}_{count}");
    }
    name
}
