//! Nonces remembered in this process.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::future::ready;
use std::time::{Duration, Instant};

use super::{Admission, ReplayGuard, ReplayGuardError};
use crate::ledger::scoped_digest;
use crate::shards::Shards;

/// Most parts of the table of nonces.
const SHARDS: usize = 16;

/// As many nonces a part has room for at least, if there are several.
const SHARD_CAPACITY: usize = 1024;

/// Nonces that end within so many nanoseconds, about a quarter of a second, are kept together.
const SLOT: Moment = 1 << 28;

/// Remembers nonces in the memory of this process, as digests of 16 bytes, at most a fixed number of them.
///
/// Nonces whose time is over are forgotten first. When it is full all the same, it forgets the nonce whose
/// time ends soonest: a paid order is worth more than a replay that freshness is about to refuse anyway. (To be
/// quick it looks in one of 16 parts, each with its share of the room, and to a quarter of a second.)
/// Only rightly signed messages get this far, so strangers cannot fill it.
#[derive(Debug)]
pub struct MemoryReplayGuard {
    start: Instant,
    seen: Shards<Seen>,
}

/// The first half of the digest of scope and nonce.
type Key = u128;

/// Nanoseconds since the guard was made.
type Moment = u64;

#[derive(Debug)]
struct Seen {
    capacity: usize,
    expiry: HashMap<Key, Moment>,
    /// The same by when they end, in slots. One that came again after its end stands in two.
    slots: BTreeMap<u64, VecDeque<Key>>,
}

impl MemoryReplayGuard {
    /// Remembers at most `capacity` nonces, at least one.
    pub fn with_capacity(capacity: usize) -> Self {
        let shards = (capacity / SHARD_CAPACITY).clamp(1, SHARDS);
        Self {
            start: Instant::now(),
            seen: Shards::new(shards, || Seen {
                capacity: (capacity / shards).max(1),
                expiry: HashMap::new(),
                slots: BTreeMap::new(),
            }),
        }
    }

    fn admit_at(&self, scope: &str, nonce: &str, keep: Duration, now: Instant) -> Admission {
        let digest = scoped_digest(scope, nonce);
        let key = Key::from_le_bytes(digest.first_chunk().copied().unwrap_or_default());
        let part = u32::from_le_bytes(digest.last_chunk().copied().unwrap_or_default());
        let now = now.saturating_duration_since(self.start);
        let expires = nanoseconds(now.saturating_add(keep));
        self.seen.of(part).admit(key, expires, nanoseconds(now))
    }
}

/// Five centuries at most.
fn nanoseconds(time: Duration) -> Moment {
    Moment::try_from(time.as_nanos()).unwrap_or(Moment::MAX)
}

impl Seen {
    fn admit(&mut self, key: Key, expires: Moment, now: Moment) -> Admission {
        self.forget_until(now);
        if self.expiry.get(&key).is_some_and(|expires| *expires > now) {
            return Admission::Seen;
        }
        while self.expiry.len() >= self.capacity && self.forget_soonest() {}
        self.expiry.insert(key, expires);
        self.slots.entry(expires / SLOT).or_default().push_back(key);
        Admission::New
    }

    /// Forgets what is in slots that are over.
    fn forget_until(&mut self, now: Moment) {
        while let Some(slot) = self.slots.first_entry()
            && *slot.key() < now / SLOT
        {
            for key in slot.remove() {
                if self.expiry.get(&key).is_some_and(|expires| *expires <= now) {
                    self.expiry.remove(&key);
                }
            }
        }
    }

    /// Forgets a nonce of the first slot. `false` if there is nothing to forget.
    fn forget_soonest(&mut self) -> bool {
        let Some(mut slot) = self.slots.first_entry() else {
            return false;
        };
        let number = *slot.key();
        if let Some(key) = slot.get_mut().pop_front()
            && self
                .expiry
                .get(&key)
                .is_some_and(|expires| expires / SLOT == number)
        {
            self.expiry.remove(&key);
        }
        if slot.get().is_empty() {
            slot.remove();
        }
        true
    }
}

impl Default for MemoryReplayGuard {
    /// Room for 100 000 nonces, about 10 MB when full.
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

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    /// How many nonces are remembered, and how many stand in slots.
    fn remembered(guard: &MemoryReplayGuard) -> (usize, usize) {
        let count = |seen: &Seen| {
            let slots = seen.slots.values().map(VecDeque::len);
            (seen.expiry.len(), slots.sum::<usize>())
        };
        let counts = guard.seen.all().map(|seen| count(&seen));
        counts.fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1))
    }

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
        assert_eq!(remembered(&guard), (2, 2));
    }

    #[test]
    fn expired_nonces_leave_the_memory() {
        let guard = MemoryReplayGuard::with_capacity(1000);
        let start = Instant::now();
        for index in 0..500 {
            guard.admit_at("s", &index.to_string(), MINUTE, start);
        }
        guard.admit_at("s", "last", MINUTE, start + 2 * MINUTE);
        assert_eq!(remembered(&guard), (1, 1));
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

    #[test]
    fn a_nonce_that_comes_again_after_its_time_is_remembered_anew() {
        let guard = MemoryReplayGuard::default();
        let start = Instant::now();
        let (once, again) = (Duration::from_millis(1), MINUTE);
        assert_eq!(guard.admit_at("s", "n", once, start), Admission::New);
        assert_eq!(
            guard.admit_at("s", "n", again, start + once),
            Admission::New
        );
        let later = start + MINUTE / 2;
        assert_eq!(guard.admit_at("s", "n", again, later), Admission::Seen);
    }

    #[test]
    fn however_many_come_no_more_are_kept_than_there_is_room_for() {
        let guard = MemoryReplayGuard::with_capacity(5000);
        let start = Instant::now();
        for index in 0..20_000_u32 {
            let now = start + Duration::from_millis(index.into());
            guard.admit_at("s", &index.to_string(), MINUTE, now);
        }
        let (kept, in_slots) = remembered(&guard);
        assert!((4500..=5000).contains(&kept), "{kept}");
        assert_eq!(in_slots, kept);
        let last = start + Duration::from_secs(20);
        assert_eq!(guard.admit_at("s", "19999", MINUTE, last), Admission::Seen);
        assert_eq!(guard.admit_at("s", "1", MINUTE, last), Admission::New);
    }
}
