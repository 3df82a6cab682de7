// Written by `koo generate`; do not edit.

//! Signature in the query (签名).
//!
//! An HMAC in the query, with readings of what it covers.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `placeOrder` | Placing an order (下单) | [`PlaceOrderRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `signing` | Signing | north | unknown |

mod place_order;
mod schemes;

pub use place_order::*;
pub use schemes::*;
