//! A database: several servers, and a database that is away.

use std::time::Duration;

use koo_ledger::{Limits, PostgresLedger};
use koo_runtime::ledger::{Claim, Key, Ledger as _, Settled, Standing};
use koo_runtime::replay::{Admission, ReplayGuard as _};

use crate::contract;
use crate::server::Server;

const LEASE: Duration = Duration::from_secs(60);

fn ledger(server: &Server) -> PostgresLedger {
    PostgresLedger::new(&server.url(), Limits::default()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_keeps_the_contract() {
    let Some(server) = Server::start() else {
        return;
    };
    contract::of_calls(&ledger(&server)).await;
    contract::of_nonces(ledger(&server)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn servers_that_start_together_make_the_tables_once_and_share_them() {
    let Some(server) = Server::start() else {
        return;
    };
    let replicas: Vec<_> = (0..4).map(|_| ledger(&server)).collect();
    let starts: Vec<_> = replicas
        .iter()
        .cloned()
        .map(|replica| tokio::spawn(async move { replica.prepare().await }))
        .collect();
    for start in starts {
        start.await.unwrap().unwrap();
    }
    let key = Key::new("s", "shared");
    let Claim::Run(ticket) = replicas[0].claim(&key, [0; 32], LEASE).await.unwrap() else {
        panic!("claimed before")
    };
    let elsewhere = replicas[1].claim(&key, [0; 32], LEASE).await.unwrap();
    assert!(matches!(elsewhere, Claim::Busy(_)), "{elsewhere:?}");
    let settled = replicas[0].settle(&ticket, "{}", Standing::Done).await;
    assert_eq!(settled.unwrap(), Settled::Recorded);
    let elsewhere = replicas[1].claim(&key, [0; 32], LEASE).await.unwrap();
    assert!(matches!(elsewhere, Claim::Replied(_)), "{elsewhere:?}");
    assert_eq!(
        replicas[2].admit("s", "n", LEASE).await.unwrap(),
        Admission::New
    );
    assert_eq!(
        replicas[3].admit("s", "n", LEASE).await.unwrap(),
        Admission::Seen
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_away_refuses_and_comes_back_without_a_restart() {
    let Some(server) = Server::start() else {
        return;
    };
    let before = ledger(&server);
    let key = Key::new("s", "away");
    let Claim::Run(ticket) = before.claim(&key, [0; 32], LEASE).await.unwrap() else {
        panic!("claimed before")
    };
    server.stop();
    // One that starts meanwhile, too.
    let meanwhile = ledger(&server);
    for ledger in [&before, &meanwhile] {
        let error = ledger
            .claim(&key, [0; 32], LEASE)
            .await
            .unwrap_err()
            .to_string();
        assert!(error.starts_with("the ledger does not answer: "), "{error}");
        assert!(ledger.admit("s", "n", LEASE).await.is_err());
    }
    server.resume();
    let settled = before.settle(&ticket, "{}", Standing::Done).await;
    assert_eq!(settled.unwrap(), Settled::Recorded, "the claim survived");
    for ledger in [&before, &meanwhile] {
        let found = ledger.claim(&key, [0; 32], LEASE).await.unwrap();
        assert!(matches!(found, Claim::Replied(_)), "{found:?}");
    }
    assert_eq!(
        meanwhile.admit("s", "n", LEASE).await.unwrap(),
        Admission::New
    );
}

#[test]
fn a_wrong_url_shows_no_password() {
    for url in ["hunter2", "postgres://koo:hunter2@:x/db"] {
        let error = PostgresLedger::new(url, Limits::default()).unwrap_err();
        assert!(!error.to_string().contains("hunter2"), "{error}");
    }
}

#[tokio::test]
async fn a_ledger_shows_no_password() {
    let url = "postgres://koo:hunter2@127.0.0.1:1/db";
    let limits = Limits {
        patience: Duration::from_millis(300),
        ..Limits::default()
    };
    let ledger = PostgresLedger::new(url, limits).unwrap();
    let error = ledger.prepare().await.unwrap_err().to_string();
    let shown = format!("{ledger:?} {error}");
    assert!(!shown.contains("hunter2"), "{shown}");
}
