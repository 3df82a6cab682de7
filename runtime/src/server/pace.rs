//! How long a connection waits for the head of a request.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, HttpBody};
use bytes::Bytes;
use hyper::body::{Frame, SizeHint};
use tokio::time::{Instant, sleep};

/// Instead of a moment: a request is under way.
const BUSY: u64 = u64::MAX;

/// Whether a connection waits, and since when. One timer serves the whole connection: setting one for each request
/// would cost every request.
#[derive(Debug)]
pub(super) struct Pace {
    start: Instant,
    /// Microseconds after the start, or [`BUSY`].
    waits_since: AtomicU64,
}

impl Pace {
    /// The connection waits from now on.
    pub(super) fn new() -> Self {
        Self {
            start: Instant::now(),
            waits_since: AtomicU64::new(0),
        }
    }

    /// The head of a request is there.
    pub(super) fn begin(&self) {
        self.waits_since.store(BUSY, Ordering::Relaxed);
    }

    /// The answer has left.
    fn end(&self) {
        self.waits_since.store(self.now(), Ordering::Relaxed);
    }

    fn now(&self) -> u64 {
        // Below the mark of a busy connection for half a million years.
        u64::try_from(self.start.elapsed().as_micros()).unwrap_or_default()
    }

    /// Ready once the connection has waited for so long.
    pub(super) async fn ends_after(&self, patience: Duration) {
        let mut left = patience;
        while !left.is_zero() {
            sleep(left).await;
            left = match self.waits_since.load(Ordering::Relaxed) {
                BUSY => patience,
                since => {
                    let waited = self.now().saturating_sub(since);
                    patience.saturating_sub(Duration::from_micros(waited))
                }
            };
        }
    }
}

/// The body of an answer. When all of it is handed over the connection waits for the next request.
pub(super) struct Answer {
    pub(super) body: Body,
    pub(super) pace: Arc<Pace>,
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        self.pace.end();
    }
}
