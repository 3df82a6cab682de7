// Written by `koo generate`; do not edit.

//! Encrypted values (加密信息).
//!
//! How single values are encrypted, and how models decrypt them.
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

mod ciphers;
mod open_account;
mod types;

pub use ciphers::*;
pub use open_account::*;
pub use types::*;

#[cfg(feature = "rsa")]
mod rsa_ciphers;

#[cfg(feature = "rsa")]
pub use rsa_ciphers::*;
