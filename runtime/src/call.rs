//! A call as the merchant's code sees it, and what can be answered.

use crate::lenient::Observation;
use crate::validate::Violations;

/// A call that arrived, read and checked.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Call<R> {
    /// What was sent.
    pub request: R,
    /// Where it was read with leniency: unknown fields, a number where text is documented.
    pub observations: Vec<Observation>,
    /// Where it breaks a documented limit. Empty under the strict policy, which refuses such a call.
    pub violations: Violations,
}

impl<R> Call<R> {
    /// A call with nothing to remark on it, for tests of the merchant's code.
    pub fn new(request: R) -> Self {
        Self {
            request,
            observations: Vec::new(),
            violations: Violations::default(),
        }
    }
}

/// The call is not carried out: the code to answer, and a message for the people who read it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Refusal<C> {
    /// Result code.
    pub code: C,
    /// Message. The server shortens it to what the family allows.
    pub message: String,
}

impl<C: ResultCode> Refusal<C> {
    /// A refusal with a message of its own. The message is sent: keep secrets and personal data out of it.
    pub fn new(code: C, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }
}

impl<C: ResultCode> From<C> for Refusal<C> {
    /// The message is the meaning of the code, or the code itself if none is documented.
    fn from(code: C) -> Self {
        let message = code.meaning().unwrap_or_else(|| code.as_str()).to_owned();
        Self { code, message }
    }
}

/// A result code of a contract. Derive it with `#[derive(koo_runtime::ResultCode)]`.
///
/// Every text makes a code: one that the contract does not name is kept as it is.
pub trait ResultCode: Clone + From<String> + Send + Sync + 'static {
    /// The code that plays a role in this contract, `None` if none does.
    fn for_role(role: CodeRole) -> Option<Self>;

    /// The code as it travels.
    fn as_str(&self) -> &str;

    /// Documented meaning, `None` for a code the contract does not name.
    fn meaning(&self) -> Option<&'static str>;

    /// Whether the code says that the call was carried out.
    fn is_success(&self) -> bool;

    /// Whether the caller is expected to send the call again.
    fn is_retryable(&self) -> bool;
}

/// The parts that result codes play in every contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CodeRole {
    /// Carried out.
    Success,
    /// Accepted, not finished.
    Pending,
    /// The signature is missing or wrong.
    Signature,
    /// A parameter is missing or wrong.
    Parameter,
    /// What the call is about does not exist.
    NotFound,
    /// The merchant's service failed.
    Internal,
}

/// A request model of a contract.
pub trait Request: Send + 'static {
    /// Name of the interface, as the selector on the wire has it.
    const INTERFACE: &'static str;

    /// Model of the reply.
    type Reply: Send;

    /// Text that is the same for every resend of one business event and differs between events. `None` if the
    /// contract documents none, or the request lacks a part of it.
    fn idempotency_key(&self) -> Option<String> {
        None
    }

    /// Gives the parameters that change on each resend the new value `fresh`. Most requests have none.
    fn vary(&mut self, fresh: &str) {
        let _ = fresh;
    }
}
