//! HTTP calls as people capture and pass them on: curl commands, raw HTTP text, HAR files.
//!
//! [`read`](read::read) takes any of them, [`write`](mod@write) gives them back. Nothing is sent and nothing is checked
//! here: signatures are the business of a scheme.

mod call;
pub mod read;
pub mod write;

pub use call::{Capture, Reply, Request, header};
