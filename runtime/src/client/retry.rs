//! When a call is sent again.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::observer::Event;
use super::{Answer, ClientError};
use crate::random;
use crate::scheme::SchemeError;

/// How calls that may be repeated are repeated: after a pause that doubles each time, with some of it left to
/// chance. What the other side asks for with `Retry-After` counts more. Calls without a connection were never
/// sent, so all of them are tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retry {
    tries: u32,
    first: Duration,
    longest: Duration,
}

impl Retry {
    /// Never: every call is sent once.
    pub const NEVER: Self = Self::times(1);

    /// A call is sent `tries` times at most.
    pub const fn times(tries: u32) -> Self {
        Self {
            tries,
            first: Duration::from_millis(200),
            longest: Duration::from_secs(10),
        }
    }

    /// The first pause and the longest one; 200 milliseconds and 10 seconds unless set.
    #[must_use]
    pub const fn pauses(mut self, first: Duration, longest: Duration) -> Self {
        self.first = first;
        self.longest = longest;
        self
    }

    /// The pause after `tries` tries: between half and all of what doubling gives.
    fn pause(&self, tries: u32) -> Duration {
        let doubled = self
            .first
            .saturating_mul(2_u32.saturating_pow(tries.saturating_sub(1)));
        let whole = u64::try_from(doubled.min(self.longest).as_millis()).unwrap_or(u64::MAX);
        Duration::from_millis(whole - random::up_to(whole / 2))
    }
}

impl Default for Retry {
    /// Three tries.
    fn default() -> Self {
        Self::times(3)
    }
}

/// Why a try brought no answer.
#[derive(Debug)]
pub(super) enum Trouble {
    /// There was no connection, so nothing was sent.
    Unsent(ClientError),
    /// The call may have arrived.
    Lost(ClientError),
    /// Another try would not go better.
    Hopeless(ClientError),
    /// The call could not be signed.
    Signing(SchemeError),
}

impl From<ClientError> for Trouble {
    fn from(error: ClientError) -> Self {
        match (error.is_passing(), error.is_unsent()) {
            (false, _) => Self::Hopeless(error),
            (true, true) => Self::Unsent(error),
            (true, false) => Self::Lost(error),
        }
    }
}

/// A call that can be tried.
pub(super) trait Attempts: Sync {
    /// How many endpoints there are.
    fn endpoints(&self) -> usize;
    /// Whether the call may be repeated after it was sent.
    fn is_repeatable(&self) -> bool;
    /// Tries once.
    fn attempt(&self, endpoint: usize) -> impl Future<Output = Result<Answer, Trouble>> + Send;
    /// Whether the answer says that the same call may succeed later.
    fn is_passing(&self, answer: &Answer) -> bool;
    /// How long the answer asks to wait.
    fn wish(&self, answer: &Answer) -> Option<Duration>;
    /// Tells what happens.
    fn report(&self, event: &Event<'_>);
}

/// Tries until there is an answer that counts, or no reason to go on. Gives up early what would not be done by the
/// deadline.
pub(super) async fn run<A: Attempts>(
    attempts: &A,
    retry: &Retry,
    deadline: Instant,
) -> Result<Answer, Trouble> {
    let mut tries = 0;
    loop {
        let outcome = once(attempts).await;
        tries += 1;
        let again = match &outcome {
            Ok(answer) => attempts.is_repeatable() && attempts.is_passing(answer),
            Err(Trouble::Unsent(_)) => true,
            Err(Trouble::Lost(_)) => attempts.is_repeatable(),
            Err(Trouble::Hopeless(_) | Trouble::Signing(_)) => false,
        };
        if !again || tries >= retry.tries {
            return outcome;
        }
        let wish = outcome
            .as_ref()
            .ok()
            .and_then(|answer| attempts.wish(answer));
        let after = wish.unwrap_or_else(|| retry.pause(tries));
        let is_late = Instant::now()
            .checked_add(after)
            .is_none_or(|next| next >= deadline);
        if is_late {
            return outcome;
        }
        attempts.report(&Event::Retrying { tries, after });
        sleep(after).await;
    }
}

/// Tries each endpoint until one answers.
async fn once<A: Attempts>(attempts: &A) -> Result<Answer, Trouble> {
    let mut endpoint = 0;
    loop {
        let outcome = attempts.attempt(endpoint).await;
        endpoint += 1;
        let next = match &outcome {
            Err(Trouble::Unsent(_)) => true,
            Err(Trouble::Lost(_)) => attempts.is_repeatable(),
            _ => false,
        };
        if !next || endpoint >= attempts.endpoints() {
            return outcome;
        }
        attempts.report(&Event::FallingBack);
    }
}

#[cfg(test)]
mod tests;
