// Written by `koo generate`; do not edit.

//! Objects, lists and maps (嵌套).
//!
//! Everything that stands inside something else.
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
