// Written by `koo generate`; do not edit.

//! Server with addresses of its own (服务).
//!
//! Interfaces with a path each, in two groups that are signed differently, and one that nobody
//! signs.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `askHealth` | Asking whether the server is up (健康) | [`AskHealthRequest`] |
//! | `placeOrder` | Placing an order (下单) | [`PlaceOrderRequest`] |
//! | `placeOrderV1` | Placing an order as before (下单) | [`PlaceOrderV1Request`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `orders` | Orders | north | unknown |

mod ask_health;
mod codes;
mod place_order;
mod place_order_v1;
mod schemes;

pub use ask_health::*;
pub use codes::*;
pub use place_order::*;
pub use place_order_v1::*;
pub use schemes::*;

#[cfg(feature = "mock")]
pub mod mock;

#[cfg(feature = "server")]
pub mod server;
