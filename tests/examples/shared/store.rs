//! Where the examples remember calls and nonces.

use koo_ledger::FileLedger;
#[cfg(feature = "postgres")]
use koo_ledger::{Limits, PostgresLedger};
use koogallery::runtime::ledger::MemoryLedger;
use koogallery::saas_v2::server::Settings;

/// `memory`, `redb:FILE`, or, with the feature `postgres`, the URL of a database.
pub(crate) fn remember(settings: Settings, store: &str) -> Result<Settings, String> {
    if store == "memory" {
        return Ok(settings.ledger(MemoryLedger::default()));
    }
    if let Some(file) = store.strip_prefix("redb:") {
        let ledger = FileLedger::open(file).map_err(|error| error.to_string())?;
        return Ok(settings.ledger(ledger.clone()).replay_guard(ledger));
    }
    #[cfg(feature = "postgres")]
    if store.starts_with("postgres:") {
        let ledger = PostgresLedger::new(store, Limits::default());
        let ledger = ledger.map_err(|error| error.to_string())?;
        return Ok(settings.ledger(ledger.clone()).replay_guard(ledger));
    }
    Err(if cfg!(feature = "postgres") {
        "the stores are memory, redb:FILE and postgres://…"
    } else {
        "the stores are memory and redb:FILE; postgres://… needs `--features postgres`"
    }
    .to_owned())
}
