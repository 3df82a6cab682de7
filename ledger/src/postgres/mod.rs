//! A database that several servers share.

mod calls;
mod nonces;
mod schema;

use std::str::FromStr as _;
use std::sync::Arc;
use std::time::Duration;

use koo_runtime::ledger::{
    Claim, Completion, Fingerprint, Key, Ledger, LedgerError, Settled, Standing, Ticket, new_token,
    scoped_digest,
};
use koo_runtime::replay::{Admission, ReplayGuard, ReplayGuardError};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection as _, PgPool};
use tokio::sync::OnceCell;
use tokio::time::timeout;

/// How many rows one statement forgets, so that it holds no others up.
const FORGOTTEN_AT_ONCE: i64 = 1000;

/// A connection that was used so recently is taken to be there still: to ask it first is one more round trip.
const FRESH: Duration = Duration::from_secs(1);

/// Remembers calls and nonces in tables of a PostgreSQL database. Clones share its connections.
///
/// It connects when it is needed, and makes or updates its tables with the first call: `koo_calls`, `koo_nonces` and
/// `koo_ledger_migrations`, in the schema that the search path of the user names first. While the database does not
/// answer, calls are refused; when it is back, they are carried out, without a restart. All times are those of the
/// database's clock.
#[derive(Debug, Clone)]
pub struct PostgresLedger {
    pool: PgPool,
    is_ready: Arc<OnceCell<()>>,
    patience: Duration,
}

/// What a [`PostgresLedger`] may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most connections at a time. Default: 8.
    pub connections: u32,
    /// How long a step may take, waiting for a connection included. Shorter than the budget of a call, so that it can
    /// be refused in time. Default: 3 seconds.
    pub patience: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 8,
            patience: Duration::from_secs(3),
        }
    }
}

impl PostgresLedger {
    /// The database at `url`, such as `postgres://user:password@host/database?sslmode=verify-full`. Connects later; see
    /// [`prepare`](Self::prepare).
    ///
    /// # Errors
    /// [`LedgerError`] if the URL is none.
    pub fn new(url: &str, limits: Limits) -> Result<Self, LedgerError> {
        let options = PgConnectOptions::from_str(url)
            // The error may show the URL, and so the password.
            .map_err(|_| LedgerError::new("the URL of the database cannot be read"))?;
        let pool = PgPoolOptions::new()
            .max_connections(limits.connections.max(1))
            .acquire_timeout(limits.patience)
            .idle_timeout(Duration::from_secs(10 * 60))
            .max_lifetime(Duration::from_secs(30 * 60))
            .test_before_acquire(false)
            .before_acquire(|connection, state| {
                Box::pin(async move {
                    if state.idle_for > FRESH {
                        connection.ping().await?;
                    }
                    Ok(true)
                })
            })
            .connect_lazy_with(options.application_name("koo-ledger"));
        Ok(Self::over(pool, limits.patience))
    }

    /// The database of `pool`, which the merchant's code may use too. A step may take as long as `patience`.
    pub fn over(pool: PgPool, patience: Duration) -> Self {
        Self {
            pool,
            is_ready: Arc::default(),
            patience,
        }
    }

    /// Connects, and makes or updates the tables, so that what is wrong shows at the start. Calls do it otherwise.
    ///
    /// # Errors
    /// [`LedgerError`] if the database does not answer, or refuses.
    pub async fn prepare(&self) -> Result<(), LedgerError> {
        let ready = self
            .is_ready
            .get_or_try_init(|| schema::migrate(&self.pool));
        ready.await.copied().map_err(LedgerError::new)
    }

    /// Whether the database answers now, for health checks.
    ///
    /// # Errors
    /// [`LedgerError`] if it does not.
    pub async fn check(&self) -> Result<(), LedgerError> {
        let work = async {
            sqlx::query("SELECT 1")
                .execute(&self.pool)
                .await
                .map(|_| ())
        };
        self.step(work).await.map_err(LedgerError::new)
    }

    /// One step, with tables, in time.
    async fn step<T>(
        &self,
        work: impl Future<Output = Result<T, sqlx::Error>>,
    ) -> Result<T, String> {
        let step = async {
            self.prepare().await.map_err(|error| error.to_string())?;
            work.await.map_err(|error| error.to_string())
        };
        let late = |_| "the database did not answer in time".to_owned();
        timeout(self.patience, step).await.map_err(late)?
    }
}

impl Ledger for PostgresLedger {
    async fn claim(
        &self,
        key: &Key,
        fingerprint: Fingerprint,
        lease: Duration,
    ) -> Result<Claim, LedgerError> {
        let token = new_token()?;
        let work = calls::claim(&self.pool, key, token, fingerprint, lease);
        self.step(work).await.map_err(LedgerError::new)
    }

    async fn renew(&self, ticket: &Ticket, lease: Duration) -> Result<bool, LedgerError> {
        let work = calls::renew(&self.pool, ticket, lease);
        self.step(work).await.map_err(LedgerError::new)
    }

    async fn settle(
        &self,
        ticket: &Ticket,
        reply: &str,
        standing: Standing,
    ) -> Result<Settled, LedgerError> {
        let work = calls::settle(&self.pool, ticket, reply, standing);
        self.step(work).await.map_err(LedgerError::new)
    }

    async fn release(&self, ticket: &Ticket) -> Result<(), LedgerError> {
        let work = calls::release(&self.pool, ticket);
        self.step(work).await.map_err(LedgerError::new)
    }

    async fn complete(&self, key: &Key, reply: &str) -> Result<Completion, LedgerError> {
        let work = calls::complete(&self.pool, key, reply);
        self.step(work).await.map_err(LedgerError::new)
    }

    async fn prune(&self, age: Duration) -> Result<u64, LedgerError> {
        while self
            .step(nonces::forget(&self.pool))
            .await
            .map_err(LedgerError::new)?
            > 0
        {}
        let mut forgotten = 0_u64;
        loop {
            let work = calls::forget(&self.pool, age);
            match self.step(work).await.map_err(LedgerError::new)? {
                0 => return Ok(forgotten),
                more => forgotten = forgotten.saturating_add(more),
            }
        }
    }
}

impl ReplayGuard for PostgresLedger {
    async fn admit(
        &self,
        scope: &str,
        nonce: &str,
        keep: Duration,
    ) -> Result<Admission, ReplayGuardError> {
        let digest = scoped_digest(scope, nonce);
        let work = nonces::admit(&self.pool, &digest, keep);
        self.step(work).await.map_err(ReplayGuardError::new)
    }
}

/// Seconds for `make_interval`. A thousand years are enough, and within what the database can add.
fn seconds(time: Duration) -> f64 {
    time.as_secs_f64().min(1000.0 * 365.0 * 86_400.0)
}
