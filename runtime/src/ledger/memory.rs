//! Calls remembered in this process.

use std::collections::hash_map::RandomState;
use std::future::ready;
use std::hash::BuildHasher as _;
use std::sync::Arc;
use std::time::Duration;

use hashbrown::HashTable;

use super::{
    Claim, Completion, Decision, Entry, Fingerprint, Key, Ledger, LedgerError, Settled, Standing,
    Ticket, new_token,
};
use crate::scheme::{Clock, SystemClock};
use crate::shards::Shards;

/// Parts of the table.
const SHARDS: usize = 64;

/// Remembers calls in the memory of this process, for tests: a restart forgets them all. Clones share one memory.
#[derive(Debug, Clone, Default)]
pub struct MemoryLedger {
    table: Arc<Table>,
}

/// Rows by the hashes of their keys. The hash is worked out once: it names the part, the place in it, and the new place
/// when the part grows.
#[derive(Debug)]
struct Table {
    hasher: RandomState,
    parts: Shards<HashTable<Slot>>,
}

/// Small, so that a part grows quickly.
#[derive(Debug)]
struct Slot {
    hash: u64,
    row: Box<Row>,
}

#[derive(Debug)]
struct Row {
    key: Key,
    entry: Entry,
}

impl Default for Table {
    fn default() -> Self {
        Self {
            hasher: RandomState::new(),
            parts: Shards::new(SHARDS, HashTable::new),
        }
    }
}

impl Table {
    /// Does something with the part that a key belongs to.
    fn with<T>(&self, key: &Key, act: impl FnOnce(&mut HashTable<Slot>, u64) -> T) -> T {
        let hash = self.hasher.hash_one(key);
        // The place within a part hangs on the first bits and the last.
        let [_, _, a, b, ..] = hash.to_be_bytes();
        let middle = u16::from_be_bytes([a, b]);
        act(&mut self.parts.of(middle.into()), hash)
    }

    /// Does something with the row of a key, if there is one.
    fn entry<T>(&self, key: &Key, act: impl FnOnce(&mut Entry) -> T) -> Option<T> {
        self.with(key, |part, hash| {
            let slot = part.find_mut(hash, |slot| slot.row.key == *key);
            slot.map(|slot| act(&mut slot.row.entry))
        })
    }
}

impl MemoryLedger {
    fn try_claim(
        &self,
        key: &Key,
        fingerprint: Fingerprint,
        lease: Duration,
    ) -> Result<Claim, LedgerError> {
        let token = new_token()?;
        self.table.with(key, |part, hash| {
            let found = part.find_mut(hash, |slot| slot.row.key == *key);
            let entry = found.as_ref().map(|slot| &slot.row.entry);
            let entry = match Entry::claim(entry, token, fingerprint, lease, now()) {
                Decision::Write(entry) => entry,
                Decision::Busy(left) => return Ok(Claim::Busy(left)),
                Decision::Replied(recorded) => return Ok(Claim::Replied(recorded)),
            };
            let ticket = Ticket {
                key: key.clone(),
                token,
                attempt: entry.attempt,
            };
            match found {
                Some(slot) => slot.row.entry = entry,
                None => {
                    let key = key.clone();
                    let row = Box::new(Row { key, entry });
                    part.insert_unique(hash, Slot { hash, row }, |slot| slot.hash);
                }
            }
            Ok(Claim::Run(ticket))
        })
    }
}

fn now() -> i64 {
    SystemClock.now_millis()
}

impl Ledger for MemoryLedger {
    fn claim(
        &self,
        key: &Key,
        fingerprint: Fingerprint,
        lease: Duration,
    ) -> impl Future<Output = Result<Claim, LedgerError>> + Send {
        ready(self.try_claim(key, fingerprint, lease))
    }

    fn renew(
        &self,
        ticket: &Ticket,
        lease: Duration,
    ) -> impl Future<Output = Result<bool, LedgerError>> + Send {
        let renew = |entry: &mut Entry| entry.renew(ticket.token, lease, now());
        ready(Ok(self.table.entry(&ticket.key, renew).unwrap_or(false)))
    }

    fn settle(
        &self,
        ticket: &Ticket,
        reply: &str,
        standing: Standing,
    ) -> impl Future<Output = Result<Settled, LedgerError>> + Send {
        let settle = |entry: &mut Entry| entry.settle(ticket.token, reply, standing, now());
        let settled = self.table.entry(&ticket.key, settle);
        ready(Ok(settled.unwrap_or(Settled::Lost)))
    }

    fn release(&self, ticket: &Ticket) -> impl Future<Output = Result<(), LedgerError>> + Send {
        self.table.with(&ticket.key, |part, hash| {
            if let Ok(slot) = part.find_entry(hash, |slot| slot.row.key == ticket.key)
                && slot.get().row.entry.is_held_by(ticket.token)
            {
                slot.remove();
            }
        });
        ready(Ok(()))
    }

    fn complete(
        &self,
        key: &Key,
        reply: &str,
    ) -> impl Future<Output = Result<Completion, LedgerError>> + Send {
        let completed = self.table.entry(key, |entry| entry.complete(reply, now()));
        ready(Ok(completed.unwrap_or(Completion::Unknown)))
    }

    fn prune(&self, age: Duration) -> impl Future<Output = Result<u64, LedgerError>> + Send {
        let (mut forgotten, now) = (0, now());
        for mut part in self.table.parts.all() {
            let before = part.len();
            part.retain(|slot| !slot.row.entry.is_forgotten(age, now));
            forgotten += before.saturating_sub(part.len());
        }
        ready(Ok(u64::try_from(forgotten).unwrap_or(u64::MAX)))
    }
}
