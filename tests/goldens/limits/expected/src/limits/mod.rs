// Written by `koo generate`; do not edit.

//! Limits and units (长度).
//!
//! Every limit in every unit.
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
//! | `table` | Table | south | unknown |

mod place_order;

pub use place_order::*;
