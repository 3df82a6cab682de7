// Written by `koo generate`; do not edit.

//! `newV2`: New (新).
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
pub struct NewV2Request {
    /// Name.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    pub name: String,
    /// Name.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `calls`.
    pub nick_name: String,
}

impl NewV2Request {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(name: impl Into<String>, nick_name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            nick_name: nick_name.into(),
        }
    }
}

impl Request for NewV2Request {
    const INTERFACE: &'static str = "newV2";
    type Reply = NewV2Reply;
}

/// What is answered: New (新).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct NewV2Reply {}
