//! What is told about every call.

use std::time::Duration;

use bytes::Bytes;

use super::request::Request;

/// Whether a call was signed as it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verification {
    /// Calls of the interface are not signed, or no interface was found.
    Unsigned,
    /// The signature is right.
    Accepted {
        /// The scheme.
        scheme: String,
    },
    /// It is not.
    Refused {
        /// The scheme.
        scheme: String,
        /// What is wrong, in a sentence.
        reason: String,
        /// What probably went wrong: changes after which the signature would match.
        causes: Vec<String>,
        /// How the verdict is arrived at, as `koo verify` prints it, with the secrets masked.
        explanation: String,
    },
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
    /// The interface, as `family/interface` with the version behind it; `None` if nothing is served at the address.
    pub interface: Option<String>,
    /// Whether it was signed as it must be.
    pub verification: Verification,
    /// What departs from the contract, or what the platform would find fault with later.
    pub findings: Vec<String>,
    /// Result code of the answer.
    pub code: Option<String>,
    /// HTTP status of the answer.
    pub status: u16,
    /// Headers of the answer.
    pub reply_headers: Vec<(String, String)>,
    /// Body of the answer.
    pub reply_body: Bytes,
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
