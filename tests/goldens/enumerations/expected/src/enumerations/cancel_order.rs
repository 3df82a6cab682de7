// Written by `koo generate`; do not edit.

//! `cancelOrder`: Cancelling an order (取消).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{CancelOrderReplyState, State, States};

/// What the caller sends: Cancelling an order (取消).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct CancelOrderRequest {
    /// State before.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub state: State,
}

impl CancelOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(state: State) -> Self {
        Self { state }
    }
}

impl Request for CancelOrderRequest {
    const INTERFACE: &'static str = "cancelOrder";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/cancel"];
    type Reply = CancelOrderReply;
}

/// What is answered: Cancelling an order (取消).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct CancelOrderReply {
    /// State after.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub state: CancelOrderReplyState,
    /// States on the way.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub states: Option<Vec<States>>,
}

impl CancelOrderReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(state: CancelOrderReplyState) -> Self {
        Self { state, states: None }
    }
}
