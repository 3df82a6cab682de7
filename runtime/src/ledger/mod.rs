//! Calls that were carried out, so that one that comes again is answered and not carried out again.
//!
//! The caller repeats a call until it is answered. A contract says by an *idempotency key* which calls are the same
//! one. A [`Ledger`] keeps a row per key; the server asks it before it calls the merchant's code, and records the reply
//! before it sends it.
//!
//! | row | what a call with its key gets |
//! | --- | --- |
//! | none | it *claims* the row for the length of a lease, and the merchant's code runs |
//! | claimed | it waits for the one that runs, then is told to come again; once the lease is over, it takes the row over |
//! | pending | the recorded reply, which says that work goes on; once its time is over, it takes the row over |
//! | done | the recorded reply, byte for byte, signed anew |
//!
//! # What is promised
//!
//! - The merchant's code runs **exactly once** for a key, on however many servers with one store, as long as the
//!   process that runs it lives and can reach the store: it renews its lease while the code runs, however long that is.
//! - A process that dies between claim and record leaves a claimed row. When its lease is over, the next call with the
//!   key runs the code again: **at least once** across crashes. The same holds for code that panics, for a reply that
//!   breaks the contract, and for a store that is out of reach for longer than the lease. The code is told by
//!   [`Attempt::number`], and gets the same key: what it began under the key before, it must find again.
//! - A reply leaves only when it is recorded. Of two runs that overlap all the same, the first that records decides
//!   what both answer.
//! - A refusal is no result: the row is removed, and the next call runs the code again.
//! - If the store does not answer, the call is refused as an internal error, which the caller tries again, and the
//!   merchant's code does not run. Nothing has to be restarted when the store is back.
//!
//! # Work that goes on
//!
//! A reply or refusal whose code says *pending* is recorded as such, and repeated for as long as the settings say.
//! Whoever finishes the work calls [`Ledger::complete`] with the final [reply](write_reply). If nobody does in time,
//! the next call runs the merchant's code again, as after a crash.
//!
//! # Debug calls
//!
//! A call that [says of itself](crate::Request::is_debug) that it comes from debugging or probing may carry the key of
//! a real one. It changes nothing, so the merchant's code runs for each, told by
//! [`Call::is_debug`](crate::Call::is_debug); it is neither recorded nor answered from a record.
//!
//! # The same key, another request
//!
//! Parameters that the contract lets vary between resends are left out of the comparison, and those it does not name.
//! If others differ, the contract says that it is the same event all the same, and the recorded reply is the answer; the
//! policy `Observe` reports it, and `Strict` refuses the call as a wrong parameter instead.

mod entry;
mod memory;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;

pub use entry::{Decision, Entry, State};
pub use memory::MemoryLedger;

use crate::crypto::{sha256, sha256_of};
use crate::random;
use crate::validate::{Validate, Violations};

/// Remembers calls that were carried out, and their replies. What each step does to a row is written once, as
/// [`Entry`]; a store does it in one atomic step.
pub trait Ledger: Send + Sync {
    /// Asks for the right to carry out the call with `key`. The right ends after `lease`, unless it is
    /// [renewed](Ledger::renew). Of calls with one key at one time, one gets [`Claim::Run`].
    fn claim(
        &self,
        key: &Key,
        fingerprint: Fingerprint,
        lease: Duration,
    ) -> impl Future<Output = Result<Claim, LedgerError>> + Send;

    /// Makes a claim last for `lease` from now. `false` if it is no longer held.
    fn renew(
        &self,
        ticket: &Ticket,
        lease: Duration,
    ) -> impl Future<Output = Result<bool, LedgerError>> + Send;

    /// Records the reply to a claimed call, durably. What others recorded first stands.
    fn settle(
        &self,
        ticket: &Ticket,
        reply: &str,
        standing: Standing,
    ) -> impl Future<Output = Result<Settled, LedgerError>> + Send;

    /// Gives a claim back: the call was not carried out. Does nothing if the claim is no longer held.
    fn release(&self, ticket: &Ticket) -> impl Future<Output = Result<(), LedgerError>> + Send;

    /// Records the final reply to a call whose work went on after it was answered. `reply` is what
    /// [`write_reply`] makes of the model.
    fn complete(
        &self,
        key: &Key,
        reply: &str,
    ) -> impl Future<Output = Result<Completion, LedgerError>> + Send;

    /// Forgets calls that were done, or given up, at least `age` ago, and nonces whose time is over. Returns how many
    /// calls were forgotten. `age` must be longer than the caller repeats calls: a call that comes again afterwards is
    /// carried out again.
    fn prune(&self, age: Duration) -> impl Future<Output = Result<u64, LedgerError>> + Send;
}

/// What tells one business event from others.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    /// Scope, zero byte, event: what digests are made of. Shared, because a key is handed on at every step.
    joined: Arc<str>,
    scope_length: usize,
}

impl Key {
    /// The key `event` within `scope`. The server takes
    /// [`Family::NAME`](crate::server::Family::NAME) as the scope, and
    /// [`Request::idempotency_key`](crate::Request::idempotency_key) as the event.
    pub fn new(scope: impl AsRef<str>, event: impl AsRef<str>) -> Self {
        let (scope, event) = (scope.as_ref(), event.as_ref());
        Self {
            joined: [scope, event].join("\0").into(),
            scope_length: scope.len(),
        }
    }

    /// Where the event is unique.
    pub fn scope(&self) -> &str {
        self.joined.get(..self.scope_length).unwrap_or_default()
    }

    /// The idempotency key.
    pub fn event(&self) -> &str {
        let start = self.scope_length + 1;
        self.joined.get(start..).unwrap_or_default()
    }

    /// SHA-256 over both: a key of one length for stores.
    pub fn digest(&self) -> [u8; 32] {
        sha256(self.joined.as_bytes())
    }
}

/// For people: control characters between the parts show as `|`.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.joined.replace(char::is_control, "|"))
    }
}

/// SHA-256 over a scope and a text in it, as stores of calls and nonces have it.
pub fn scoped_digest(scope: &str, text: &str) -> [u8; 32] {
    sha256_of(&[scope, "\0", text])
}

/// SHA-256 of a request without the parameters that vary between resends.
pub type Fingerprint = [u8; 32];

/// Tells the holder of a claim from others.
pub type Token = [u8; 16];

/// A token that nobody else has.
pub fn new_token() -> Result<Token, LedgerError> {
    random::token().map_err(|error| LedgerError::new(error.to_string()))
}

/// The right to carry out a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// Key of the call.
    pub key: Key,
    /// Who holds the claim.
    pub token: Token,
    /// See [`Attempt::number`].
    pub attempt: u32,
}

/// Which run of the merchant's code this is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attempt {
    /// Key of the call, the same on every run. [`Ledger::complete`] takes it.
    pub key: Key,
    /// 1 on the first run. More if earlier ones began and left no result: what they did under the key may be there.
    pub number: u32,
}

impl From<&Ticket> for Attempt {
    fn from(ticket: &Ticket) -> Self {
        Self {
            key: ticket.key.clone(),
            number: ticket.attempt,
        }
    }
}

/// What a [`Ledger`] says to a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// Carry it out.
    Run(Ticket),
    /// Another carries it out, and holds the claim for so long at least.
    Busy(Duration),
    /// It was carried out.
    Replied(Recorded),
}

/// A reply as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The reply, a JSON object, as it left before it was signed.
    pub reply: String,
    /// Of the request that was carried out.
    pub fingerprint: Fingerprint,
}

/// How long a recorded reply stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// For good.
    Done,
    /// Until the call is [completed](Ledger::complete), or so much time is over.
    Pending(Duration),
}

/// What became of a reply that was to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// It is recorded.
    Recorded,
    /// Another was recorded before, and stands.
    Replied(Recorded),
    /// The claim was lost to another, who has recorded nothing yet.
    Lost,
}

/// What became of a final reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completion {
    /// It is recorded.
    Completed,
    /// A final reply was recorded before, and stands.
    AlreadyDone,
    /// No call with this key is known: it was refused, or forgotten.
    Unknown,
}

/// A [`Ledger`] could not tell: its store does not answer.
#[derive(Debug, thiserror::Error)]
#[error("the ledger does not answer: {reason}")]
pub struct LedgerError {
    reason: String,
}

impl LedgerError {
    /// `reason` goes to the log; keep replies and credentials out of it.
    pub fn new(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
        }
    }
}

/// A reply that [`Ledger::complete`] cannot take.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReplyError {
    /// It breaks documented limits: the caller would refuse it.
    #[error("the reply breaks the contract: {0}")]
    Violations(#[from] Violations),
    /// It cannot be written as JSON.
    #[error("the reply cannot be written as JSON")]
    Unwritable,
}

/// Checks a reply strictly, as the server does, and writes it for [`Ledger::complete`].
pub fn write_reply<T: Serialize + Validate>(reply: &T) -> Result<String, ReplyError> {
    reply.validate()?;
    serde_json::to_string(reply).map_err(|_| ReplyError::Unwritable)
}
