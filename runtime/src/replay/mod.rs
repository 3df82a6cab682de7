//! Nonces that were seen, so that a recorded message cannot be sent again.

mod memory;

use std::time::Duration;

pub use memory::MemoryReplayGuard;

/// Remembers nonces. A merchant with several processes behind one address needs one that they share, such as
/// a table with a unique key over scope and nonce.
pub trait ReplayGuard: Send + Sync {
    /// Remembers `nonce` within `scope` for at least `keep`, and tells whether it was remembered already.
    /// Both in one step: of two calls with the same nonce at the same time one is [`Admission::Seen`].
    ///
    /// Called only for messages whose signature was found right.
    fn admit(
        &self,
        scope: &str,
        nonce: &str,
        keep: Duration,
    ) -> impl Future<Output = Result<Admission, ReplayGuardError>> + Send;
}

/// What a [`ReplayGuard`] says about a nonce.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// Not seen before, and remembered from now on.
    New,
    /// Seen before: the message is a replay.
    Seen,
}

/// A [`ReplayGuard`] could not tell: its store does not answer. The call is then refused as an internal error,
/// which the caller may try again.
#[derive(Debug, thiserror::Error)]
#[error("the replay guard cannot tell: {reason}")]
pub struct ReplayGuardError {
    reason: String,
}

impl ReplayGuardError {
    /// `reason` goes to the log; keep nonces and credentials out of it.
    pub fn new(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
        }
    }
}
