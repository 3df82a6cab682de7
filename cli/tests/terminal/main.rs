//! The koo command in a terminal, as a person meets it.

#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail loudly"
)]

mod progress;
mod questions;
mod screen;
