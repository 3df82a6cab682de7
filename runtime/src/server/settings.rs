//! What a merchant can set.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::erased::ErasedReplayGuard;
use super::observer::{Ignore, Observer};
use super::schemes::{Pair, Schemes};
use crate::replay::{MemoryReplayGuard, ReplayGuard};
use crate::scheme::{Clock, Scheme, SystemClock};

/// The longest budget, and how long nonces without a limit of age are remembered.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

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
    /// The defaults: [`Policy::Observe`], five seconds, 256 KiB, nonces remembered in memory, no observer, the clock
    /// of the machine.
    pub fn of(schemes: S) -> Self {
        Self {
            schemes,
            policy: Policy::default(),
            budget: Duration::from_secs(5),
            body_limit: 256 * 1024,
            replay_guard: Some(Arc::new(MemoryReplayGuard::default())),
            nonce_memory: DAY,
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
            .finish_non_exhaustive()
    }
}
