// Written by `koo generate`; do not edit.

//! Packages (软件包).
//!
//! What packages on disk may and must hold.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `ping` | Ping (探测) | [`PingRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `packages` | Packages | north | unknown |

mod artifacts;
mod ping;
mod types;

pub use artifacts::*;
pub use ping::*;
pub use types::*;
