// Written by `koo generate`; do not edit.

//! `placeOrder`: Placing an order (下单).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Basket, Colour, Paper, PlaceOrderRequestOption, State};

/// What the caller sends: Placing an order (下单).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderRequest {
    /// The colour that was chosen.
    ///
    /// Mandatory; at most 10 characters.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(max_chars = 10, nested)]
    pub colour: Colour,
    /// State of the order.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub state: State,
    /// A name of the prelude.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub option: Option<PlaceOrderRequestOption>,
    /// More colours.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub basket: Option<Basket>,
    /// How it is wrapped.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub wrapping: Option<PlaceOrderRequestWrapping>,
}

impl PlaceOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(colour: Colour, state: State) -> Self {
        Self {
            colour,
            state,
            option: None,
            basket: None,
            wrapping: None,
        }
    }
}

/// How it is wrapped.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderRequestWrapping {
    /// The paper.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub paper: Paper,
}

impl PlaceOrderRequestWrapping {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(paper: Paper) -> Self {
        Self { paper }
    }
}

impl Request for PlaceOrderRequest {
    const INTERFACE: &'static str = "placeOrder";
    type Reply = PlaceOrderReply;
}

/// What is answered: Placing an order (下单).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PlaceOrderReply {}
