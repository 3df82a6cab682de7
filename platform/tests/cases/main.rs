//! The named cases against a merchant that koo did not make: a small one in Python, honest or with a typical mistake.
//!
//! Where `python3` is missing the test says so and passes; with `KOO_REQUIRE_ORACLES` set, as in the gate, it fails instead.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests are no test functions to clippy"
)]

mod load;
mod merchant;
mod mistakes;
mod orders;
mod reports;
mod tls;
