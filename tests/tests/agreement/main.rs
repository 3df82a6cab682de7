//! The compiled path and the interpreted path come from one catalogue: here they are held against each other,
//! on random messages and payloads.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

#[path = "../support/mod.rs"]
mod support;

mod brought;
mod calls;
mod json_text;
mod models;
mod payloads;
mod plans;
mod signing;
mod tampering;
mod validating;
