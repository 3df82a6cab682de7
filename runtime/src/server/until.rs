//! Waiting no longer than there is time.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;

use tokio::time::error::Elapsed;
use tokio::time::{Instant, timeout_at};
use tracing::Instrument as _;

/// Why there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unfinished {
    /// The work panicked.
    Panicked,
    /// It takes too long. It runs on.
    Late,
}

/// Waits for `work`. A timer is set only for what is not done at once: most is.
pub(super) async fn before<T>(
    deadline: Instant,
    work: impl Future<Output = T>,
) -> Result<T, Elapsed> {
    let mut work = pin!(work);
    match poll_fn(|context| Poll::Ready(work.as_mut().poll(context))).await {
        Poll::Ready(done) => Ok(done),
        Poll::Pending => timeout_at(deadline, work).await,
    }
}

/// Begins `work` and waits for it. Work that is not done at once goes on in a task of its own, so that it comes to its
/// end even if nobody waits for it any more. For work that is done at once such a task would cost more than the work.
pub(super) async fn to_the_end<T: Send + 'static>(
    deadline: Instant,
    work: impl Future<Output = T> + Send + 'static,
) -> Result<T, Unfinished> {
    let mut work = Box::pin(work);
    // After a panic the work is not looked at again.
    let begun = poll_fn(|context| {
        let begun = catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context)));
        Poll::Ready(begun)
    });
    match begun.await {
        Ok(Poll::Ready(done)) => return Ok(done),
        Ok(Poll::Pending) => {}
        Err(_) => return Err(Unfinished::Panicked),
    }
    let task = tokio::spawn(work.in_current_span());
    match timeout_at(deadline, task).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(_)) => Err(Unfinished::Panicked),
        // Dropping the handle leaves the task running.
        Err(_) => Err(Unfinished::Late),
    }
}
