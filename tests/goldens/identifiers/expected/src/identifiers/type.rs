// Written by `koo generate`; do not edit.

//! `type`: Keyword as interface (关键字).
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `type`, `gen`.
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Option_, Result_};

/// What the caller sends: Keyword as interface (关键字).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct TypeRequest {
    /// Keyword.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub r#type: String,
    /// Keyword that cannot be raw.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub self_: Result_,
    /// Keyword.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#match: Option<String>,
    /// Keyword of newer editions.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    pub r#gen: i64,
    /// Keyword.
    ///
    /// Conditional; length not documented.
    ///
    /// Needed when `gen == "1"`.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "r#gen == 1")]
    pub r#async: Option<String>,
    /// Object with a name of the prelude.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub option: Option<Option_>,
}

impl TypeRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(r#type: impl Into<String>, self_: Result_, r#gen: i64) -> Self {
        Self {
            r#type: r#type.into(),
            self_,
            r#match: None,
            r#gen,
            r#async: None,
            option: None,
        }
    }
}

impl Request for TypeRequest {
    const INTERFACE: &'static str = "type";
    type Reply = TypeReply;

    fn idempotency_key(&self) -> Option<String> {
        let key: [&str; 3] = [Self::INTERFACE, &self.r#type, &self.r#gen.to_string()];
        Some(key.join("\u{1f}"))
    }

    fn vary(&mut self, fresh: &str) {
        self.r#type = fresh.to_owned();
    }
}

/// What is answered: Keyword as interface (关键字).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct TypeReply {}
