//! Nonces remembered in this process.

use std::collections::{BTreeSet, HashMap};
use std::future::ready;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::{Admission, ReplayGuard, ReplayGuardError};
use crate::ledger::scoped_digest;

/// Remembers nonces in the memory of this process, as digests of 32 bytes, at most a fixed number of them.
///
/// Nonces whose time is over are forgotten first. When it is full all the same, it forgets the nonce whose
/// time ends soonest: a paid order is worth more than a replay that freshness is about to refuse anyway.
/// Only rightly signed messages get this far, so strangers cannot fill it.
#[derive(Debug)]
pub struct MemoryReplayGuard {
    capacity: usize,
    seen: Mutex<Seen>,
}

/// Digest of scope and nonce.
type Key = [u8; 32];

#[derive(Debug, Default)]
struct Seen {
    expiry: HashMap<Key, Instant>,
    /// The same, ordered by time.
    order: BTreeSet<(Instant, Key)>,
}

impl MemoryReplayGuard {
    /// Remembers at most `capacity` nonces, at least one.
    pub fn with_capacity(capacity: usize) -> Self {
        Self {
            capacity: capacity.max(1),
            seen: Mutex::default(),
        }
    }

    fn admit_at(&self, scope: &str, nonce: &str, keep: Duration, now: Instant) -> Admission {
        let key = scoped_digest(scope, nonce);
        // Nothing below can panic half-way, so a poisoned lock guards sound data.
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.forget_until(now);
        if seen.expiry.contains_key(&key) {
            return Admission::Seen;
        }
        if seen.expiry.len() >= self.capacity
            && let Some((_, soonest)) = seen.order.pop_first()
        {
            seen.expiry.remove(&soonest);
        }
        let expires = now.checked_add(keep).unwrap_or_else(|| far_from(now));
        seen.expiry.insert(key, expires);
        seen.order.insert((expires, key));
        Admission::New
    }
}

impl Seen {
    fn forget_until(&mut self, now: Instant) {
        while let Some((expires, key)) = self.order.first().copied() {
            if expires > now {
                break;
            }
            self.order.pop_first();
            self.expiry.remove(&key);
        }
    }
}

impl Default for MemoryReplayGuard {
    /// Room for 100 000 nonces, about 20 MB when full.
    fn default() -> Self {
        Self::with_capacity(100_000)
    }
}

impl ReplayGuard for MemoryReplayGuard {
    fn admit(
        &self,
        scope: &str,
        nonce: &str,
        keep: Duration,
    ) -> impl Future<Output = Result<Admission, ReplayGuardError>> + Send {
        ready(Ok(self.admit_at(scope, nonce, keep, Instant::now())))
    }
}

/// A year on, for durations that no clock can add.
fn far_from(now: Instant) -> Instant {
    now.checked_add(Duration::from_secs(365 * 24 * 60 * 60))
        .unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    #[test]
    fn a_nonce_is_admitted_once_per_scope_until_its_time_is_over() {
        let guard = MemoryReplayGuard::default();
        let start = Instant::now();
        assert_eq!(guard.admit_at("a", "n", MINUTE, start), Admission::New);
        assert_eq!(guard.admit_at("a", "n", MINUTE, start), Admission::Seen);
        assert_eq!(guard.admit_at("b", "n", MINUTE, start), Admission::New);
        let later = start + Duration::from_millis(59_999);
        assert_eq!(guard.admit_at("a", "n", MINUTE, later), Admission::Seen);
        assert_eq!(
            guard.admit_at("a", "n", MINUTE, start + MINUTE),
            Admission::New
        );
    }

    #[test]
    fn when_full_the_nonce_that_ends_soonest_is_forgotten() {
        let guard = MemoryReplayGuard::with_capacity(2);
        let start = Instant::now();
        guard.admit_at("s", "long", 3 * MINUTE, start);
        guard.admit_at("s", "short", MINUTE, start);
        guard.admit_at("s", "new", 2 * MINUTE, start);
        assert_eq!(
            guard.admit_at("s", "long", MINUTE, start),
            Admission::Seen,
            "kept"
        );
        assert_eq!(
            guard.admit_at("s", "short", MINUTE, start),
            Admission::New,
            "forgotten"
        );
        let seen = guard.seen.lock().unwrap();
        assert_eq!((seen.expiry.len(), seen.order.len()), (2, 2));
    }

    #[test]
    fn expired_nonces_leave_the_memory() {
        let guard = MemoryReplayGuard::with_capacity(1000);
        let start = Instant::now();
        for index in 0..500 {
            guard.admit_at("s", &index.to_string(), MINUTE, start);
        }
        guard.admit_at("s", "last", MINUTE, start + 2 * MINUTE);
        assert_eq!(guard.seen.lock().unwrap().expiry.len(), 1);
    }

    #[test]
    fn a_duration_beyond_the_clock_is_survived() {
        let guard = MemoryReplayGuard::default();
        let now = Instant::now();
        assert_eq!(guard.admit_at("s", "n", Duration::MAX, now), Admission::New);
        assert_eq!(
            guard.admit_at("s", "n", Duration::MAX, now),
            Admission::Seen
        );
    }
}
