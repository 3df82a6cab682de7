// Written by `koo generate`; do not edit.

//! Server whose replies are not signed (服务).
//!
//! Neither a signature on replies nor a documented patience, and a reply without members.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `announceTheArrivalOfManyOrdersAtOnce` | Long name (长) | [`AnnounceTheArrivalOfManyOrdersAtOnceRequest`] |
//! | `placeOrder` | Placing an order (下单) | [`PlaceOrderRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `orders` | Orders | north | unknown |

mod announce_the_arrival_of_many_orders_at_once;
mod codes;
mod place_order;
mod schemes;

pub use announce_the_arrival_of_many_orders_at_once::*;
pub use codes::*;
pub use place_order::*;
pub use schemes::*;

#[cfg(feature = "mock")]
pub mod mock;

#[cfg(feature = "server")]
pub mod server;
