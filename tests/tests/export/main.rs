//! What `koo export` writes, judged by tools that koo did not write.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

mod json_schema;
mod support;
