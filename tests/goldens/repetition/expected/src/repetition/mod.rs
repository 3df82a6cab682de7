// Written by `koo generate`; do not edit.

//! Repeated calls (重复调用).
//!
//! What makes two calls the same call, and what changes between them.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `changeOrder` | Changing an order (变更) | [`ChangeOrderRequest`] |
//! | `placeOrder` | Placing an order (下单) | [`PlaceOrderRequest`] |
//! | `readOrder` | Reading an order (查询) | [`ReadOrderRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `orders` | Orders | north | unknown |

mod change_order;
mod place_order;
mod read_order;
mod types;

pub use change_order::*;
pub use place_order::*;
pub use read_order::*;
pub use types::*;
