// Written by `koo generate`; do not edit.

//! Files around families (文件).
//!
//! Manifest, root module, README and settings of the formatter.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `ping` | Ping (探测) | [`PingRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `orders` | Orders | north | unknown |

mod ping;

pub use ping::*;
