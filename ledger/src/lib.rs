//! Stores for [`koo_runtime::ledger`] and [`koo_runtime::replay`]: which calls a merchant has carried out and how they
//! were answered, and which nonces were seen. Each store does both, and is cheap to clone.
//!
//! | store | feature | for |
//! | --- | --- | --- |
//! | [`FileLedger`] | `redb`, on by default | one server: one file, no other process |
//! | [`PostgresLedger`] | `postgres` | several servers behind one address, with one database |
//!
//! Both keep what they confirmed over `kill -9` and a loss of power. What is promised when a server dies in the middle
//! of a call stands at [`koo_runtime::ledger`].
//!
//! ```no_run
//! # #[cfg(feature = "redb")] fn main() -> Result<(), koo_ledger::OpenError> {
//! # use koo_runtime::{scheme::Scheme, server::Settings};
//! # fn with<Q: Scheme + 'static>(settings: Settings<koo_runtime::server::Pair<Q>>) -> Result<(), koo_ledger::OpenError> {
//! let ledger = koo_ledger::FileLedger::open("calls.redb")?;
//! let settings = settings.ledger(ledger.clone()).replay_guard(ledger.clone());
//! # Ok(()) }
//! # Ok(()) }
//! # #[cfg(not(feature = "redb"))] fn main() {}
//! ```
//!
//! # Records of the merchant's own
//!
//! A merchant keeps records of what was bought, each written before its call is answered. Beside a [`FileLedger`] they belong
//! in its file: [`FileLedger::records`] shares its commits, where a file of their own would wait for the disk once more for
//! every call. With PostgreSQL they are tables of the merchant's, over the pool that [`PostgresLedger::over`] takes.
//!
//! # Retention
//!
//! Nothing is forgotten by itself but nonces in a [`FileLedger`]. Call
//! [`prune`](koo_runtime::ledger::Ledger::prune) now and then, such as once an hour, with an age well beyond the time for
//! which calls are repeated, those by hand included: ninety days do no harm. Recorded replies are kept as they were
//! sent, so the store needs the protection that the replies need.

#[cfg(feature = "redb")]
mod file;
#[cfg(feature = "postgres")]
mod postgres;

#[cfg(feature = "redb")]
pub use file::{Change, FileLedger, OpenError, Records, RecordsError};
#[cfg(feature = "postgres")]
pub use postgres::{Limits, PostgresLedger};
