//! `koo validate sql`

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use koo_validate::table::{self, File};

use super::{Failure, Shared, print};
use crate::input;
use crate::output::{Outcome, Output};

/// Arguments of `koo validate sql`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo validate sql schema.sql --map map.toml --dialect postgres
  koo validate sql schema.sql --map map.toml --dialect mysql --site mainland --format github

The map says which column holds which parameter:
  \"orders.order_id\" = \"saas-v2/newInstance.orderId\"
  \"instances.front_url\" = \"saas-v2/queryInstance/reply.info.appInfo.frontEndUrl\"
  \"calls.business_id\" = \"saas-v2/*.businessId\"      every interface of the guide
  \"*.instance_id\" = \"saas-v2/queryInstance.instanceId\"  every table with the column
  \"orders.*\" = \"saas-v2/newInstance.*\"              columns called like a parameter

Widths are counted as the database counts them: VARCHAR in characters, in bytes on Oracle;
VARBINARY, and TEXT of MySQL, in bytes. SQLite enforces none. A character can take four bytes in
UTF-8.

Exit codes: 0 every column is wide enough, 1 errors found, 2 wrong usage or I/O")]
pub(super) struct Arguments {
    /// Schema: CREATE TABLE and ALTER TABLE statements; others are passed over.
    #[arg(value_name = "SCHEMA")]
    schema: PathBuf,

    /// Which column holds which parameter, in TOML.
    #[arg(long, value_name = "FILE")]
    map: PathBuf,

    /// Whose SQL it is.
    #[arg(long, value_enum, default_value_t = Dialect::Generic)]
    dialect: Dialect,

    #[command(flatten)]
    shared: Shared,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Dialect {
    /// What most have in common.
    Generic,
    /// PostgreSQL.
    #[value(alias = "postgresql")]
    Postgres,
    /// MySQL and MariaDB.
    #[value(alias = "mariadb")]
    Mysql,
    /// SQLite.
    Sqlite,
    /// Oracle.
    Oracle,
}

/// Validates a schema.
pub(super) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let Some(catalogue) = arguments.shared.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let schema = input::text(&arguments.schema)?;
    let map = input::text(&arguments.map)?;
    let report = table::check(
        &catalogue,
        File {
            name: &arguments.schema.to_string_lossy(),
            text: &schema,
        },
        File {
            name: &arguments.map.to_string_lossy(),
            text: &map,
        },
        match arguments.dialect {
            Dialect::Generic => table::Dialect::Generic,
            Dialect::Postgres => table::Dialect::Postgres,
            Dialect::Mysql => table::Dialect::Mysql,
            Dialect::Sqlite => table::Dialect::Sqlite,
            Dialect::Oracle => table::Dialect::Oracle,
        },
    );
    print(&report, arguments.shared.format, output)
}
