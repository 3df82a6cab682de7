//! Reports of what happened.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use crate::lenient::Observation;
use crate::scheme::SchemeError;
use crate::validate::Violation;

/// Takes reports, for counters and alarms. Any `Fn(&str, &Event<'_>)` is one.
///
/// Called on the way to the answer: be quick. A panic here is caught and changes nothing.
pub trait Observer: Send + Sync {
    /// Something happened in a call of `interface`, which is empty until the interface is known.
    fn observe(&self, interface: &str, event: &Event<'_>);
}

impl<F: Fn(&str, &Event<'_>) + Send + Sync> Observer for F {
    fn observe(&self, interface: &str, event: &Event<'_>) {
        self(interface, event);
    }
}

/// Something to report. Holds no value that was received.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Event<'a> {
    /// The request was read with leniency.
    Leniency(&'a Observation),
    /// The request breaks a documented limit.
    Violation(&'a Violation),
    /// The reply breaks a documented limit, so it was not sent.
    ReplyViolation(&'a Violation),
    /// The request has the idempotency key of an earlier one and differs from it. The earlier reply was sent.
    Changed,
    /// The ledger leaves the call to the merchant's code.
    Claimed {
        /// Which run it is, see [`Attempt::number`](crate::ledger::Attempt::number).
        attempt: u32,
    },
    /// The ledger had the reply.
    Repeated,
    /// The reply of the merchant's code was sent, or one that was recorded.
    Replied {
        /// Its result code.
        code: &'a str,
        /// Since the head of the request arrived.
        elapsed: Duration,
    },
    /// The call was refused.
    Refused {
        /// The result code that was answered.
        code: &'a str,
        /// Why.
        cause: Cause,
        /// Since the head of the request arrived.
        elapsed: Duration,
    },
}

/// Why a call was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// The merchant's code chose to.
    Merchant,
    /// The message is not accepted: its signature, its age, or its nonce.
    Scheme(SchemeError),
    /// The interface belongs to a group whose keys are not set.
    NoKeys,
    /// The replay guard could not tell.
    ReplayGuard,
    /// The ledger could not tell.
    Ledger,
    /// The same call is being carried out.
    InProgress,
    /// The request has the idempotency key of an earlier one and differs from it, and the policy is strict.
    Changed,
    /// The body is longer than the limit.
    BodyTooLong,
    /// The body did not arrive, or not in time.
    BodyUnread,
    /// The request cannot be read, or lacks a mandatory field.
    Malformed,
    /// The request does not say which interface it is for.
    NoSelector,
    /// The request is for an interface that the contract does not have.
    UnknownInterface,
    /// The request departs from the contract, and the policy is strict.
    Departure,
    /// The merchant's code panicked.
    Panicked,
    /// The merchant's code did not finish in time. It runs on.
    Late,
    /// The reply breaks a documented limit.
    InvalidReply,
    /// The reply cannot be written as a JSON object with a result code.
    UnwritableReply,
    /// The reply could not be signed.
    UnsignableReply,
}

impl Cause {
    /// Whether the fault is on this side.
    pub(super) const fn is_internal(self) -> bool {
        matches!(
            self,
            Self::Panicked
                | Self::Late
                | Self::NoKeys
                | Self::ReplayGuard
                | Self::Ledger
                | Self::InProgress
                | Self::BodyUnread
                | Self::InvalidReply
                | Self::UnwritableReply
                | Self::UnsignableReply
        )
    }

    /// Name for logs and counters.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Merchant => "merchant",
            Self::Scheme(SchemeError::Missing(_)) => "signature_missing",
            Self::Scheme(SchemeError::Malformed(_)) => "signature_malformed",
            Self::Scheme(SchemeError::Mismatch(_)) => "signature_mismatch",
            Self::Scheme(SchemeError::Stale { .. }) => "stale",
            Self::Scheme(SchemeError::Replayed) => "replayed",
            Self::Scheme(SchemeError::Recipe(_)) => "signature_recipe",
            Self::NoKeys => "no_keys",
            Self::ReplayGuard => "replay_guard",
            Self::Ledger => "ledger",
            Self::InProgress => "in_progress",
            Self::Changed => "changed",
            Self::BodyTooLong => "body_too_long",
            Self::BodyUnread => "body_unread",
            Self::Malformed => "malformed",
            Self::NoSelector => "no_selector",
            Self::UnknownInterface => "unknown_interface",
            Self::Departure => "departure",
            Self::Panicked => "panicked",
            Self::Late => "late",
            Self::InvalidReply => "invalid_reply",
            Self::UnwritableReply => "unwritable_reply",
            Self::UnsignableReply => "unsignable_reply",
        }
    }
}

/// The observer that is not interested.
pub(super) struct Ignore;

impl Observer for Ignore {
    fn observe(&self, _interface: &str, _event: &Event<'_>) {}
}

/// Reports an event to [`tracing`] and to the observer.
pub(super) fn report(observer: &dyn Observer, interface: &str, event: &Event<'_>) {
    trace(interface, event);
    // An observer that panics must not cost the caller the answer.
    let _ = catch_unwind(AssertUnwindSafe(|| observer.observe(interface, event)));
}

/// Interface, code, place, rule and cause; never a value.
fn trace(interface: &str, event: &Event<'_>) {
    match event {
        Event::Leniency(observation) => {
            let (path, rule) = (observation.path.as_str(), observation.kind.as_str());
            if observation.kind.is_departure() {
                tracing::info!(interface, path, rule, "request read leniently");
            } else {
                tracing::debug!(interface, path, rule, "request read leniently");
            }
        }
        Event::Violation(violation) => {
            let (path, rule) = (violation.path(), violation.rule().as_str());
            tracing::warn!(interface, path, rule, "request breaks a documented limit");
        }
        Event::ReplyViolation(violation) => {
            let (path, rule) = (violation.path(), violation.rule().as_str());
            tracing::error!(interface, path, rule, "reply breaks a documented limit");
        }
        Event::Changed => {
            tracing::warn!(
                interface,
                "request differs from an earlier one with its key"
            );
        }
        Event::Claimed { attempt: 1 } => {}
        Event::Claimed { attempt } => {
            tracing::warn!(interface, attempt, "an earlier run left no result");
        }
        Event::Repeated => tracing::info!(interface, "carried out before"),
        Event::Replied { code, elapsed } => {
            let milliseconds = milliseconds(*elapsed);
            tracing::info!(interface, code, milliseconds, "replied");
        }
        Event::Refused {
            code,
            cause,
            elapsed,
        } => {
            let (reason, milliseconds) = (cause.as_str(), milliseconds(*elapsed));
            // Which parameter it was, and by how much a clock is off: names and numbers of the contract, no value.
            let detail = match cause {
                Cause::Scheme(error) => Some(error.to_string()),
                _ => None,
            };
            let detail = detail.as_deref();
            match cause {
                Cause::Panicked
                | Cause::Late
                | Cause::NoKeys
                | Cause::ReplayGuard
                | Cause::Ledger
                | Cause::InvalidReply
                | Cause::UnwritableReply
                | Cause::UnsignableReply => {
                    tracing::error!(interface, code, reason, detail, milliseconds, "refused");
                }
                Cause::Merchant | Cause::InProgress => {
                    tracing::info!(interface, code, reason, detail, milliseconds, "refused");
                }
                _ => tracing::warn!(interface, code, reason, detail, milliseconds, "refused"),
            }
        }
    }
}

/// For logs: milliseconds, to the microsecond.
fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1_000_000.0).round() / 1000.0
}
