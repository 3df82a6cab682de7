//! The tables, and how they came about.

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{PgPool, SqlSafeStr as _};

/// The migrations in their order: number, title, statements. What was released is never changed, only added to.
const MIGRATIONS: [(i64, &str, &str); 1] = [(
    1,
    "calls and nonces",
    include_str!("../../migrations/0001_calls_and_nonces.sql"),
)];

/// Brings the tables to the newest form. Servers that start at the same time wait for each other.
pub(super) async fn migrate(pool: &PgPool) -> Result<(), String> {
    let migrations = MIGRATIONS.map(|(number, title, statements)| {
        let kind = MigrationType::Simple;
        Migration::new(number, title.into(), kind, statements.into_sql_str(), false)
    });
    let mut migrator = Migrator::with_migrations(migrations.to_vec());
    // The merchant's own migrations have the usual name.
    migrator.dangerous_set_table_name("koo_ledger_migrations");
    // An older server beside a newer one, while they are replaced one by one.
    migrator.set_ignore_missing(true);
    migrator.run(pool).await.map_err(|error| error.to_string())
}
