// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::{OpenEnum, Redact, Validate};
use serde::{Deserialize, Serialize};

/// Several colours.
///
/// Sites: north, south.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Basket {
    /// The colours.
    ///
    /// Mandatory; at most 3 elements.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(max_items = 3, nested)]
    pub colours: Vec<Colour>,
}

impl Basket {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(colours: Vec<Colour>) -> Self {
        Self { colours }
    }
}

/// State after.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum CancelOrderReplyState {
    /// Cancelled.
    #[wire("gone")]
    Gone,
    /// Too late.
    #[wire("kept")]
    Kept,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Colour of the goods.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Colour {
    /// Red.
    #[wire("RED")]
    Red,
    /// Between blue and green.
    ///
    /// Since 2024-01-01.
    ///
    /// Sites: north.
    #[wire("blue-green")]
    BlueGreen,
    /// The seventh colour.
    ///
    /// Until 2025-01-01.
    #[wire("7")]
    Seventh,
    /// A colour the customer describes.
    #[wire("Other")]
    Other,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Unlisted(String),
}

/// The paper.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Paper {
    /// Cheap paper.
    #[wire("Value")]
    Value,
    /// Paper on request.
    #[wire("Request")]
    Request,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// A name of the prelude.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum PlaceOrderRequestOption {
    /// First.
    #[wire("a")]
    A,
    /// Second.
    #[wire("b")]
    B,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// State before.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum State {
    /// Just placed.
    #[wire("new")]
    New,
    /// Paid.
    #[wire("paid")]
    Paid,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// States on the way.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum States {
    /// The one.
    #[wire("x")]
    X,
    /// The other.
    #[wire("y")]
    Y,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
