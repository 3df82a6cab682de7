// Written by `koo generate`; do not edit.

//! Another guide that shares (也共用).
//!
//! A guide of another site with the same common files.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `takeBack` | Taking a parcel back (退货) | [`TakeBackRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `parcels` | Parcels | south | unknown |
//! | `returns` | Returns | south | unknown |
//! | `signing` | Signing | north | unknown |

mod codes;
mod schemes;
mod take_back;
mod types;

#[doc(inline)]
pub use crate::common::accounts::{AccountHmac, Size};
#[doc(inline)]
pub use crate::common::parcels::{Parcel, ParcelInside};

pub use codes::*;
pub use schemes::*;
pub use take_back::*;
pub use types::*;
