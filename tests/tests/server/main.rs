//! The generated server, called over HTTP on the loopback interface.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

mod actor;
mod bench;
mod capture;
mod http;

mod debug_calls;
mod interfaces;
mod joint_kit;
mod platform;
mod policies;
mod refusals;
mod replies;
mod secrets;
mod wire;
