// Written by `koo generate`; do not edit.

//! `server`: Interface with the name of a module (模块).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Interface with the name of a module (模块).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ServerRequest {
    /// Underscores.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub snake_case: String,
    /// Hyphens.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(rename = "kebab-case")]
    pub kebab_case: String,
    /// Short.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(rename = "x-y", default, skip_serializing_if = "Option::is_none")]
    pub x_y: Option<String>,
    /// Capital first.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(rename = "PascalCase", default, skip_serializing_if = "Option::is_none")]
    pub pascal_case: Option<String>,
    /// All capitals.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(rename = "SHOUTING_CASE", default, skip_serializing_if = "Option::is_none")]
    pub shouting_case: Option<String>,
    /// The usual one.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(rename = "camelCase", default, skip_serializing_if = "Option::is_none")]
    pub camel_case: Option<String>,
    /// Capitals at the end.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(rename = "orderID", default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
    /// Begins with a digit.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(rename = "2nd", default, skip_serializing_if = "Option::is_none")]
    pub second: Option<String>,
    /// Begins with a mark.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(rename = "@id", default, skip_serializing_if = "Option::is_none")]
    pub at_id: Option<String>,
}

impl ServerRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(snake_case: impl Into<String>, kebab_case: impl Into<String>) -> Self {
        Self {
            snake_case: snake_case.into(),
            kebab_case: kebab_case.into(),
            x_y: None,
            pascal_case: None,
            shouting_case: None,
            camel_case: None,
            order_id: None,
            second: None,
            at_id: None,
        }
    }
}

impl Request for ServerRequest {
    const INTERFACE: &'static str = "server";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/server"];
    type Reply = ServerReply;
}

/// What is answered: Interface with the name of a module (模块).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ServerReply {}
