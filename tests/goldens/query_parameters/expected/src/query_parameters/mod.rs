// Written by `koo generate`; do not edit.

//! Sorted query (排序).
//!
//! A signature over the sorted parameters of the query, those that signing adds included.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `readOrder` | Reading an order (查询) | [`ReadOrderRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `signing` | Signing | north | unknown |

mod read_order;
mod schemes;

pub use read_order::*;
pub use schemes::*;
