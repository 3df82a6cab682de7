//! The merchant's side over HTTP.
//!
//! A *family* is a set of interfaces, told apart by one parameter if they share one address, or by the [`Route`]s of
//! their own. Generated code implements [`Family`] for a service around the merchant's own code; [`router`] makes an
//! [`axum::Router`] of it, and [`serve`] runs that on a socket.
//!
//! What happens to a request, in this order:
//!
//! 1. The body is read, up to [`Settings::body_limit`]. Method and path name the group of interfaces, if there are
//!    several, and so the scheme.
//! 2. The signature is checked over the bytes as they came, then the age of its timestamp, then that its nonce
//!    is new. Strangers get no further, and can burn no nonce.
//! 3. The path or the selector names the interface; its request model is read [leniently](crate::lenient) and checked
//!    against the documented limits. What then happens is the [`Policy`]'s choice.
//! 4. The merchant's code is called, in a task of its own: a panic ends that task only, and code that is late
//!    runs on to its end, never half-cancelled.
//!    With a [ledger](Settings::ledger), a call that was carried out before gets its [recorded](crate::ledger) reply
//!    instead.
//! 5. The reply is checked strictly. One that breaks a documented limit does not leave: the caller would refuse
//!    it, and here the reason is known.
//! 6. The reply is written once, and those bytes are signed.
//!
//! Whatever goes wrong, the answer is HTTP 200 with `application/json`, a result code and a message, within
//! [`Settings::budget`] of the request's arrival. Reports go to an [`Observer`] and to [`tracing`]; neither they
//! nor the answers hold a value that was received, a secret, or a value of a refused reply.

mod answer;
mod body;
mod erased;
mod handler;
mod incoming;
mod observer;
mod once;
mod pace;
mod parameters;
#[cfg(feature = "mock")]
mod parts;
mod pipeline;
mod route;
mod schemes;
mod serve;
mod settings;
#[cfg(feature = "tls")]
mod tls;
mod until;

pub use axum::Router;

pub use answer::Outcome;
pub use incoming::Incoming;
pub use observer::{Cause, Event, Observer};
#[cfg(feature = "mock")]
pub use route::Xml;
pub use route::{Fields, Route};
pub use schemes::{Group, Pair, Schemes};
pub use serve::{Server, serve};
pub use settings::{Policy, Settings};
#[cfg(feature = "tls")]
pub use tls::{Tls, TlsError};

use crate::call::{CodeRole, ResultCode};
use crate::scheme::SchemeError;
use crate::validate::Validate;

/// Interfaces that are served together. Implemented by generated code.
pub trait Family: Send + Sync + 'static {
    /// The result codes.
    type Code: ResultCode + Validate;
    /// How requests and replies are signed.
    type Schemes: Schemes;

    /// Name of the contract. What is recorded in a [ledger](crate::ledger) stands under it, so it never changes.
    const NAME: &'static str;
    /// Member of the request that tells interfaces apart. Empty if there is one interface only:
    /// [`Incoming::selected`] is then empty too. Means nothing where there are [routes](Family::ROUTES).
    const SELECTOR: &'static str = "";
    /// The interfaces by address. Empty if all of them share one, whatever that is.
    const ROUTES: &'static [Route] = &[];
    /// Member of every reply that holds the result code.
    const CODE_FIELD: &'static str;
    /// Member of every reply that holds the message.
    const MESSAGE_FIELD: &'static str;
    /// Most characters in a message; messages of refusals are cut there.
    const MESSAGE_MAX_CHARS: usize = 255;
    /// HTTP status of calls to addresses that no interface has.
    const UNKNOWN_STATUS: u16 = 200;
    /// Where the parameters of a request are, unless a route says so.
    const INPUT: Input = Input::Body;

    /// The code to answer when a message to an interface of `group` is not accepted; `None` for the one whose role is
    /// `signature`. The group is empty where there are no routes.
    fn refusal_code(group: &str, error: &SchemeError) -> Option<Self::Code> {
        let _ = (group, error);
        None
    }

    /// The code that plays `role` among those of an interface, which is empty until it is known.
    fn code_for(interface: &str, role: CodeRole) -> Self::Code {
        let _ = interface;
        role.nearest()
    }

    /// The HTTP status that comes with a code.
    fn http_status(code: &Self::Code) -> u16 {
        let _ = code;
        200
    }

    /// Calls the merchant's method for [`Incoming::selected`].
    fn dispatch(&self, call: Incoming<'_>) -> impl Future<Output = Outcome<Self::Code>> + Send;
}

/// Where the parameters of a request are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Input {
    /// In the body, a JSON object.
    Body,
    /// In the body, a form, all of them text.
    Form,
    /// In the parts of a multipart body.
    #[cfg(feature = "mock")]
    Parts {
        /// Parts that are no text.
        binary: &'static [&'static str],
        /// Parts that are JSON.
        json: &'static [&'static str],
    },
    /// In the query of the URL, all of them text.
    Query {
        /// Parameters that belong to the signature, not to the request.
        except: &'static [&'static str],
    },
}

impl Input {
    /// In the query of the URL, besides parameters that belong to the signature.
    pub const fn query(except: &'static [&'static str]) -> Self {
        Self::Query { except }
    }
}

/// A router that answers the calls of `family` on every path below the place where it is mounted. Where interfaces
/// have [routes](Family::ROUTES), the ends of paths tell them apart.
///
/// It answers through its fallback, so further routes, such as one for health checks, can be added to it. Mount
/// it below a path with [`Router::nest_service`], which, unlike [`Router::nest`], answers `/path/` as well. The
/// path that signatures cover is the one on the wire, wherever the router is mounted.
///
/// Needs tokio with its timer. The merchant's code shares tokio's threads: work that blocks belongs in
/// `tokio::task::spawn_blocking`. Elsewhere it holds up other calls.
pub fn router<F: Family>(family: F, settings: Settings<F::Schemes>) -> Router {
    handler::router(family, settings)
}
