// Written by `koo generate`; do not edit.

//! `goHome`: Going home (跳转).
//!
//! # Source
//!
//! Sites: north, south; source: `calls`.

use koo_runtime::call::Request;
use koo_runtime::redirect::RedirectAddress;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Going home (跳转).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct GoHomeRequest {}

impl Request for GoHomeRequest {
    const INTERFACE: &'static str = "goHome";
    const URLS: &'static [&'static str] = &["/home"];
    type Reply = GoHomeReply;
}

impl GoHomeRequest {
    /// The address to which the browser is sent.
    pub fn url(&self) -> String {
        let address = RedirectAddress::new("/home");
        address.into_string()
    }
}

/// What is answered: Going home (跳转).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct GoHomeReply {}
