//! One file in this process.

mod records;
mod rows;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use koo_runtime::ledger::{
    Claim, Completion, Decision, Entry, Fingerprint, Key, Ledger, LedgerError, Settled, Standing,
    Ticket, new_token, scoped_digest,
};
use koo_runtime::replay::{Admission, ReplayGuard, ReplayGuardError};
use koo_runtime::scheme::{Clock as _, SystemClock};

pub use records::{Change, Records, RecordsError};
use rows::Rows;
use writer::Writer;

/// Remembers calls and nonces in one file, which belongs to this process alone. Clones share it.
///
/// What is confirmed is on the disk: steps that come at the same time share one commit. Times are those of the machine's
/// clock; should it be set back, claims and nonces last longer by as much. After a failure of the disk the file is
/// opened anew with the next call.
#[derive(Debug, Clone)]
pub struct FileLedger {
    writer: Arc<Writer>,
}

/// The file of a [`FileLedger`] cannot be opened.
#[derive(Debug, thiserror::Error)]
#[error("{}: cannot open the ledger: {reason}", path.display())]
pub struct OpenError {
    path: PathBuf,
    reason: String,
}

impl FileLedger {
    /// Opens the file, or makes it. The folder must exist.
    ///
    /// # Errors
    /// [`OpenError`] if it cannot be, such as while another process has it open.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, OpenError> {
        let path = path.as_ref();
        let writer = Writer::start(path).map_err(|reason| OpenError {
            path: path.to_owned(),
            reason,
        })?;
        Ok(Self {
            writer: Arc::new(writer),
        })
    }

    /// The merchant's own records in the same file.
    pub fn records(&self) -> Records {
        Records::of(Arc::clone(&self.writer))
    }

    /// Whether the file can be written now, for health checks.
    ///
    /// # Errors
    /// [`LedgerError`] if it cannot.
    pub async fn check(&self) -> Result<(), LedgerError> {
        self.step(|_| Ok(())).await
    }

    async fn step<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Rows<'_>) -> Result<T, redb::Error> + Send + 'static,
    ) -> Result<T, LedgerError> {
        self.writer.submit(work).await.map_err(LedgerError::new)
    }
}

fn now() -> i64 {
    SystemClock.now_millis()
}

impl Ledger for FileLedger {
    async fn claim(
        &self,
        key: &Key,
        fingerprint: Fingerprint,
        lease: Duration,
    ) -> Result<Claim, LedgerError> {
        let (key, token) = (key.clone(), new_token()?);
        self.step(move |rows| {
            let digest = key.digest();
            let found = rows.call(&digest)?;
            let decision = Entry::claim(found.as_ref(), token, fingerprint, lease, now());
            Ok(match decision {
                Decision::Write(entry) => {
                    rows.write_call(&digest, &key, &entry)?;
                    Claim::Run(Ticket {
                        key,
                        token,
                        attempt: entry.attempt,
                    })
                }
                Decision::Busy(left) => Claim::Busy(left),
                Decision::Replied(recorded) => Claim::Replied(recorded),
            })
        })
        .await
    }

    async fn renew(&self, ticket: &Ticket, lease: Duration) -> Result<bool, LedgerError> {
        let Ticket { key, token, .. } = ticket.clone();
        self.step(move |rows| {
            let digest = key.digest();
            let Some(mut entry) = rows.call(&digest)? else {
                return Ok(false);
            };
            let held = entry.renew(token, lease, now());
            if held {
                rows.write_call(&digest, &key, &entry)?;
            }
            Ok(held)
        })
        .await
    }

    async fn settle(
        &self,
        ticket: &Ticket,
        reply: &str,
        standing: Standing,
    ) -> Result<Settled, LedgerError> {
        let Ticket { key, token, .. } = ticket.clone();
        let reply = reply.to_owned();
        self.step(move |rows| {
            let digest = key.digest();
            let Some(mut entry) = rows.call(&digest)? else {
                return Ok(Settled::Lost);
            };
            let settled = entry.settle(token, &reply, standing, now());
            if settled == Settled::Recorded {
                rows.write_call(&digest, &key, &entry)?;
            }
            Ok(settled)
        })
        .await
    }

    async fn release(&self, ticket: &Ticket) -> Result<(), LedgerError> {
        let Ticket { key, token, .. } = ticket.clone();
        self.step(move |rows| {
            let digest = key.digest();
            let found = rows.call(&digest)?;
            if found.is_some_and(|entry| entry.is_held_by(token)) {
                rows.remove_call(&digest)?;
            }
            Ok(())
        })
        .await
    }

    async fn complete(&self, key: &Key, reply: &str) -> Result<Completion, LedgerError> {
        let (key, reply) = (key.clone(), reply.to_owned());
        self.step(move |rows| {
            let digest = key.digest();
            let Some(mut entry) = rows.call(&digest)? else {
                return Ok(Completion::Unknown);
            };
            let completion = entry.complete(&reply, now());
            if completion == Completion::Completed {
                rows.write_call(&digest, &key, &entry)?;
            }
            Ok(completion)
        })
        .await
    }

    async fn prune(&self, age: Duration) -> Result<u64, LedgerError> {
        self.step(move |rows| {
            rows.forget_nonces(now(), usize::MAX)?;
            rows.forget_calls(age, now())
        })
        .await
    }
}

impl ReplayGuard for FileLedger {
    async fn admit(
        &self,
        scope: &str,
        nonce: &str,
        keep: Duration,
    ) -> Result<Admission, ReplayGuardError> {
        let digest = scoped_digest(scope, nonce);
        let admitted = self
            .writer
            .submit(move |rows| rows.admit(&digest, keep, now()));
        admitted.await.map_err(ReplayGuardError::new)
    }
}
