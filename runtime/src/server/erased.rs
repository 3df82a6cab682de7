//! Stores behind pointers, so that settings need no type parameters for them.

use std::pin::Pin;
use std::time::Duration;

use crate::ledger::{Claim, Fingerprint, Key, Ledger, LedgerError, Settled, Standing, Ticket};
use crate::replay::{Admission, ReplayGuard, ReplayGuardError};

type Answering<'a, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'a>>;

/// [`ReplayGuard`]
pub(super) trait ErasedReplayGuard: Send + Sync {
    fn admit<'a>(
        &'a self,
        scope: &'a str,
        nonce: &'a str,
        keep: Duration,
    ) -> Answering<'a, Admission, ReplayGuardError>;
}

impl<G: ReplayGuard> ErasedReplayGuard for G {
    fn admit<'a>(
        &'a self,
        scope: &'a str,
        nonce: &'a str,
        keep: Duration,
    ) -> Answering<'a, Admission, ReplayGuardError> {
        Box::pin(ReplayGuard::admit(self, scope, nonce, keep))
    }
}

/// The steps of a [`Ledger`] that the server takes.
pub(super) trait ErasedLedger: Send + Sync {
    fn claim<'a>(
        &'a self,
        key: &'a Key,
        fingerprint: Fingerprint,
        lease: Duration,
    ) -> Answering<'a, Claim, LedgerError>;

    fn renew<'a>(&'a self, ticket: &'a Ticket, lease: Duration)
    -> Answering<'a, bool, LedgerError>;

    fn settle<'a>(
        &'a self,
        ticket: &'a Ticket,
        reply: &'a str,
        standing: Standing,
    ) -> Answering<'a, Settled, LedgerError>;

    fn release<'a>(&'a self, ticket: &'a Ticket) -> Answering<'a, (), LedgerError>;
}

impl<L: Ledger> ErasedLedger for L {
    fn claim<'a>(
        &'a self,
        key: &'a Key,
        fingerprint: Fingerprint,
        lease: Duration,
    ) -> Answering<'a, Claim, LedgerError> {
        Box::pin(Ledger::claim(self, key, fingerprint, lease))
    }

    fn renew<'a>(
        &'a self,
        ticket: &'a Ticket,
        lease: Duration,
    ) -> Answering<'a, bool, LedgerError> {
        Box::pin(Ledger::renew(self, ticket, lease))
    }

    fn settle<'a>(
        &'a self,
        ticket: &'a Ticket,
        reply: &'a str,
        standing: Standing,
    ) -> Answering<'a, Settled, LedgerError> {
        Box::pin(Ledger::settle(self, ticket, reply, standing))
    }

    fn release<'a>(&'a self, ticket: &'a Ticket) -> Answering<'a, (), LedgerError> {
        Box::pin(Ledger::release(self, ticket))
    }
}
