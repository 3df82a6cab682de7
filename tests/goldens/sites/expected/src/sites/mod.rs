// Written by `koo generate`; do not edit.

//! Differences between sites (站点差异).
//!
//! What one site documents differently is named.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `askSouth` | Southern question (南站) | [`AskSouthRequest`] |
//! | `placeOrder` | Placing an order (下单) | [`PlaceOrderRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `orders` | Orders | north | unknown |
//! | `orders-south` | Orders in the south | south | unknown |

mod ask_south;
mod place_order;
mod types;

pub use ask_south::*;
pub use place_order::*;
pub use types::*;
