// Written by `koo generate`; do not edit.

//! Server whose replies are signed on one site (服务).
//!
//! The server of a merchant, and an interface that not every product needs.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `askPrice` | Asking the price (询价) | [`AskPriceRequest`] |
//! | `placeOrder` | Placing an order (下单) | [`PlaceOrderRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `orders` | Orders | north | unknown |

mod ask_price;
mod codes;
mod place_order;
mod schemes;

pub use ask_price::*;
pub use codes::*;
pub use place_order::*;
pub use schemes::*;

#[cfg(feature = "mock")]
pub mod mock;

#[cfg(feature = "server")]
pub mod server;
