// Written by `koo generate`; do not edit.

//! `takeBack`: Taking a parcel back (退货).
//!
//! # Source
//!
//! Sites: south; source: `returns`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Parcel, ResultCode, State};

/// What the caller sends: Taking a parcel back (退货).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct TakeBackRequest {
    /// What comes back.
    ///
    /// Mandatory.
    ///
    /// Sites: south; source: `returns`.
    #[validate(nested)]
    pub parcel: Parcel,
    /// Where it is.
    ///
    /// Mandatory.
    ///
    /// Sites: south; source: `returns`.
    #[validate(nested)]
    pub state: State,
}

impl TakeBackRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(parcel: Parcel, state: State) -> Self {
        Self { parcel, state }
    }
}

impl Request for TakeBackRequest {
    const INTERFACE: &'static str = "takeBack";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/return"];
    type Reply = TakeBackReply;
}

/// What is answered: Taking a parcel back (退货).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct TakeBackReply {
    /// Result code.
    ///
    /// Mandatory.
    ///
    /// Sites: south; source: `returns`.
    #[validate(nested)]
    pub code: ResultCode,
}

impl TakeBackReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
