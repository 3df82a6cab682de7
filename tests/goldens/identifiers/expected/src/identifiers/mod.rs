// Written by `koo generate`; do not edit.

//! Names (命名).
//!
//! Names that Rust keeps for itself, and names in every letter case.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `server` | Interface with the name of a module (模块) | [`ServerRequest`] |
//! | `type` | Keyword as interface (关键字) | [`TypeRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `orders` | Orders | north | unknown |

mod server_interface;
mod r#type;
mod types;

pub use server_interface::*;
pub use r#type::*;
pub use types::*;
