// Written by `koo generate`; do not edit.

//! `placeOrder`: Placing an order (下单).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::Kind;

/// What the caller sends: Placing an order (下单).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderRequest {
    /// Always there.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    pub order_id: String,
    /// May be missing.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What kind of order it is.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub kind: Kind,
    /// How many.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    pub count: i64,
    /// Whether it is insured.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    pub insured: bool,
    /// Text on the card.
    ///
    /// Conditional; length not documented.
    ///
    /// Needed when `kind == "GIFT"`.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "kind == \"GIFT\"")]
    pub greeting: Option<String>,
    /// Why it is not plain.
    ///
    /// Conditional; length not documented.
    ///
    /// Needed when `kind != "PLAIN"`.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "kind != \"PLAIN\"")]
    pub reason: Option<String>,
    /// Who brings it.
    ///
    /// Conditional; length not documented.
    ///
    /// Needed when `one_of(kind, "GIFT", "RUSH")`.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "in(kind, [\"GIFT\", \"RUSH\"])")]
    pub courier: Option<String>,
    /// Answer to the note.
    ///
    /// Conditional; length not documented.
    ///
    /// Needed when `present(note)`.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "present(note)")]
    pub reply: Option<String>,
    /// Pallet of a large order.
    ///
    /// Conditional; length not documented.
    ///
    /// Needed when `count == "100"`.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "count == 100")]
    pub pallet: Option<String>,
    /// Number of the policy.
    ///
    /// Conditional; length not documented.
    ///
    /// Needed when `insured == "true"`.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "insured == true")]
    pub policy: Option<String>,
    /// Waiver.
    ///
    /// Conditional; length not documented.
    ///
    /// Needed when `!(present(policy)) && insured != "true"`.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "!present(policy) && insured != true")]
    pub waiver: Option<String>,
    /// Whether the receiver signs.
    ///
    /// Conditional; length not documented.
    ///
    /// Needed when `(kind == "GIFT" || kind == "RUSH") && present(courier)`.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(
        required_if = "(kind == \"GIFT\" || kind == \"RUSH\") && present(courier)"
    )]
    pub signature: Option<String>,
    /// Tax number.
    ///
    /// Conditional; length not documented.
    ///
    /// Needed: The buyer is a company.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<String>,
    /// Customs form.
    ///
    /// Conditional; length not documented.
    ///
    /// Needed: The buyer lives abroad.
    ///
    /// Needed when `present(tax)`.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "present(tax)")]
    pub customs: Option<String>,
}

impl PlaceOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        order_id: impl Into<String>,
        kind: Kind,
        count: i64,
        insured: bool,
    ) -> Self {
        Self {
            order_id: order_id.into(),
            note: None,
            kind,
            count,
            insured,
            greeting: None,
            reason: None,
            courier: None,
            reply: None,
            pallet: None,
            policy: None,
            waiver: None,
            signature: None,
            tax: None,
            customs: None,
        }
    }
}

impl Request for PlaceOrderRequest {
    const INTERFACE: &'static str = "placeOrder";
    type Reply = PlaceOrderReply;
}

/// What is answered: Placing an order (下单).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderReply {
    /// Whether the order is taken.
    ///
    /// Optional; sent always; true if absent.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<bool>,
}
