// Written by `koo generate`; do not edit.

//! Calling the market (调用).
//!
//! What a client is made of. Addresses, bodies, signatures, headers, failures and XML.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `login` | Login (登录) | [`LoginRequest`] |
//! | `loginFailure` | Login: Failed login (登录) | [`LoginFailureRequest`] |
//! | `new` | New (新) | [`NewRequest`] |
//! | `newV2` | New (新) | [`NewV2Request`] |
//! | `placeOrder` | Placing an order (下单) | [`PlaceOrderRequest`] |
//! | `rate` | Rating (评价) | [`RateRequest`] |
//! | `rateOne` | Rating (评价) | [`RateOneRequest`] |
//! | `rateMany` | Rating (评价) | [`RateManyRequest`] |
//! | `readOrder` | Reading an order (查询) | [`ReadOrderRequest`] |
//! | `uploadFile` | Uploading a file (上传) | [`UploadFileRequest`] |
//! | `whoAmI` | Who am I (我是谁) | [`WhoAmIRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `calls` | Calls | north | unknown |

mod codes;
mod login;
mod login_failure;
mod new;
mod new_v2;
mod place_order;
mod rate;
mod rate_many;
mod rate_one;
mod read_order;
mod schemes;
mod types;
mod upload_file;
mod who_am_i;

pub use codes::*;
pub use login::*;
pub use login_failure::*;
pub use new::*;
pub use new_v2::*;
pub use place_order::*;
pub use rate::*;
pub use rate_many::*;
pub use rate_one::*;
pub use read_order::*;
pub use schemes::*;
pub use types::*;
pub use upload_file::*;
pub use who_am_i::*;

#[cfg(feature = "client")]
pub mod client;
