//! What came back, as far as cases tell it apart.

use crate::exchange::{Exchange, Failure};
use crate::message::{Caller, Judgement};

/// What came back.
pub(super) struct Answer {
    pub(super) exchange: Exchange,
    pub(super) judgement: Judgement,
    pub(super) kind: Kind,
}

/// What a merchant says to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Yes, or that it is being worked on.
    Accepted,
    /// No, by a result code.
    Refused,
    /// Nothing that has a result code.
    Neither,
}

impl Answer {
    pub(super) fn new(caller: &Caller<'_>, exchange: Exchange, judgement: Judgement) -> Self {
        let code = judgement.code.as_deref();
        let kind = match code {
            Some(code) if caller.accepts(code) => Kind::Accepted,
            Some(_) => Kind::Refused,
            None => Kind::Neither,
        };
        Self {
            exchange,
            judgement,
            kind,
        }
    }

    pub(super) fn is_accepted(&self) -> bool {
        self.kind == Kind::Accepted
    }

    /// What came back, in words.
    pub(super) fn describe(&self) -> String {
        match (&self.exchange.outcome, &self.judgement.code) {
            (Err(failure), _) => failure.to_string(),
            (Ok(_), Some(code)) => format!("the answer is code {code}"),
            (Ok(received), None) => format!("HTTP {} without a result code", received.status),
        }
    }

    /// Why there is no reply.
    pub(super) fn failure(&self) -> Option<&Failure> {
        self.exchange.outcome.as_ref().err()
    }

    /// A text of the reply.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.judgement.reply.as_ref()?.get(name)?.as_str()
    }
}
