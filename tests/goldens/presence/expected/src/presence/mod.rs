// Written by `koo generate`; do not edit.

//! Mandatory, optional and conditional (必选与可选).
//!
//! Which fields are options, and which conditions are checked.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `placeOrder` | Placing an order (下单) | [`PlaceOrderRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `orders` | Orders | north | unknown |

mod place_order;
mod types;

pub use place_order::*;
pub use types::*;
