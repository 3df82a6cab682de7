//! Reports of what happened in calls.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use crate::lenient::Observation;
use crate::validate::Violation;

/// Takes reports, for counters and alarms. Any `Fn(&str, &Event<'_>)` is one. A panic here is caught and changes
/// nothing.
pub trait Observer: Send + Sync {
    /// Something happened in a call of `interface`.
    fn observe(&self, interface: &str, event: &Event<'_>);
}

impl<F: Fn(&str, &Event<'_>) + Send + Sync> Observer for F {
    fn observe(&self, interface: &str, event: &Event<'_>) {
        self(interface, event);
    }
}

/// Something to report. Holds no value that was sent or received.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Event<'a> {
    /// The other side answered.
    Answered {
        /// HTTP status.
        status: u16,
    },
    /// The first address does not answer, so the other one is tried.
    FallingBack,
    /// The call did not succeed and is sent again.
    Retrying {
        /// How often it was sent.
        tries: u32,
        /// When it is sent again.
        after: Duration,
    },
    /// The reply was read with leniency.
    Leniency(&'a Observation),
    /// The reply breaks a documented limit.
    Violation(&'a Violation),
}

/// The observer that is not interested.
pub(super) struct Ignore;

impl Observer for Ignore {
    fn observe(&self, _interface: &str, _event: &Event<'_>) {}
}

/// Reports an event to [`tracing`] and to the observer.
pub(super) fn report(observer: &dyn Observer, interface: &str, event: &Event<'_>) {
    trace(interface, event);
    let _ = catch_unwind(AssertUnwindSafe(|| observer.observe(interface, event)));
}

/// Interface, status, place and rule; never a value.
fn trace(interface: &str, event: &Event<'_>) {
    match event {
        Event::Answered { status } => tracing::debug!(interface, status, "answered"),
        Event::FallingBack => tracing::warn!(interface, "no connection, trying the other address"),
        Event::Retrying { tries, after } => {
            tracing::warn!(interface, tries, ?after, "trying again");
        }
        Event::Leniency(observation) => {
            let (path, rule) = (observation.path.as_str(), observation.kind.as_str());
            if observation.kind.is_departure() {
                tracing::info!(interface, path, rule, "reply read leniently");
            } else {
                tracing::debug!(interface, path, rule, "reply read leniently");
            }
        }
        Event::Violation(violation) => {
            let (path, rule) = (violation.path(), violation.rule().as_str());
            tracing::warn!(interface, path, rule, "reply breaks a documented limit");
        }
    }
}
