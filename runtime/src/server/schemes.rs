//! The schemes of a family, with their keys.

use std::time::Duration;

use crate::message::Message;
use crate::scheme::{
    Carried, Clock, Evidence, Scheme, SchemeError, Stamp, TimestampForm, Unsigned, freshness,
};

/// The keys of a family: which scheme guards the calls of each group of interfaces, and which signs the replies.
pub trait Schemes: Send + Sync + 'static {
    /// The schemes of the group called `name`. `None` without its keys: its calls are then refused.
    fn group(&self, name: &str) -> Option<Group<'_>>;
}

/// The scheme of requests and that of replies, for interfaces that share both.
#[derive(Debug, Clone)]
pub struct Pair<Q, P = Unsigned> {
    request: Q,
    pub(super) reply: Option<P>,
}

impl<Q: Scheme, P: Scheme> Pair<Q, P> {
    /// Requests signed, replies not.
    pub const fn new(request: Q) -> Self {
        Self {
            request,
            reply: None,
        }
    }

    /// Requests and replies signed.
    pub const fn signing(request: Q, reply: P) -> Self {
        Self {
            request,
            reply: Some(reply),
        }
    }
}

impl<Q: Scheme + 'static, P: Scheme + 'static> Schemes for Pair<Q, P> {
    fn group(&self, _name: &str) -> Option<Group<'_>> {
        Some(Group {
            request: &self.request,
            reply: self.reply.as_ref().map(|reply| reply as &dyn AnyScheme),
        })
    }
}

/// The schemes of one group.
#[derive(Clone, Copy)]
pub struct Group<'a> {
    request: &'a dyn AnyScheme,
    reply: Option<&'a dyn AnyScheme>,
}

impl Group<'static> {
    /// Calls that nobody signs.
    pub const fn unsigned() -> Self {
        Self {
            request: &Unsigned,
            reply: None,
        }
    }
}

impl Group<'_> {
    pub(super) fn verify<'m>(
        &self,
        message: &Message<'m>,
        clock: &dyn Clock,
    ) -> Result<Evidence<'m>, SchemeError> {
        let evidence = self.request.check(message)?;
        if let Some(window) = self.request.fresh() {
            let form = self.request.timestamp();
            freshness(&evidence, form, window, clock.now_millis())?;
        }
        Ok(evidence)
    }

    /// Whether [`verify`](Self::verify) looks at headers.
    pub(super) fn reads_headers(&self) -> bool {
        self.request.reads_headers()
    }

    /// The scope of nonces.
    pub(super) fn scope(&self) -> &'static str {
        self.request.name()
    }

    /// How long a nonce is remembered: twice the limit of age, the longest time for which a message can be fresh.
    pub(super) fn keep(&self, without_limit: Duration) -> Duration {
        let fresh = self.request.fresh();
        fresh.map_or(without_limit, |window| window.saturating_mul(2))
    }

    /// The values that sign a reply; none if replies are not signed.
    pub(super) fn sign_reply(
        &self,
        body: &[u8],
        clock: &dyn Clock,
    ) -> Result<Vec<Carried>, SchemeError> {
        let Some(scheme) = self.reply else {
            return Ok(Vec::new());
        };
        let message = Message {
            method: "",
            path: "",
            query: &[],
            headers: &[],
            body,
        };
        scheme.attach(&message, &Stamp::at(clock.now_millis()))
    }
}

/// [`Scheme`] behind a pointer, so that a family can have several.
trait AnyScheme: Send + Sync {
    fn name(&self) -> &'static str;
    fn fresh(&self) -> Option<Duration>;
    fn reads_headers(&self) -> bool;
    fn timestamp(&self) -> TimestampForm;
    fn check<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError>;
    fn attach(&self, message: &Message<'_>, stamp: &Stamp) -> Result<Vec<Carried>, SchemeError>;
}

impl<S: Scheme> AnyScheme for S {
    fn name(&self) -> &'static str {
        S::NAME
    }

    fn fresh(&self) -> Option<Duration> {
        S::FRESH
    }

    fn reads_headers(&self) -> bool {
        S::READS_HEADERS
    }

    fn timestamp(&self) -> TimestampForm {
        S::TIMESTAMP
    }

    fn check<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        self.verify(message)
    }

    fn attach(&self, message: &Message<'_>, stamp: &Stamp) -> Result<Vec<Carried>, SchemeError> {
        self.sign(message, stamp)
    }
}
