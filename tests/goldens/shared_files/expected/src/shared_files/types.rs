// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::{OpenEnum, Redact, Validate};
use serde::{Deserialize, Serialize};

/// Where a parcel is.
///
/// Sites: north; source: `parcels`.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct State {
    /// The place.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north; source: `parcels`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How far it got. The name of this enumeration follows from all parameters of a guide.
    ///
    /// Optional.
    ///
    /// Sites: north; source: `parcels`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub step: Option<Step>,
}

/// How far it got. The name of this enumeration follows from all parameters of a guide.
///
/// Sites: north; source: `parcels`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Step {
    /// On the way.
    #[wire("SENT")]
    Sent,
    /// Arrived.
    #[wire("THERE")]
    There,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
