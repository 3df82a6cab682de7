//! Every store keeps the same contract; and what each promises besides.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

mod contract;
#[cfg(feature = "redb")]
mod file;
#[cfg(all(feature = "redb", target_os = "linux"))]
mod full;
#[cfg(all(feature = "postgres", feature = "redb"))]
mod health;
#[cfg(all(feature = "redb", target_os = "linux"))]
#[path = "../support/merchant.rs"]
mod merchant;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "redb")]
mod records;
#[cfg(feature = "postgres")]
#[path = "../support/server.rs"]
mod server;

use koo_runtime::ledger::MemoryLedger;
use koo_runtime::replay::MemoryReplayGuard;

#[tokio::test(flavor = "multi_thread")]
async fn memory_keeps_the_contract() {
    contract::of_calls(&MemoryLedger::default()).await;
    contract::of_nonces(MemoryReplayGuard::default()).await;
}
