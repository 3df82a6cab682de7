//! What `koo export` writes, judged by tools that koo did not write.
//!
//! `.ci/python-tools` installs those of Python, `apt-get install chromium` brings the browser; tests whose judge is
//! missing say so and pass.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

mod docs;
mod json_schema;
mod openapi;
mod postman;
mod sql;
mod support;
