// Written by `koo generate`; do not edit.

//! `askSouth`: Southern question (南站).
//!
//! # Source
//!
//! Sites: south; source: `orders-south`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Southern question (南站).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct AskSouthRequest {}

impl Request for AskSouthRequest {
    const INTERFACE: &'static str = "askSouth";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/ask"];
    type Reply = AskSouthReply;
}

/// What is answered: Southern question (南站).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct AskSouthReply {}
