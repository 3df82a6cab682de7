//! Independent implementations asked for the same values: the vendor's own signer, and the Java runtime whose random
//! generator the contract builds on.
//!
//! Each oracle is a program of another language that reads cases from standard input, one JSON document a line, and
//! answers one line for each. Where its runtime is missing the test says so and passes; with `KOO_REQUIRE_ORACLES`
//! set, as in the gate, it fails instead.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests are no test functions to clippy"
)]

mod oracle;

mod java_aes;
mod vendor_signer;
