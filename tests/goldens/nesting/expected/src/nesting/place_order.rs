// Written by `koo generate`; do not edit.

//! `placeOrder`: Placing an order (下单).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use std::collections::BTreeMap;

use koo_runtime::call::Request;
use koo_runtime::{Decimal, Redact, Validate};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Address;

/// What the caller sends: Placing an order (下单).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderRequest {
    /// Where the order goes.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub address: Address,
    /// Other addresses.
    ///
    /// Optional; at most 5 elements.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_items = 5, nested)]
    pub others: Option<Vec<Address>>,
    /// Addresses by name.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub by_name: Option<BTreeMap<String, Address>>,
    /// Rows of numbers.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<Vec<Vec<i64>>>,
    /// Words by group.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<BTreeMap<String, Vec<String>>>,
    /// Not specified.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anything: Option<Value>,
    /// What it costs.
    ///
    /// Mandatory; at most 8 digits, 2 of them after the point.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(decimal(8, 2))]
    pub amount: Decimal,
    /// Whether it is paid.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    pub paid: bool,
    /// How many.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    pub count: i64,
    /// The parcel.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub parcel: PlaceOrderRequestParcel,
}

impl PlaceOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        address: Address,
        amount: Decimal,
        paid: bool,
        count: i64,
        parcel: PlaceOrderRequestParcel,
    ) -> Self {
        Self {
            address,
            others: None,
            by_name: None,
            table: None,
            groups: None,
            anything: None,
            amount,
            paid,
            count,
            parcel,
        }
    }
}

/// The parcel.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderRequestParcel {
    /// Weight in grams.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    pub weight: i64,
    /// What is in it.
    ///
    /// Mandatory; at most 9 elements.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(max_items = 9, nested)]
    pub items: Vec<PlaceOrderRequestParcelItems>,
}

impl PlaceOrderRequestParcel {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(weight: i64, items: Vec<PlaceOrderRequestParcelItems>) -> Self {
        Self { weight, items }
    }
}

/// What is in it.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderRequestParcelItems {
    /// Name of the thing.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl Request for PlaceOrderRequest {
    const INTERFACE: &'static str = "placeOrder";
    type Reply = PlaceOrderReply;
}

/// What is answered: Placing an order (下单).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderReply {
    /// Addresses as understood.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub results: Vec<Address>,
}

impl PlaceOrderReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(results: Vec<Address>) -> Self {
        Self { results }
    }
}
