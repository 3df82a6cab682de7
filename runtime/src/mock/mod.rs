//! The platform, played in a merchant's tests.
//!
//! The calling side: a [`Caller`] signs requests as the platform does, and in the ways it does not: too old, from the future, sent
//! twice, or changed on the way. A [`SignedCall`] goes to a router in process, or, with the feature `client`, to
//! a server. Both need the merchant's key and nothing else.
//!
//! The called side is a [family](crate::server::Family) like that of a merchant; [`documented`] is what it answers
//! unless a test says otherwise.
//!
//! ```no_run
//! # use koo_runtime::mock::{CallError, Caller};
//! # use koo_runtime::scheme::Scheme;
//! # async fn example<S: Scheme>(scheme: S, router: axum::Router) -> Result<(), CallError> {
//! let caller = Caller::new(scheme).path("/saas");
//! let request = serde_json::json!({"activity": "queryInstance", "instanceId": "i-1"});
//!
//! let answer = caller.call_json(&request)?.send(router.clone()).await?;
//! assert_eq!(answer.status, 200);
//!
//! let forged = caller.call_json(&request)?.tampered().send(router).await?;
//! assert_ne!(forged.body, answer.body);
//! # Ok(())
//! # }
//! ```

mod caller;
mod example;
mod signed_call;

pub use caller::Caller;
pub use example::{Example, documented};
pub use signed_call::SignedCall;

pub use crate::answer::Answer;
use crate::scheme::SchemeError;

/// Why a call could not be made or got no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CallError {
    /// The request cannot be written as a JSON object.
    #[error("the request cannot be written as a JSON object")]
    Request,
    /// The request cannot be signed.
    #[error(transparent)]
    Scheme(#[from] SchemeError),
    /// The call is nothing HTTP can carry.
    #[error("the call cannot be sent over HTTP")]
    Http,
    /// The answer broke off.
    #[error("the answer cannot be read")]
    Answer,
    /// No answer over the network.
    #[cfg(feature = "client")]
    #[error(transparent)]
    Client(#[from] crate::client::ClientError),
}
