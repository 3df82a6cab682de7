// Written by `koo generate`; do not edit.

//! `placeOrder`: Placing an order (下单).
//!
//! # Source
//!
//! Sites: north; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Parcel, ResultCode, Size, State};

/// What the caller sends: Placing an order (下单).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderRequest {
    /// What is sent.
    ///
    /// Mandatory.
    ///
    /// Sites: north; source: `orders`.
    #[validate(nested)]
    pub parcel: Parcel,
    /// How large it is.
    ///
    /// Mandatory.
    ///
    /// Sites: north; source: `orders`.
    #[validate(nested)]
    pub size: Size,
    /// Where it is.
    ///
    /// Mandatory.
    ///
    /// Sites: north; source: `orders`.
    #[validate(nested)]
    pub state: State,
}

impl PlaceOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(parcel: Parcel, size: Size, state: State) -> Self {
        Self { parcel, size, state }
    }
}

impl Request for PlaceOrderRequest {
    const INTERFACE: &'static str = "placeOrder";
    const METHOD: &'static str = "POST";
    const URLS: &'static [&'static str] = &["/order"];
    type Reply = PlaceOrderReply;
}

/// What is answered: Placing an order (下单).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderReply {
    /// Result code.
    ///
    /// Mandatory.
    ///
    /// Sites: north; source: `orders`.
    #[validate(nested)]
    pub code: ResultCode,
}

impl PlaceOrderReply {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
