// Written by `koo generate`; do not edit.

//! What is sent. Objects whose code depends on the guide stay with the guides.
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `parcels` | Parcels | south | unknown |

use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::accounts::Size;

/// What is sent.
///
/// Sites: north, south; source: `parcels`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Parcel {
    /// Weight in grams.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `parcels`.
    pub weight: i64,
    /// How large it is.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `parcels`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub size: Option<Size>,
    /// What is in it.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `parcels`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub inside: Option<Vec<ParcelInside>>,
}

impl Parcel {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(weight: i64) -> Self {
        Self {
            weight,
            size: None,
            inside: None,
        }
    }
}

/// What is in it.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ParcelInside {
    /// Name of the thing.
    ///
    /// Optional; at most 20 characters.
    ///
    /// Sites: north, south; source: `parcels`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 20)]
    pub name: Option<String>,
}
