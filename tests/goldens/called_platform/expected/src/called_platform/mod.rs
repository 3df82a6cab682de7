// Written by `koo generate`; do not edit.

//! What merchants call (平台).
//!
//! The side of the platform, which merchants call. Every place for parameters, and replies in
//! JSON and XML.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `getToken` | Getting a token (令牌) | [`GetTokenRequest`] |
//! | `readOrder` | Reading an order (查询) | [`ReadOrderRequest`] |
//! | `refreshToken` | Getting another token (令牌) | [`RefreshTokenRequest`] |
//! | `uploadFile` | Uploading a file (上传) | [`UploadFileRequest`] |
//! | `whoIsIt` | Asking who it is (用户) | [`WhoIsItRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `orders` | Orders | north | unknown |

mod codes;
mod get_token;
mod read_order;
mod refresh_token;
mod schemes;
mod types;
mod upload_file;
mod who_is_it;

pub use codes::*;
pub use get_token::*;
pub use read_order::*;
pub use refresh_token::*;
pub use schemes::*;
pub use types::*;
pub use upload_file::*;
pub use who_is_it::*;

#[cfg(feature = "mock")]
mod examples;

#[cfg(feature = "mock")]
pub mod platform;
