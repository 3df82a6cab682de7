// Written by `koo generate`; do not edit.

//! Signature in headers (请求头).
//!
//! Templates, two values that must be equal, recipes that can fail, names that clash.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `askOrder` | Asking for an order (询问) | [`AskOrderRequest`] |
//! | `dropOrder` | Dropping an order (放弃) | [`DropOrderRequest`] |
//! | `moveOrder` | Moving an order (移动) | [`MoveOrderRequest`] |
//! | `placeOrder` | Placing an order (下单) | [`PlaceOrderRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `signing` | Signing | north | unknown |

mod ask_order;
mod drop_order;
mod move_order;
mod place_order;
mod schemes;

pub use ask_order::*;
pub use drop_order::*;
pub use move_order::*;
pub use place_order::*;
pub use schemes::*;
