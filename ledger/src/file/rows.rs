//! The tables, within one transaction.

use std::fmt;
use std::ops::Bound;
use std::time::Duration;

use koo_runtime::ledger::{Entry, Key, State};
use koo_runtime::replay::Admission;
use redb::{ReadTransaction, ReadableTable, Table, TableDefinition, WriteTransaction};

type Digest = [u8; 32];

/// State, token, attempt, fingerprint, reply, until, changed, and the key for people.
type Call = (
    u8,
    &'static [u8; 16],
    u32,
    &'static Digest,
    &'static str,
    i64,
    i64,
    &'static str,
);

const CALLS: TableDefinition<'_, &Digest, Call> = TableDefinition::new("calls");
/// Digest → end, in milliseconds since 1970.
const NONCES: TableDefinition<'_, &Digest, i64> = TableDefinition::new("nonces");
/// The same, ordered by time.
const NONCE_ENDS: TableDefinition<'_, (i64, &Digest), ()> = TableDefinition::new("nonce_ends");

/// Collection and key → JSON.
const RECORDS: TableDefinition<'_, (&str, &str), &[u8]> = TableDefinition::new("records");

/// How many nonces whose time is over are forgotten when one is remembered. More than one, so they cannot pile up.
const FORGOTTEN_AT_ONCE: usize = 8;

/// Calls, nonces, and records of the merchant's own.
pub(super) struct Rows<'t> {
    calls: Table<'t, &'static Digest, Call>,
    nonces: Table<'t, &'static Digest, i64>,
    nonce_ends: Table<'t, (i64, &'static Digest), ()>,
    records: Table<'t, (&'static str, &'static str), &'static [u8]>,
    /// Whether there is something to commit.
    pub(super) is_changed: bool,
}

impl<'t> Rows<'t> {
    pub(super) fn of(transaction: &'t WriteTransaction) -> Result<Self, redb::Error> {
        Ok(Self {
            calls: transaction.open_table(CALLS)?,
            nonces: transaction.open_table(NONCES)?,
            nonce_ends: transaction.open_table(NONCE_ENDS)?,
            records: transaction.open_table(RECORDS)?,
            is_changed: false,
        })
    }

    pub(super) fn call(&self, digest: &Digest) -> Result<Option<Entry>, redb::Error> {
        let found = self.calls.get(digest)?;
        Ok(found.map(|row| entry(row.value())))
    }

    pub(super) fn write_call(
        &mut self,
        digest: &Digest,
        key: &Key,
        entry: &Entry,
    ) -> Result<(), redb::Error> {
        let Entry {
            state,
            token,
            attempt,
            fingerprint,
            reply,
            until,
            changed,
        } = entry;
        let (state, key) = (number(*state), key.to_string());
        let row = (
            state,
            token,
            *attempt,
            fingerprint,
            reply.as_str(),
            *until,
            *changed,
            key.as_str(),
        );
        self.calls.insert(digest, row)?;
        self.is_changed = true;
        Ok(())
    }

    pub(super) fn remove_call(&mut self, digest: &Digest) -> Result<(), redb::Error> {
        self.calls.remove(digest)?;
        self.is_changed = true;
        Ok(())
    }

    /// Forgets calls that ended `age` ago, and counts them.
    pub(super) fn forget_calls(&mut self, age: Duration, now: i64) -> Result<u64, redb::Error> {
        let mut forgotten = 0;
        self.calls.retain(|_, row| {
            let is_forgotten = entry(row).is_forgotten(age, now);
            forgotten += u64::from(is_forgotten);
            !is_forgotten
        })?;
        self.is_changed |= forgotten > 0;
        Ok(forgotten)
    }

    /// Remembers a nonce.
    pub(super) fn admit(
        &mut self,
        digest: &Digest,
        keep: Duration,
        now: i64,
    ) -> Result<Admission, redb::Error> {
        self.forget_nonces(now, FORGOTTEN_AT_ONCE)?;
        let known = self.nonces.get(digest)?.map(|end| end.value());
        match known {
            Some(end) if end > now => return Ok(Admission::Seen),
            Some(end) => {
                self.nonce_ends.remove((end, digest))?;
            }
            None => {}
        }
        let keep = i64::try_from(keep.as_millis()).unwrap_or(i64::MAX);
        let end = now.saturating_add(keep);
        self.nonces.insert(digest, end)?;
        self.nonce_ends.insert((end, digest), ())?;
        self.is_changed = true;
        Ok(Admission::New)
    }

    /// Forgets nonces whose time is over, at most so many.
    pub(super) fn forget_nonces(&mut self, now: i64, most: usize) -> Result<(), redb::Error> {
        for _ in 0..most {
            let Some((end, digest)) = self.first_end()?.filter(|(end, _)| *end <= now) else {
                break;
            };
            self.nonce_ends.remove((end, &digest))?;
            self.nonces.remove(&digest)?;
            self.is_changed = true;
        }
        Ok(())
    }

    fn first_end(&self) -> Result<Option<(i64, Digest)>, redb::Error> {
        let first = self.nonce_ends.first()?;
        Ok(first.map(|(key, _)| {
            let (end, digest) = key.value();
            (end, *digest)
        }))
    }

    pub(super) fn record(
        &self,
        collection: &str,
        key: &str,
    ) -> Result<Option<Vec<u8>>, redb::Error> {
        found(&self.records, collection, key)
    }

    /// Writes or removes a record, and returns what was there.
    pub(super) fn write_record(
        &mut self,
        collection: &str,
        key: &str,
        json: Option<&[u8]>,
    ) -> Result<Option<Vec<u8>>, redb::Error> {
        let before = match json {
            Some(json) => self.records.insert((collection, key), json)?,
            None => self.records.remove((collection, key))?,
        };
        self.is_changed = true;
        Ok(before.map(|json| json.value().to_vec()))
    }
}

impl fmt::Debug for Rows<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows").finish_non_exhaustive()
    }
}

/// A record, as it was last committed.
pub(super) fn record(
    file: &ReadTransaction,
    collection: &str,
    key: &str,
) -> Result<Option<Vec<u8>>, redb::Error> {
    found(&file.open_table(RECORDS)?, collection, key)
}

/// Records with their keys, as they were last committed: those behind a key, at most so many.
pub(super) fn records(
    file: &ReadTransaction,
    collection: &str,
    after: Option<&str>,
    most: usize,
) -> Result<Vec<(String, Vec<u8>)>, redb::Error> {
    let table = file.open_table(RECORDS)?;
    let start = match after {
        Some(key) => Bound::Excluded((collection, key)),
        None => Bound::Included((collection, "")),
    };
    let mut records = Vec::new();
    for row in table.range((start, Bound::Unbounded))?.take(most) {
        let (key, json) = row?;
        let (within, key) = key.value();
        if within != collection {
            break;
        }
        records.push((key.to_owned(), json.value().to_vec()));
    }
    Ok(records)
}

fn found(
    records: &impl ReadableTable<(&'static str, &'static str), &'static [u8]>,
    collection: &str,
    key: &str,
) -> Result<Option<Vec<u8>>, redb::Error> {
    let found = records.get((collection, key))?;
    Ok(found.map(|json| json.value().to_vec()))
}

fn entry(row: (u8, &[u8; 16], u32, &Digest, &str, i64, i64, &str)) -> Entry {
    let (state, token, attempt, fingerprint, reply, until, changed, _) = row;
    Entry {
        state: match state {
            0 => State::Claimed,
            1 => State::Pending,
            _ => State::Done,
        },
        token: *token,
        attempt,
        fingerprint: *fingerprint,
        reply: reply.to_owned(),
        until,
        changed,
    }
}

fn number(state: State) -> u8 {
    match state {
        State::Claimed => 0,
        State::Pending => 1,
        State::Done => 2,
    }
}
