//! One table in several parts.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// The parts of a table, each under a lock of its own: calls seldom wait for each other, and none waits until a large
/// table has grown.
#[derive(Debug)]
pub(crate) struct Shards<T> {
    first: Mutex<T>,
    others: Box<[Mutex<T>]>,
}

impl<T> Shards<T> {
    /// So many parts, at least one.
    pub(crate) fn new(count: usize, make: impl Fn() -> T) -> Self {
        let others = 1..count.max(1);
        Self {
            first: Mutex::new(make()),
            others: others.map(|_| Mutex::new(make())).collect(),
        }
    }

    /// The part for keys with these bits.
    pub(crate) fn of(&self, bits: u32) -> MutexGuard<'_, T> {
        let count = self.others.len() + 1;
        let place = usize::try_from(bits).unwrap_or_default() % count;
        lock(self.others.get(place).unwrap_or(&self.first))
    }

    /// All parts, one after the other.
    pub(crate) fn all(&self) -> impl Iterator<Item = MutexGuard<'_, T>> {
        std::iter::once(&self.first).chain(&self.others).map(lock)
    }
}

fn lock<T>(part: &Mutex<T>) -> MutexGuard<'_, T> {
    // No step on a table can panic half-way, so a poisoned lock guards sound data.
    part.lock().unwrap_or_else(PoisonError::into_inner)
}
