//! How a client behaves.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::Retry;
use super::observer::{Ignore, Observer};
use crate::scheme::{Clock, SystemClock};

/// How a client behaves: how long it waits, how often it tries, and who is told.
#[derive(Clone)]
pub struct Settings {
    pub(super) connect_timeout: Duration,
    pub(super) timeout: Duration,
    pub(super) deadline: Duration,
    pub(super) retry: Retry,
    pub(super) base_urls: Vec<String>,
    pub(super) observer: Arc<dyn Observer>,
    pub(super) clock: Arc<dyn Clock>,
}

impl Settings {
    /// How long to wait for a connection; 5 seconds unless set.
    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long one try may take, from the connection to the last byte of the answer; 30 seconds unless set.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How long a call may take with all its tries; 90 seconds unless set.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// How calls that may be repeated are repeated.
    #[must_use]
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Calls this server instead of the documented ones, for tests and proxies: scheme and host, and a path that
    /// is put in front. Called twice, the second server is the one to fall back to.
    #[must_use]
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_urls.push(url.into());
        self
    }

    /// Who is told what happens.
    #[must_use]
    pub fn observer(mut self, observer: impl Observer + 'static) -> Self {
        self.observer = Arc::new(observer);
        self
    }

    /// The clock that stamps calls.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(5),
            timeout: Duration::from_secs(30),
            deadline: Duration::from_secs(90),
            retry: Retry::default(),
            base_urls: Vec::new(),
            observer: Arc::new(Ignore),
            clock: Arc::new(SystemClock),
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("connect_timeout", &self.connect_timeout)
            .field("timeout", &self.timeout)
            .field("deadline", &self.deadline)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
