//! Calling the other side over the network.
//!
//! [`Client`] sends one call as it is. [`Remote`] is what generated clients are built on: it knows from the
//! description of an [`Interface`] where each parameter travels, which addresses there are, and whether the
//! call may be repeated.
//!
//! A request is checked strictly before anything is sent. A reply is read [leniently](crate::lenient), and
//! what was forgiven goes to the [`Observer`] and to `tracing`, without values. A call is repeated only where
//! that does no harm: always when no connection was made, otherwise when the contract says that a repeated
//! call has no further effect.
//!
//! ```no_run
//! # use koo_runtime::client::{CallError, ClientError, Interface, Remote, Settings};
//! # use koo_runtime::scheme::Scheme;
//! # use koo_runtime::{ResultCode, Validate};
//! # async fn example<S: Scheme, R, T, C: ResultCode>(scheme: S, request: R) -> Result<(), Box<dyn std::error::Error>>
//! # where R: serde::Serialize + Validate, T: serde::de::DeserializeOwned + Validate + std::fmt::Debug + 'static,
//! #     C: std::fmt::Debug {
//! const READ_ORDER: Interface = Interface {
//!     urls: &[("north", "https://shop.example/orders/{id}")],
//!     path: &["id"],
//!     query: &["lines"],
//!     codes: &["code"],
//!     message: Some("text"),
//!     repeatable: true,
//!     ..Interface::new("readOrder", "GET")
//! };
//!
//! let remote = Remote::new(Settings::default())?;
//! let call = remote.call(&READ_ORDER, &request).at("north").signed_by(&scheme);
//! match call.send::<T, T, C>().await {
//!     Ok(reply) => println!("{reply:?}"),
//!     Err(CallError::Refused(refused)) => println!("refused: {}", refused.code.as_str()),
//!     Err(error) => println!("{error}"),
//! }
//! # Ok(())
//! # }
//! ```

mod body;
mod call;
mod endpoint;
mod error;
mod interface;
mod members;
mod no_code;
mod observer;
mod reply;
mod retry;
mod settings;
mod transport;
mod xml;

pub use call::{Prepared, Remote};
pub use error::{CallError, Failed, Refused, Unread, Unreadable};
pub use interface::{Interface, Part, Xml};
pub use no_code::NoCode;
pub use observer::{Event, Observer};
pub use retry::Retry;
pub use settings::Settings;
pub use transport::{Client, ClientError, Outgoing};
pub use xml::XmlError;

pub use crate::answer::Answer;
