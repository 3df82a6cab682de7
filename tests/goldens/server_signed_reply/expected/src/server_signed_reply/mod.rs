// Written by `koo generate`; do not edit.

//! Server whose replies are always signed (服务).
//!
//! One key for both ways.
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
mod schemes;

pub use codes::*;
pub use place_order::*;
pub use schemes::*;

#[cfg(feature = "mock")]
pub mod mock;

#[cfg(feature = "server")]
pub mod server;
