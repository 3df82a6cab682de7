//! What is told about every call.

use std::time::Duration;

use koo_calls::{Reply, Request};

use crate::journal::{self, Direction, Finding, Journal, Level, Verification};

/// An interface by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Family.
    pub family: String,
    /// Interface.
    pub interface: String,
    /// Version, if the interface has several.
    pub variant: Option<String>,
}

impl std::fmt::Display for Named {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}/{}", self.family, self.interface)?;
        match &self.variant {
            Some(variant) => write!(formatter, " {variant}"),
            None => Ok(()),
        }
    }
}

/// A call that was answered.
#[derive(Debug, Clone)]
pub struct Call {
    /// Number of the call, from 1.
    pub number: u64,
    /// When it arrived, in milliseconds since 1970.
    pub at_millis: i64,
    /// The request.
    pub request: Request,
    /// The interface, with its family; `None` if nothing is served at the address.
    pub interface: Option<Named>,
    /// Whether it was signed as it must be.
    pub verification: Verification,
    /// How a refusal of the signature is arrived at, as `koo verify` prints it, with the secrets masked.
    pub explanation: Option<String>,
    /// What departs from the contract, or what the platform would find fault with later.
    pub findings: Vec<Finding>,
    /// Result code of the answer.
    pub code: Option<String>,
    /// The answer.
    pub reply: Reply,
    /// The fault that was asked for.
    pub fault: Option<String>,
    /// How long answering took, without asked-for latency.
    pub took: Duration,
}

/// Is told about every call, in the order in which they are answered. Must not block.
pub trait Observer: Send + Sync {
    /// A call was answered.
    fn called(&self, call: &Call);
}

/// Tells nobody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Observer for Silent {
    fn called(&self, _call: &Call) {}
}

/// Keeps every call.
impl Observer for Journal {
    fn called(&self, call: &Call) {
        let named = call.interface.as_ref();
        let fault = call.fault.as_ref().map(|fault| Finding {
            level: Level::Note,
            place: String::new(),
            says: format!("the fault `{fault}` was asked for"),
            pages: Vec::new(),
        });
        let call = journal::Call {
            at_millis: call.at_millis,
            direction: Direction::Received,
            family: named.map(|named| named.family.clone()),
            interface: named.map(|named| named.interface.clone()),
            request: call.request.clone(),
            reply: Some(call.reply.clone()),
            failure: None,
            verification: call.verification.clone(),
            findings: call.findings.iter().cloned().chain(fault).collect(),
            elapsed: call.took,
        };
        self.record(call, &std::collections::BTreeMap::new());
    }
}

/// Tells both.
impl<A: Observer, B: Observer> Observer for (A, B) {
    fn called(&self, call: &Call) {
        self.0.called(call);
        self.1.called(call);
    }
}
