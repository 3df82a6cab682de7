//! Calls remembered in this process.

use std::collections::HashMap;
use std::future::ready;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::{
    Claim, Completion, Decision, Entry, Fingerprint, Key, Ledger, LedgerError, Settled, Standing,
    Ticket, new_token,
};
use crate::scheme::{Clock, SystemClock};

/// Remembers calls in the memory of this process, for tests: a restart forgets them all. Clones share one memory.
#[derive(Debug, Clone, Default)]
pub struct MemoryLedger {
    entries: Arc<Mutex<HashMap<Key, Entry>>>,
}

impl MemoryLedger {
    fn entries(&self) -> MutexGuard<'_, HashMap<Key, Entry>> {
        // No step can panic half-way, so a poisoned lock guards sound data.
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn try_claim(
        &self,
        key: &Key,
        fingerprint: Fingerprint,
        lease: Duration,
    ) -> Result<Claim, LedgerError> {
        let token = new_token()?;
        let mut entries = self.entries();
        Ok(
            match Entry::claim(entries.get(key), token, fingerprint, lease, now()) {
                Decision::Write(entry) => {
                    let attempt = entry.attempt;
                    entries.insert(key.clone(), entry);
                    Claim::Run(Ticket {
                        key: key.clone(),
                        token,
                        attempt,
                    })
                }
                Decision::Busy(left) => Claim::Busy(left),
                Decision::Replied(recorded) => Claim::Replied(recorded),
            },
        )
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
        let mut entries = self.entries();
        let entry = entries.get_mut(&ticket.key);
        let held = entry.is_some_and(|entry| entry.renew(ticket.token, lease, now()));
        ready(Ok(held))
    }

    fn settle(
        &self,
        ticket: &Ticket,
        reply: &str,
        standing: Standing,
    ) -> impl Future<Output = Result<Settled, LedgerError>> + Send {
        let mut entries = self.entries();
        let entry = entries.get_mut(&ticket.key);
        ready(Ok(entry.map_or(Settled::Lost, |entry| {
            entry.settle(ticket.token, reply, standing, now())
        })))
    }

    fn release(&self, ticket: &Ticket) -> impl Future<Output = Result<(), LedgerError>> + Send {
        let mut entries = self.entries();
        let held = entries.get(&ticket.key);
        if held.is_some_and(|entry| entry.is_held_by(ticket.token)) {
            entries.remove(&ticket.key);
        }
        ready(Ok(()))
    }

    fn complete(
        &self,
        key: &Key,
        reply: &str,
    ) -> impl Future<Output = Result<Completion, LedgerError>> + Send {
        let mut entries = self.entries();
        let entry = entries.get_mut(key);
        ready(Ok(entry.map_or(Completion::Unknown, |entry| {
            entry.complete(reply, now())
        })))
    }

    fn prune(&self, age: Duration) -> impl Future<Output = Result<u64, LedgerError>> + Send {
        let mut entries = self.entries();
        let (before, now) = (entries.len(), now());
        entries.retain(|_, entry| !entry.is_forgotten(age, now));
        let forgotten = before.saturating_sub(entries.len());
        ready(Ok(u64::try_from(forgotten).unwrap_or(u64::MAX)))
    }
}
