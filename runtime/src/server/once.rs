//! Carrying out a call once, by means of a [`Ledger`](crate::ledger::Ledger).

use std::convert::Infallible;
use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::erased::ErasedLedger;
use crate::ledger::{Claim, Fingerprint, Key, LedgerError, Settled, Standing, Ticket};

/// Between two looks at a row that another holds: the first pause, and the longest.
const LOOKS: (Duration, Duration) = (Duration::from_millis(10), Duration::from_millis(250));

/// Between two tries to record a reply: the first pause, and the longest.
const TRIES: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(1));

/// The ledger as one call sees it.
pub(super) struct Page<'a> {
    pub(super) ledger: &'a dyn ErasedLedger,
    pub(super) lease: Duration,
    pub(super) pending: Duration,
    /// Where keys are unique.
    pub(super) scope: &'static str,
    /// The code that says that work goes on, if the interface has one.
    pub(super) pending_code: Option<String>,
    /// When a call that waits gives up.
    pub(super) patience: Instant,
}

impl Page<'_> {
    /// Claims the call, and waits as long as another holds it and there is time.
    pub(super) async fn claim(
        &self,
        key: &Key,
        fingerprint: Fingerprint,
    ) -> Result<Claim, LedgerError> {
        let Self { ledger, lease, .. } = self;
        let (mut pause, longest) = LOOKS;
        loop {
            let claim = ledger.claim(key, fingerprint, *lease).await?;
            let Claim::Busy(left) = claim else {
                return Ok(claim);
            };
            let next = pause.min(left.max(LOOKS.0));
            if Instant::now() + next >= self.patience {
                return Ok(claim);
            }
            sleep(next).await;
            pause = (pause * 2).min(longest);
        }
    }

    /// Does `work` while the claim is renewed.
    pub(super) async fn hold<T>(&self, ticket: &Ticket, work: impl Future<Output = T>) -> T {
        tokio::select! {
            biased;
            done = work => done,
            never = self.renew(ticket) => match never {},
        }
    }

    async fn renew(&self, ticket: &Ticket) -> Infallible {
        let Self { ledger, lease, .. } = self;
        loop {
            sleep(*lease / 3).await;
            match ledger.renew(ticket, *lease).await {
                Ok(true) => {}
                Ok(false) => tracing::warn!(key = %ticket.key, "a claim was lost to another"),
                Err(error) => tracing::warn!(%error, "a claim could not be renewed"),
            }
        }
    }

    /// Records a reply. While the store does not answer, tries again for the length of a lease.
    pub(super) async fn settle(
        &self,
        ticket: &Ticket,
        reply: &str,
        standing: Standing,
    ) -> Result<Settled, LedgerError> {
        let Self { ledger, lease, .. } = self;
        let (mut pause, longest) = TRIES;
        let last = Instant::now() + *lease;
        loop {
            match ledger.settle(ticket, reply, standing).await {
                Err(error) if Instant::now() + pause < last => {
                    tracing::warn!(%error, "a reply could not be recorded, trying again");
                }
                settled => return settled,
            }
            sleep(pause).await;
            pause = (pause * 2).min(longest);
        }
    }

    /// Gives the claim back. Should that fail, it ends with its lease.
    pub(super) async fn release(&self, ticket: &Ticket) {
        if let Err(error) = self.ledger.release(ticket).await {
            tracing::warn!(%error, "a claim could not be given back");
        }
    }

    /// How long a reply with `code` stands, `None` if it is no result.
    pub(super) fn standing(&self, code: &str, is_done: bool) -> Option<Standing> {
        if self.pending_code.as_deref() == Some(code) {
            Some(Standing::Pending(self.pending))
        } else {
            is_done.then_some(Standing::Done)
        }
    }
}
