// Written by `koo generate`; do not edit.

//! Browser redirects (浏览器跳转).
//!
//! Where browsers are sent, and with what they come back.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `authorize` | Login (登录) | [`AuthorizeRequest`] |
//! | `landing` | Landing (回调) | [`LandingRequest`] |
//! | `logout` | Logout (登出) | [`LogoutRequest`] |
//! | `portal` | Portal (门户) | [`PortalRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `login` | Login | north | unknown |

mod authorize;
mod landing;
mod logout;
mod portal;
mod types;

pub use authorize::*;
pub use landing::*;
pub use logout::*;
pub use portal::*;
pub use types::*;
