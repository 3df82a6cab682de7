//! SQL → tables with columns and their places.

use std::sync::Arc;

use sqlparser::ast::{AlterTableOperation, ColumnDef, DataType, ObjectName, Statement};
use sqlparser::dialect;
use sqlparser::keywords::Keyword;
use sqlparser::parser::{Parser, ParserError};
use sqlparser::tokenizer::{Location, Token};

use crate::finding::Place;

/// Whose SQL it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// PostgreSQL.
    Postgres,
    /// MySQL and MariaDB.
    Mysql,
    /// SQLite, which enforces no width.
    Sqlite,
    /// Oracle, whose widths are bytes unless they say otherwise.
    Oracle,
    /// What most have in common.
    Generic,
}

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
}

impl Table {
    /// Whether the name is that of the table, with its schema or without.
    pub(super) fn is_called(&self, name: &str) -> bool {
        let last = self.name.rsplit('.').next().unwrap_or_default();
        self.name.eq_ignore_ascii_case(name) || last.eq_ignore_ascii_case(name)
    }
}

/// A column.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) data_type: DataType,
    pub(super) place: Place,
}

/// Reads the tables of a schema. Statements that are not about tables are passed over, readable or not.
pub(super) fn read(
    sql: &str,
    dialect: Dialect,
    file: &Arc<str>,
) -> (Vec<Table>, Vec<(Place, String)>) {
    let parsed_as: &dyn dialect::Dialect = match dialect {
        Dialect::Postgres => &dialect::PostgreSqlDialect {},
        Dialect::Mysql => &dialect::MySqlDialect {},
        Dialect::Sqlite => &dialect::SQLiteDialect {},
        Dialect::Oracle => &dialect::OracleDialect {},
        Dialect::Generic => &dialect::GenericDialect {},
    };
    let mut tables = Vec::new();
    let mut faults = Vec::new();
    let mut parser = match Parser::new(parsed_as).try_with_sql(sql) {
        Ok(parser) => parser,
        Err(error) => return (tables, vec![fault(&error, file, Location::new(1, 1))]),
    };
    loop {
        while parser.consume_token(&Token::SemiColon) {}
        let start = parser.peek_token();
        if start.token == Token::EOF {
            return (tables, faults);
        }
        let is_about_a_table = is_about_a_table(&parser);
        match parser.parse_statement() {
            Ok(Statement::CreateTable(table)) => tables.push(Table {
                name: name(&table.name),
                columns: columns(table.columns, file),
            }),
            Ok(Statement::AlterTable(table)) => {
                let added = table
                    .operations
                    .into_iter()
                    .filter_map(|operation| match operation {
                        AlterTableOperation::AddColumn { column_def, .. } => Some(column_def),
                        _ => None,
                    });
                let added = columns(added.collect(), file);
                let name = name(&table.name);
                match tables.iter_mut().find(|table| table.is_called(&name)) {
                    Some(table) => table.columns.extend(added),
                    None => tables.push(Table {
                        name,
                        columns: added,
                    }),
                }
            }
            Ok(_) => {}
            Err(error) => {
                if is_about_a_table {
                    faults.push(fault(&error, file, start.span.start));
                }
                while !matches!(parser.peek_token().token, Token::SemiColon | Token::EOF) {
                    parser.next_token();
                }
            }
        }
    }
}

/// Whether the next statement creates or alters a table.
fn is_about_a_table(parser: &Parser<'_>) -> bool {
    let keyword = |index| match parser.peek_nth_token(index).token {
        Token::Word(word) => word.keyword,
        _ => Keyword::NoKeyword,
    };
    matches!(keyword(0), Keyword::CREATE | Keyword::ALTER)
        && (1..4).any(|index| keyword(index) == Keyword::TABLE)
}

fn columns(defined: Vec<ColumnDef>, file: &Arc<str>) -> Vec<Column> {
    let column = |column: ColumnDef| Column {
        place: Place {
            file: Arc::clone(file),
            line: column.name.span.start.line,
            column: column.name.span.start.column,
            end_line: column.name.span.end.line,
            end_column: column.name.span.end.column,
        },
        name: column.name.value,
        data_type: column.data_type,
    };
    defined.into_iter().map(column).collect()
}

fn name(name: &ObjectName) -> String {
    let parts: Vec<_> = name
        .0
        .iter()
        .filter_map(|part| part.as_ident())
        .map(|ident| ident.value.as_str())
        .collect();
    parts.join(".")
}

/// Where and what an error of the parser is; it says the place in its text only.
fn fault(error: &ParserError, file: &Arc<str>, start: Location) -> (Place, String) {
    let message = match error {
        ParserError::TokenizerError(message) | ParserError::ParserError(message) => message,
        ParserError::RecursionLimitExceeded => "nested too deeply",
    };
    let (what, at) = message.split_once(" at Line: ").unwrap_or((message, ""));
    let place = at
        .split_once(", Column: ")
        .and_then(|(line, column)| Some((line.parse().ok()?, column.trim().parse().ok()?)));
    let (line, column) = place.unwrap_or((start.line, start.column));
    let place = Place {
        file: Arc::clone(file),
        line,
        column,
        end_line: line,
        end_column: column,
    };
    (place, format!("this SQL cannot be read: {what}"))
}
