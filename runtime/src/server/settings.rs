//! What a merchant can set.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::erased::{ErasedLedger, ErasedReplayGuard};
use super::observer::{Ignore, Observer};
use super::schemes::{Pair, Schemes};
use crate::ledger::Ledger;
use crate::replay::{MemoryReplayGuard, ReplayGuard};
use crate::scheme::{Clock, Scheme, SystemClock};

/// The longest budget, and how long nonces without a limit of age are remembered.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The shortest lease: one that can be renewed in time.
const SHORTEST_LEASE: Duration = Duration::from_millis(30);

/// What to do with a request that can be read but departs from the contract.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Policy {
    /// Refuse it, with the code whose role is `parameter`.
    Strict,
    /// Report it and call the merchant's code all the same.
    #[default]
    Observe,
    /// Call the merchant's code without a report. The call itself still tells.
    Lenient,
}

/// How a family is served: schemes with their keys, limits, and where reports go.
///
/// `S` holds the schemes: a [`Pair`] where all interfaces share one scheme of requests and one of replies. Everything
/// but the schemes has a default.
pub struct Settings<S> {
    pub(super) schemes: S,
    pub(super) policy: Policy,
    pub(super) budget: Duration,
    pub(super) body_limit: usize,
    pub(super) replay_guard: Option<Arc<dyn ErasedReplayGuard>>,
    pub(super) nonce_memory: Duration,
    pub(super) ledger: Option<Arc<dyn ErasedLedger>>,
    pub(super) lease: Duration,
    pub(super) pending: Duration,
    pub(super) observer: Arc<dyn Observer>,
    pub(super) clock: Arc<dyn Clock>,
}

impl<Q: Scheme, P: Scheme> Settings<Pair<Q, P>> {
    /// The [defaults](Settings::of), replies unsigned.
    pub fn new(request_scheme: Q) -> Self
    where
        Pair<Q, P>: Schemes,
    {
        Self::of(Pair::new(request_scheme))
    }

    /// Signs every reply, refusals included.
    #[must_use]
    pub fn reply_scheme(mut self, scheme: P) -> Self {
        self.schemes.reply = Some(scheme);
        self
    }
}

impl<S: Schemes> Settings<S> {
    /// The defaults: [`Policy::Observe`], five seconds, 256 KiB, nonces remembered in memory, no ledger, no observer,
    /// the clock of the machine.
    pub fn of(schemes: S) -> Self {
        Self {
            schemes,
            policy: Policy::default(),
            budget: Duration::from_secs(5),
            body_limit: 256 * 1024,
            replay_guard: Some(Arc::new(MemoryReplayGuard::default())),
            nonce_memory: DAY,
            ledger: None,
            lease: Duration::from_secs(30),
            pending: Duration::from_secs(60 * 60),
            observer: Arc::new(Ignore),
            clock: Arc::new(SystemClock),
        }
    }

    /// What to do with requests that depart from the contract.
    #[must_use]
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// Time from the arrival of a request's head to its answer, the reading of the body included. At most a day.
    #[must_use]
    pub fn budget(mut self, budget: Duration) -> Self {
        self.budget = budget.min(DAY);
        self
    }

    /// Most bytes in the body of a request.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Remembers nonces elsewhere, such as in a table that several processes share.
    #[must_use]
    pub fn replay_guard(mut self, guard: impl ReplayGuard + 'static) -> Self {
        self.replay_guard = Some(Arc::new(guard));
        self
    }

    /// Accepts a message however often it comes, as long as it is fresh.
    #[must_use]
    pub fn without_replay_guard(mut self) -> Self {
        self.replay_guard = None;
        self
    }

    /// How long nonces are remembered for a scheme without a limit of age. With one, they are remembered for
    /// twice that limit, the longest time for which a message can be fresh. Default: a day.
    #[must_use]
    pub fn nonce_memory(mut self, keep: Duration) -> Self {
        self.nonce_memory = keep;
        self
    }

    /// Carries out calls that have an idempotency key once, and records the replies; see [`ledger`](crate::ledger).
    /// Without one, the merchant's code runs for every resend.
    #[must_use]
    pub fn ledger(mut self, ledger: impl Ledger + 'static) -> Self {
        self.ledger = Some(Arc::new(ledger));
        self
    }

    /// How long a claim in the ledger outlives the process that holds it: so long after a crash, the call is carried
    /// out again. At least 30 milliseconds, at most a day; 30 seconds by default. All servers of a store need the same.
    #[must_use]
    pub fn ledger_lease(mut self, lease: Duration) -> Self {
        self.lease = lease.clamp(SHORTEST_LEASE, DAY);
        self
    }

    /// How long a pending reply in the ledger waits for its completion. Then the next call runs the merchant's code
    /// again. Default: an hour.
    #[must_use]
    pub fn ledger_pending(mut self, pending: Duration) -> Self {
        self.pending = pending;
        self
    }

    /// Where reports go besides [`tracing`].
    #[must_use]
    pub fn observer(mut self, observer: impl Observer + 'static) -> Self {
        self.observer = Arc::new(observer);
        self
    }

    /// The clock that timestamps are compared with.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }
}

/// Shows no scheme: schemes hold keys.
impl<S> fmt::Debug for Settings<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("policy", &self.policy)
            .field("budget", &self.budget)
            .field("body_limit", &self.body_limit)
            .field("guards_replays", &self.replay_guard.is_some())
            .field("has_ledger", &self.ledger.is_some())
            .finish_non_exhaustive()
    }
}
