// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// Where goods go.
///
/// The same for sender and receiver.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Address {
    /// Street and number.
    ///
    /// Mandatory; at most 100 characters.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(max_chars = 100)]
    pub street: String,
    /// Where they go afterwards.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub next: Option<Vec<Address>>,
}

impl Address {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(street: impl Into<String>) -> Self {
        Self {
            street: street.into(),
            next: None,
        }
    }
}
