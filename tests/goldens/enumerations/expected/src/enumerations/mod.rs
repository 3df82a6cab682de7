// Written by `koo generate`; do not edit.

//! Open enumerations (枚举).
//!
//! What enumerations are called and what their variants are.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `cancelOrder` | Cancelling an order (取消) | [`CancelOrderRequest`] |
//! | `placeOrder` | Placing an order (下单) | [`PlaceOrderRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `orders` | Orders | north | unknown |

mod cancel_order;
mod place_order;
mod types;

pub use cancel_order::*;
pub use place_order::*;
pub use types::*;
