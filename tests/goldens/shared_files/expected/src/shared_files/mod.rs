// Written by `koo generate`; do not edit.

//! What several guides share (共用).
//!
//! A guide that takes a scheme and types from common files, and has a secret of its own for one
//! of them.
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
//! | `parcels` | Parcels | south | unknown |
//! | `signing` | Signing | north | unknown |

mod codes;
mod place_order;
mod schemes;
mod types;

#[doc(inline)]
pub use crate::common::accounts::{AccountHmac, Size};
#[doc(inline)]
pub use crate::common::parcels::{Parcel, ParcelInside};

pub use codes::*;
pub use place_order::*;
pub use schemes::*;
pub use types::*;
