// Written by `koo generate`; do not edit.

//! `whoAmI`: Who am I (我是谁).
//!
//! # Repeated calls
//!
//! Counted.
//!
//! # Source
//!
//! Sites: north, south; source: `calls`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Fault, Line};

/// What the caller sends: Who am I (我是谁).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct WhoAmIRequest {}

impl Request for WhoAmIRequest {
    const INTERFACE: &'static str = "whoAmI";
    type Reply = WhoAmIReply;
}

/// What is answered: Who am I (我是谁).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct WhoAmIReply {
    /// The root.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `calls`.
    #[validate(nested)]
    pub me: WhoAmIReplyMe,
}

impl WhoAmIReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(me: WhoAmIReplyMe) -> Self {
        Self { me }
    }
}

/// The root.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct WhoAmIReplyMe {
    /// Lines.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `calls`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub line: Option<Vec<Line>>,
    /// Tags.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `calls`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<Vec<String>>,
    /// Why not.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `calls`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub fault: Option<Fault>,
}
