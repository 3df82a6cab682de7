//! What cases share: the platform, the way to the merchant, and the ordinary calls that many of them look at.

use koo_spec::catalogue::Interface;
use tokio::sync::OnceCell;

use super::life::{self, Life};
use super::reply::Walk;
use crate::exchange::Client;
use crate::message::Caller;

/// Where cases are tried.
pub struct Stage<'a> {
    /// The platform as it talks to the merchant.
    pub(super) caller: Caller<'a>,
    /// Makes exchanges.
    pub(super) client: Client,
    /// What values are drawn from.
    pub(super) seed: u64,
    /// Milliseconds since 1970.
    pub(super) clock: fn() -> i64,
    pub(super) life: Option<Life<'a>>,
    walk: OnceCell<Walk>,
}

impl<'a> Stage<'a> {
    /// A stage. `clock` tells the milliseconds since 1970.
    pub fn new(caller: Caller<'a>, client: Client, seed: u64, clock: fn() -> i64) -> Self {
        Self {
            caller,
            client,
            seed,
            clock,
            life: life::life(&caller),
            walk: OnceCell::new(),
        }
    }

    /// The interface whose calls are signed, changed and repeated: the one that makes an instance, or the first there is.
    pub(super) fn subject(&self) -> Option<&'a Interface> {
        let first = || life::called(&self.caller).into_iter().next();
        self.life.as_ref().map(|life| life.creating).or_else(first)
    }

    /// An ordinary call of every interface, made once for all cases.
    pub(super) async fn walk(&self) -> &Walk {
        self.walk.get_or_init(|| Walk::make(self)).await
    }

    /// Why nothing can be tried: nobody answers.
    pub(super) async fn silence(&self) -> Option<String> {
        self.walk().await.silence()
    }
}
