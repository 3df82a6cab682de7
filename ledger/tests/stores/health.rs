//! Health checks of stores.

use koo_ledger::{FileLedger, Limits, PostgresLedger};

use crate::server::Server;

#[tokio::test]
async fn a_file_that_can_be_written_is_healthy() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = FileLedger::open(folder.path().join("calls.redb")).unwrap();
    ledger.check().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_is_healthy_while_it_answers() {
    let Some(server) = Server::start() else {
        return;
    };
    let ledger = PostgresLedger::new(&server.url(), Limits::default()).unwrap();
    ledger.check().await.unwrap();
    server.stop();
    ledger.check().await.unwrap_err();
    server.resume();
    ledger.check().await.unwrap();
}
