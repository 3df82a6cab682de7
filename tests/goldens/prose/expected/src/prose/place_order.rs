// Written by `koo generate`; do not edit.

//! `placeOrder`: Placing \<an> `order_id` (下单\[一\]).
//!
//! See <https://bazaar.example/x>.
//!
//! When: When \*something\* happens.
//!
//! # Rules
//!
//! - \- begins with a hyphen and goes on for quite a while so that it has to be wrapped, 12.
//!   after a number second paragraph.
//! - 详见<https://bazaar.example/>中文。然后继续。
//!
//! # Source
//!
//! Sites: north, south; source: `a_page`, `b_page`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::Thing;

/// What the caller sends: Placing \<an> `order_id` (下单\[一\]).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderRequest {
    /// The Thing of `orderId` and `order_id`; see \[Thing\], Thing::Other and \<Thing>.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `a_page`.
    #[validate(nested)]
    pub thing: Thing,
    /// Averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongword
    /// and after it more words = with signs > and | bars + plus \* star # hash 1) one 2. two -
    /// and - hyphens - all - over - the - place - so that some - line - begins - with - one -
    /// of - them - whatever - the - width - is.
    ///
    /// Optional; length not documented.
    ///
    /// Ends with a colon:
    ///
    /// Sites: north, south; source: `a_page`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub long: Option<String>,
    /// Says "so".
    ///
    /// Conditional; length not documented.
    ///
    /// Needed when `thing == "a"b"`.
    ///
    /// Sites: north, south; source: `a_page`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "thing == \"a\\\"b\"")]
    pub quote: Option<String>,
    /// Ends with a backslash \\.
    ///
    /// Optional; length not documented; C:\\x\_y if absent.
    ///
    /// Sites: north, south; source: `a_page`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Write to a@b.example, www.b.example or HTTPS://b.example/C.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `a_page`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
}

impl PlaceOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(thing: Thing) -> Self {
        Self {
            thing,
            long: None,
            quote: None,
            path: None,
            mail: None,
        }
    }
}

impl Request for PlaceOrderRequest {
    const INTERFACE: &'static str = "placeOrder";
    type Reply = PlaceOrderReply;
}

/// What is answered: Placing \<an> `order_id` (下单\[一\]).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PlaceOrderReply {}
