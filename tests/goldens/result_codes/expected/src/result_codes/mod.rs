// Written by `koo generate`; do not edit.

//! Result codes (结果码).
//!
//! Roles, repetition and codes of three digits.
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

mod codes;
mod place_order;

pub use codes::*;
pub use place_order::*;
