//! Records in a table of a PostgreSQL database.

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::Query;
use sqlx::{PgPool, Postgres, Row as _, SqlSafeStr as _};
use tokio::sync::OnceCell;
use tokio::time::timeout;

use super::{Instance, InstancesError, State};
use crate::store::PATIENCE;

/// The migrations in their order: number, title, statements. What was released is never changed, only added to.
const MIGRATIONS: [(i64, &str, &str); 1] = [(
    1,
    "instances",
    include_str!("../../../migrations/0001_instances.sql"),
)];

const FIND: &str = "SELECT * FROM instances WHERE id = $1";

const LOCK: &str = "SELECT * FROM instances WHERE id = $1 FOR UPDATE";

/// Returns the row that it makes, or that of an earlier run, in one statement.
const INSERT: &str = "
    INSERT INTO instances (id, purchase, state, product, sku, quantity, expires, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (purchase) DO UPDATE SET purchase = excluded.purchase
    RETURNING *";

const UPDATE: &str = "
    UPDATE instances
    SET purchase = $2, state = $3, product = $4, sku = $5, quantity = $6, expires = $7, version = $8
    WHERE id = $1";

/// Connects when it is needed, and makes or updates the table with the first call.
pub(in crate::business) struct Database {
    pool: PgPool,
    migrated: OnceCell<()>,
}

impl Database {
    /// The table in the database of `pool`.
    pub(super) fn over(pool: PgPool) -> Self {
        Self {
            pool,
            migrated: OnceCell::new(),
        }
    }

    pub(super) async fn create(&self, instance: Instance) -> Result<Instance, InstancesError> {
        self.step(async {
            let insert = bind(sqlx::query(INSERT), &instance);
            read(&insert.fetch_one(&self.pool).await?)
        })
        .await
    }

    pub(super) async fn find(&self, id: &str) -> Result<Option<Instance>, InstancesError> {
        self.step(async {
            let row = sqlx::query(FIND).bind(id);
            let row = row.fetch_optional(&self.pool).await?;
            row.as_ref().map(read).transpose()
        })
        .await
    }

    pub(super) async fn change(
        &self,
        id: &str,
        change: impl FnOnce(&mut Instance) + Send,
    ) -> Result<Option<Instance>, InstancesError> {
        self.step(async {
            let mut transaction = self.pool.begin().await?;
            let row = sqlx::query(LOCK).bind(id);
            let Some(row) = row.fetch_optional(&mut *transaction).await? else {
                return Ok(None);
            };
            let mut instance = read(&row)?;
            change(&mut instance);
            let update = bind(sqlx::query(UPDATE), &instance);
            update.execute(&mut *transaction).await?;
            transaction.commit().await?;
            Ok(Some(instance))
        })
        .await
    }

    /// One step, with a table, in time.
    async fn step<T>(
        &self,
        work: impl Future<Output = Result<T, sqlx::Error>>,
    ) -> Result<T, InstancesError> {
        let step = async {
            let migrate = || migrate(&self.pool);
            self.migrated.get_or_try_init(migrate).await?;
            work.await.map_err(|error| error.to_string())
        };
        let done = timeout(PATIENCE, step).await;
        done.unwrap_or_else(|_| Err("the database did not answer in time".to_owned()))
            .map_err(InstancesError)
    }
}

/// Brings the table to the newest form. Processes that start at the same time wait for each other.
async fn migrate(pool: &PgPool) -> Result<(), String> {
    let migrations = MIGRATIONS.map(|(number, title, statements)| {
        let kind = MigrationType::Simple;
        Migration::new(number, title.into(), kind, statements.into_sql_str(), false)
    });
    let mut migrator = Migrator::with_migrations(migrations.to_vec());
    // An older process beside a newer one, while they are replaced one by one.
    migrator.set_ignore_missing(true);
    migrator.run(pool).await.map_err(|error| error.to_string())
}

type Statement<'q> = Query<'q, Postgres, PgArguments>;

fn bind<'q>(statement: Statement<'q>, instance: &'q Instance) -> Statement<'q> {
    statement
        .bind(&instance.id)
        .bind(&instance.purchase)
        .bind(written(instance.state))
        .bind(&instance.product)
        .bind(&instance.sku)
        .bind(instance.quantity)
        .bind(&instance.expires)
        .bind(instance.version)
}

fn read(row: &PgRow) -> Result<Instance, sqlx::Error> {
    Ok(Instance {
        id: row.try_get("id")?,
        purchase: row.try_get("purchase")?,
        state: state(row.try_get("state")?)?,
        product: row.try_get("product")?,
        sku: row.try_get("sku")?,
        quantity: row.try_get("quantity")?,
        expires: row.try_get("expires")?,
        version: row.try_get("version")?,
    })
}

fn written(state: State) -> &'static str {
    match state {
        State::Running => "running",
        State::Frozen => "frozen",
        State::Released => "released",
    }
}

fn state(written: &str) -> Result<State, sqlx::Error> {
    let states = [State::Running, State::Frozen, State::Released];
    let mut states = states.into_iter();
    let found = states.find(|state| self::written(*state) == written);
    found.ok_or_else(|| sqlx::Error::Decode("no such state".into()))
}
