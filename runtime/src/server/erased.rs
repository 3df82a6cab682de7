//! [`ReplayGuard`] behind a pointer, so that settings need no type parameter for it.

use std::pin::Pin;
use std::time::Duration;

use crate::replay::{Admission, ReplayGuard, ReplayGuardError};

type Admitting<'a> = Pin<Box<dyn Future<Output = Result<Admission, ReplayGuardError>> + Send + 'a>>;

pub(super) trait ErasedReplayGuard: Send + Sync {
    fn admit<'a>(&'a self, scope: &'a str, nonce: &'a str, keep: Duration) -> Admitting<'a>;
}

impl<G: ReplayGuard> ErasedReplayGuard for G {
    fn admit<'a>(&'a self, scope: &'a str, nonce: &'a str, keep: Duration) -> Admitting<'a> {
        Box::pin(ReplayGuard::admit(self, scope, nonce, keep))
    }
}
