// Written by `koo generate`; do not edit.

//! Other directions (方向).
//!
//! Calls of the merchant, redirects of browsers, and parameters at every location.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `goHome` | Going home (跳转) | [`GoHomeRequest`] |
//! | `readOrder` | Reading an order (查询) | [`ReadOrderRequest`] |
//! | `uploadFile` | Uploading a file (上传) | [`UploadFileRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `calls` | Calls | north | unknown |

mod go_home;
mod read_order;
mod types;
mod upload_file;

pub use go_home::*;
pub use read_order::*;
pub use types::*;
pub use upload_file::*;

#[cfg(feature = "client")]
pub mod client;
#[cfg(feature = "mock")]
pub mod platform;
