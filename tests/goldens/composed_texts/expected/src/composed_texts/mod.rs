// Written by `koo generate`; do not edit.

//! Composed texts (组合文本).
//!
//! Texts that are put together from parts.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `ping` | Ping (探测) | [`PingRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `texts` | Texts | north | unknown |

mod ping;
mod texts;

pub use ping::*;
pub use texts::*;
