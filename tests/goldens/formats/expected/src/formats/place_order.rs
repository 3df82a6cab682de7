// Written by `koo generate`; do not edit.

//! `placeOrder`: Placing an order (下单).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Placing an order (下单).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOrderRequest {
    /// Address of the shop.
    ///
    /// Mandatory; at most 512 characters; a URL.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(max_chars = 512, format = url)]
    pub shop: String,
    /// Id of the order.
    ///
    /// Mandatory; length not documented; a UUID.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(format = uuid)]
    pub order_id: String,
    /// Digest.
    ///
    /// Mandatory; length not documented; hexadecimal digits.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(format = hex)]
    pub digest: String,
    /// Label to print.
    ///
    /// Optional; length not documented; base64.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(format = base64)]
    pub label: Option<String>,
    /// Whatever else.
    ///
    /// Optional; length not documented; JSON inside the text.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(format = json)]
    pub extra: Option<String>,
    /// State to bring back.
    ///
    /// Optional; length not documented; URL-encoded base64 of JSON.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(format = url_encoded_base64_json)]
    pub state: Option<String>,
    /// When it was placed.
    ///
    /// Optional; length not documented; milliseconds since 1970.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(format = epoch_millis)]
    pub placed: Option<String>,
    /// When it expires.
    ///
    /// Optional; length not documented; `yyyyMMddHHmmss` or `yyyyMMddHHmmssSSS`, UTC.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(format = timestamp("yyyyMMddHHmmss", "yyyyMMddHHmmssSSS"))]
    pub expires: Option<String>,
    /// Day of shipping.
    ///
    /// Optional; length not documented; yyyy-MM-dd, Beijing time.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(format = timestamp("yyyy-MM-dd"))]
    pub shipped: Option<String>,
    /// When it was seen.
    ///
    /// Optional; length not documented; yyyy-MM-dd HH:mm:ss.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(format = timestamp("yyyy-MM-dd HH:mm:ss"))]
    pub seen: Option<String>,
    /// Ids of goods.
    ///
    /// Optional; length not documented; up to 100 elements of at most 64 characters, joined
    /// with commas.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(format = comma_list(max_items = 100, max_chars_each = 64))]
    pub goods: Option<String>,
    /// Tags.
    ///
    /// Optional; length not documented; up to 3 elements joined with commas.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(format = comma_list(max_items = 3))]
    pub tags: Option<String>,
    /// Links.
    ///
    /// Optional; at most 100 characters each; a URL.
    ///
    /// Sites: north, south; source: `orders`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(each(max_chars = 100, format = url))]
    pub links: Option<Vec<String>>,
}

impl PlaceOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        shop: impl Into<String>,
        order_id: impl Into<String>,
        digest: impl Into<String>,
    ) -> Self {
        Self {
            shop: shop.into(),
            order_id: order_id.into(),
            digest: digest.into(),
            label: None,
            extra: None,
            state: None,
            placed: None,
            expires: None,
            shipped: None,
            seen: None,
            goods: None,
            tags: None,
            links: None,
        }
    }
}

impl Request for PlaceOrderRequest {
    const INTERFACE: &'static str = "placeOrder";
    type Reply = PlaceOrderReply;
}

/// What is answered: Placing an order (下单).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PlaceOrderReply {}
