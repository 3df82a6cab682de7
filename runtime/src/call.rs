//! A call as the merchant's code sees it, and what can be answered.

use crate::ledger::Attempt;
use crate::lenient::Observation;
use crate::validate::{Path, Validate, Violations};

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
    /// Whether it comes from debugging or probing: answer it like any other, but change nothing. No
    /// [ledger](crate::ledger) remembers it.
    pub is_debug: bool,
    /// Which run of the merchant's code this is, if a [ledger](crate::ledger) is set, the request has an idempotency
    /// key, and it is no debug call.
    pub attempt: Option<Attempt>,
}

impl<R: Request> Call<R> {
    /// A call with nothing to remark on it, for tests of the merchant's code.
    pub fn new(request: R) -> Self {
        Self {
            is_debug: request.is_debug(),
            request,
            observations: Vec::new(),
            violations: Violations::default(),
            attempt: None,
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

/// A result code of a contract that lists none: any text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct TextCode(String);

impl From<String> for TextCode {
    fn from(code: String) -> Self {
        Self(code)
    }
}

impl From<&str> for TextCode {
    fn from(code: &str) -> Self {
        Self(code.to_owned())
    }
}

impl ResultCode for TextCode {
    fn for_role(_role: CodeRole) -> Option<Self> {
        None
    }

    fn as_str(&self) -> &str {
        &self.0
    }

    fn meaning(&self) -> Option<&'static str> {
        None
    }

    fn is_success(&self) -> bool {
        false
    }

    fn is_retryable(&self) -> bool {
        false
    }
}

impl Validate for TextCode {
    fn violations(&self, _at: &Path<'_>, _found: &mut Violations) {}
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

impl CodeRole {
    /// The code that plays the role, or the nearest one in a contract that has no such code.
    pub fn nearest<C: ResultCode>(self) -> C {
        [self, Self::Internal, Self::Parameter]
            .into_iter()
            .find_map(C::for_role)
            .unwrap_or_else(|| C::from("internal".to_owned()))
    }
}

/// A request model of a contract.
pub trait Request: Send + 'static {
    /// Name of the interface, as the selector on the wire has it.
    const INTERFACE: &'static str;

    /// HTTP method, empty where the contract leaves it open.
    const METHOD: &'static str = "";

    /// Addresses that the contract gives the interface, placeholders in braces: `https://{domain}/v1/orders`, or
    /// `/v1/orders` for a path that follows an address of the called side. Empty if it has none of its own.
    const URLS: &'static [&'static str] = &[];

    /// How the contract tells requests of debugging and probing; see [`is_debug`](Self::is_debug).
    const IS_DEBUG: fn(&Self) -> bool = |_| false;

    /// Model of the reply.
    type Reply: Send;

    /// Text that is the same for every resend of one business event and differs between events. `None` if the
    /// contract documents none, or the request lacks all of it.
    fn idempotency_key(&self) -> Option<String> {
        None
    }

    /// Whether the contract marks the request as one of debugging or probing, which changes nothing.
    fn is_debug(&self) -> bool {
        (Self::IS_DEBUG)(self)
    }

    /// Gives the parameters that change on each resend the new value `fresh`. Most requests have none.
    fn vary(&mut self, fresh: &str) {
        let _ = fresh;
    }
}
