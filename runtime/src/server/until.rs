//! Waiting no longer than there is time.

use std::future::poll_fn;
use std::pin::{Pin, pin};
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

/// Does `work` in a task of its own and waits for it. So it comes to its end even if nobody waits for it any more, and
/// while it blocks its thread, another can still say that it is late.
pub(super) async fn to_the_end<W>(
    deadline: Instant,
    work: Pin<Box<W>>,
) -> Result<W::Output, Unfinished>
where
    W: Future<Output: Send> + Send + 'static,
{
    let task = tokio::spawn(work.in_current_span());
    match timeout_at(deadline, task).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(_)) => Err(Unfinished::Panicked),
        // Dropping the handle leaves the task running.
        Err(_) => Err(Unfinished::Late),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::{Arc, mpsc};
    use std::time::Duration;

    use tokio::sync::oneshot;
    use tokio::task::yield_now;
    use tokio::time::sleep;

    use super::*;

    fn soon() -> Instant {
        Instant::now() + Duration::from_secs(10)
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn work_that_blocks_its_thread_is_late_in_time() {
        let (go, gone) = mpsc::channel::<()>();
        let deadline = Instant::now() + Duration::from_millis(50);
        let work = Box::pin(async move {
            let _ = gone.recv_timeout(Duration::from_secs(10));
        });
        let waiting = tokio::spawn(to_the_end(deadline, work));
        // The work ends only after the answer.
        assert_eq!(waiting.await.unwrap(), Err(Unfinished::Late));
        go.send(()).unwrap();
    }

    #[tokio::test]
    async fn work_that_waits_comes_to_its_end_though_nobody_waits_for_it() {
        let (go, gone) = oneshot::channel::<()>();
        let done = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&done);
        let work = async move {
            let _ = gone.await;
            flag.store(true, Ordering::Relaxed);
        };
        {
            let mut waiting = pin!(to_the_end(soon(), Box::pin(work)));
            let polled = poll_fn(|context| Poll::Ready(waiting.as_mut().poll(context))).await;
            assert!(polled.is_pending());
        }
        go.send(()).unwrap();
        while !done.load(Ordering::Relaxed) {
            yield_now().await;
        }
    }

    #[tokio::test]
    async fn a_panic_ends_the_work_only_at_once_or_later() {
        for waits in [false, true] {
            let work = async move {
                if waits {
                    yield_now().await;
                }
                assert!(Instant::now() > soon(), "on purpose");
            };
            let ended = to_the_end(soon(), Box::pin(work)).await;
            assert_eq!(ended, Err(Unfinished::Panicked));
        }
    }

    #[tokio::test]
    async fn work_that_takes_too_long_is_late() {
        let deadline = Instant::now() + Duration::from_millis(20);
        let work = sleep(Duration::from_secs(10));
        let ended = to_the_end(deadline, Box::pin(work)).await;
        assert_eq!(ended, Err(Unfinished::Late));
        assert!(
            before(deadline, sleep(Duration::from_secs(10)))
                .await
                .is_err()
        );
        assert_eq!(before(deadline, async { 1 }).await, Ok(1), "it is there");
    }
}
