// Written by `koo generate`; do not edit.

//! Sensitive values (敏感信息).
//!
//! What debug output never shows.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `openAccount` | Opening an account (开户) | [`OpenAccountRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `orders` | Orders | north | unknown |

mod open_account;
mod types;

pub use open_account::*;
pub use types::*;
