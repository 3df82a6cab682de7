//! What each step does to a row. Stores that read and write in one step use this as it is; others say the same in
//! their own language.

use std::time::Duration;

use super::{Completion, Fingerprint, Recorded, Settled, Standing, Token};

/// A row of a [`Ledger`](super::Ledger). Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where the call stands.
    pub state: State,
    /// Who claimed it last.
    pub token: Token,
    /// How many runs began since the last refusal.
    pub attempt: u32,
    /// Of the request that was carried out last.
    pub fingerprint: Fingerprint,
    /// The recorded reply, empty while there is none.
    pub reply: String,
    /// When a claim or a pending reply ends.
    pub until: i64,
    /// When the row changed last.
    pub changed: i64,
}

/// Where a call stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Being carried out.
    Claimed,
    /// Answered, while work goes on.
    Pending,
    /// Answered for good.
    Done,
}

/// What [`Entry::claim`] says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Claimed: the row is to become this.
    Write(Entry),
    /// Another holds the claim for so long at least.
    Busy(Duration),
    /// There is a reply.
    Replied(Recorded),
}

impl Entry {
    /// See [`Ledger::claim`](super::Ledger::claim).
    pub fn claim(
        found: Option<&Self>,
        token: Token,
        fingerprint: Fingerprint,
        lease: Duration,
        now: i64,
    ) -> Decision {
        let attempt = match found {
            Some(entry) if entry.state == State::Done => {
                return Decision::Replied(entry.recorded());
            }
            Some(entry) if entry.until > now => {
                return match entry.state {
                    State::Claimed => Decision::Busy(between(now, entry.until)),
                    _ => Decision::Replied(entry.recorded()),
                };
            }
            Some(entry) => entry.attempt.saturating_add(1),
            None => 1,
        };
        Decision::Write(Self {
            state: State::Claimed,
            token,
            attempt,
            fingerprint,
            reply: String::new(),
            until: after(now, lease),
            changed: now,
        })
    }

    /// See [`Ledger::renew`](super::Ledger::renew).
    pub fn renew(&mut self, token: Token, lease: Duration, now: i64) -> bool {
        let held = self.is_held_by(token);
        if held {
            self.until = after(now, lease);
        }
        held
    }

    /// See [`Ledger::settle`](super::Ledger::settle). The row is to be written if the answer is
    /// [`Settled::Recorded`]. Without a row the answer is [`Settled::Lost`].
    pub fn settle(&mut self, token: Token, reply: &str, standing: Standing, now: i64) -> Settled {
        if self.state == State::Done {
            return Settled::Replied(self.recorded());
        }
        if !self.is_held_by(token) {
            return Settled::Lost;
        }
        (self.state, self.until) = match standing {
            Standing::Done => (State::Done, now),
            Standing::Pending(time) => (State::Pending, after(now, time)),
        };
        reply.clone_into(&mut self.reply);
        self.changed = now;
        Settled::Recorded
    }

    /// Whether this is a claim that `token` holds, expired or not.
    pub fn is_held_by(&self, token: Token) -> bool {
        self.state == State::Claimed && self.token == token
    }

    /// See [`Ledger::complete`](super::Ledger::complete). The row is to be written if the answer is
    /// [`Completion::Completed`]. Without a row the answer is [`Completion::Unknown`].
    pub fn complete(&mut self, reply: &str, now: i64) -> Completion {
        if self.state == State::Done {
            return Completion::AlreadyDone;
        }
        self.state = State::Done;
        reply.clone_into(&mut self.reply);
        (self.until, self.changed) = (now, now);
        Completion::Completed
    }

    /// Whether [`Ledger::prune`](super::Ledger::prune) forgets the row.
    pub fn is_forgotten(&self, age: Duration, now: i64) -> bool {
        let last = self.changed.max(self.until);
        after(last, age) <= now
    }

    fn recorded(&self) -> Recorded {
        Recorded {
            reply: self.reply.clone(),
            fingerprint: self.fingerprint,
        }
    }
}

fn after(now: i64, time: Duration) -> i64 {
    now.saturating_add(i64::try_from(time.as_millis()).unwrap_or(i64::MAX))
}

fn between(now: i64, until: i64) -> Duration {
    Duration::from_millis(u64::try_from(until.saturating_sub(now)).unwrap_or_default())
}
