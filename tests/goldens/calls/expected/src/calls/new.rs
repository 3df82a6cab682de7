// Written by `koo generate`; do not edit.

//! `new`: New (新).
//!
//! # Repeated calls
//!
//! Only looks.
//!
//! # Source
//!
//! Sites: north, south; source: `calls`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: New (新).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct NewRequest {
    /// Name.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    pub name: String,
}

impl NewRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}

impl Request for NewRequest {
    const INTERFACE: &'static str = "new";
    type Reply = NewReply;
}

/// What is answered: New (新).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct NewReply {}
