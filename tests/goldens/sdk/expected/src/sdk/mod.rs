// Written by `koo generate`; do not edit.

//! Client SDK (客户端SDK).
//!
//! Functions and events of a client SDK.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `ping` | Ping (探测) | [`PingRequest`] |
//!
//! # Functions of the SDK
//!
//! | function | what it does | takes | gives back |
//! | --- | --- | --- | --- |
//! | `Register` | Registers what receives events \| of any kind. |  |  |
//! | `Save` | Saves a file. | [`SaveArguments`] | [`SaveResult`] |
//!
//! # Events of the SDK
//!
//! | event | when it occurs | message |
//! | --- | --- | --- |
//! | `EVENT_CLOSED` | Nothing of its message is known. | not documented |
//! | `EVENT_OTHER` | Something else happened. | [`OtherMessage`] |
//! | `EVENT_SAVED` | The file was saved. | [`SavedMessage`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `sdk` | SDK | north | unknown |

mod events;
mod functions;
mod ping;
mod types;

pub use events::*;
pub use functions::*;
pub use ping::*;
pub use types::*;
