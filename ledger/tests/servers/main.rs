//! Servers with one PostgreSQL database, called over HTTP: some are killed, and the database goes away.
//!
//! What the merchant's code does is counted in tables of its own, in the same database but outside of the ledger.

#![cfg(feature = "postgres")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

mod away;
mod kills;
#[path = "../support/merchant.rs"]
mod merchant;
#[path = "../support/server.rs"]
mod postgres;

use std::time::Duration;

use koo_ledger::{Limits, PostgresLedger};
use koogallery::Site;
use koogallery::runtime::client::{Client, ClientError, Outgoing};
use koogallery::saas_v2::NewInstanceRequest;
use koogallery::saas_v2::mock::platform;
use koogallery::saas_v2::server::{Settings, settings};
use serde_json::Value;

const KEY: &str = "demo-access-key";

/// As a merchant would set a server up, only quicker to give up on the database.
fn remembering(url: &str) -> Settings {
    let limits = Limits {
        patience: Duration::from_millis(500),
        ..Limits::default()
    };
    let ledger = PostgresLedger::new(url, limits).unwrap();
    settings(Site::Eu, KEY)
        .replay_guard(ledger.clone())
        .ledger(ledger)
}

/// Sends a request once more: result code and instance id.
async fn resend(
    client: &Client,
    address: &str,
    request: &mut NewInstanceRequest,
) -> Result<(String, String), ClientError> {
    let signed = platform(KEY).resend(request).unwrap();
    let url = format!("{address}{}", signed.path_and_query);
    let sent = Outgoing {
        method: &signed.method,
        url: &url,
        headers: &signed.headers,
        body: &signed.body,
    };
    let answer = client.send(sent).await?;
    assert_eq!(answer.status, 200);
    let body = answer.json().unwrap();
    let text = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default();
    Ok((text("resultCode").to_owned(), text("instanceId").to_owned()))
}
