//! What the checks of a run share: what the catalogue says about the merchant, and the ordinary calls many of them look at.

use koo_spec::catalogue::Interface;
use tokio::sync::OnceCell;

use super::life::{self, Life};
use super::walk::Walk;
use crate::message::Caller;

/// What the checks of a run share.
pub(super) struct Ground<'a> {
    pub(super) caller: Caller<'a>,
    pub(super) life: Option<Life<'a>>,
    /// An ordinary call of every interface, made once for all checks.
    pub(super) walk: OnceCell<Walk>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(caller: Caller<'a>) -> Self {
        Self {
            caller,
            life: life::life(&caller),
            walk: OnceCell::new(),
        }
    }

    /// The interface whose calls are signed, changed and repeated: the one that makes an instance, or the first there is.
    pub(super) fn subject(&self) -> Option<&'a Interface> {
        let first = || life::called(&self.caller).into_iter().next();
        self.life.as_ref().map(|life| life.creating).or_else(first)
    }
}
