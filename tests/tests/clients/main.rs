//! The generated clients, called over HTTP, held against the examples and the schemes of the catalogue.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

mod auto_deploy;
mod cas;
mod contract;
mod failures;
mod joint_kit;
mod license;
mod open_api;
mod stub;
mod uploads;

use koo_runtime::client::{Retry, Settings};
use stub::Stub;

/// Secrets of the tests, by the names of the catalogue.
const SECRETS: &[(&str, &str)] = &[
    ("access_key_id", "id-of-the-tests"),
    ("secret_access_key", "secret-of-the-tests"),
    ("access_key", "key-of-the-tests"),
    ("access_token", "token-of-the-tests"),
];

/// The secret of a name.
fn secret(name: &str) -> &'static str {
    SECRETS.iter().find(|(other, _)| *other == name).unwrap().1
}

/// Calls the stub, once.
fn settings(stub: &Stub) -> Settings {
    Settings::default().base_url(stub.url()).retry(Retry::NEVER)
}
