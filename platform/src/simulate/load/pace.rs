//! When calls are due.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::Semaphore;

/// An open schedule: call `n` is due at the start plus `n` intervals, whatever became of the calls before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schedule {
    start: Instant,
    rate: u32,
    /// How many calls there are.
    pub(super) calls: u64,
}

impl Schedule {
    pub(super) fn new(start: Instant, rate: u32, duration: Duration) -> Self {
        let calls = duration.as_micros().saturating_mul(u128::from(rate)) / 1_000_000;
        Self {
            start,
            rate: rate.max(1),
            calls: u64::try_from(calls).unwrap_or(u64::MAX).max(1),
        }
    }

    /// When a call is due.
    pub(super) fn due(&self, number: u64) -> Instant {
        let rate = u64::from(self.rate);
        let (seconds, rest) = (number / rate, number % rate);
        let nanos = rest * 1_000_000_000 / rate;
        self.start + Duration::from_secs(seconds) + Duration::from_nanos(nanos)
    }

    /// How many calls are due by now.
    fn due_by(&self, now: Instant) -> u64 {
        let passed = now.saturating_duration_since(self.start).as_nanos();
        let due = passed.saturating_mul(u128::from(self.rate)) / 1_000_000_000 + 1;
        u64::try_from(due).unwrap_or(u64::MAX).min(self.calls)
    }
}

/// Releases a permit for every call that is due, then closes the semaphore once the clients are gone.
///
/// A thread of its own, because it sleeps to the tenth of a millisecond; the timers of the runtime know whole milliseconds only,
/// which would be most of the latency of a fast service.
pub(super) fn release(schedule: Schedule, due: &Arc<Semaphore>) {
    let due = Arc::downgrade(due);
    thread::spawn(move || {
        let mut released = 0;
        while released < schedule.calls {
            thread::sleep(
                schedule
                    .due(released)
                    .saturating_duration_since(Instant::now()),
            );
            let by_now = schedule.due_by(Instant::now());
            let Some(due) = due.upgrade() else { return };
            let more = by_now.saturating_sub(released);
            due.add_permits(usize::try_from(more).unwrap_or(usize::MAX >> 4));
            released = by_now;
        }
    });
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::Schedule;

    #[test]
    fn calls_are_due_at_even_distances() {
        let start = Instant::now();
        let schedule = Schedule::new(start, 3, Duration::from_secs(2));
        assert_eq!(schedule.calls, 6);
        assert_eq!(schedule.due(0), start);
        assert_eq!(schedule.due(3), start + Duration::from_secs(1));
        assert_eq!(schedule.due_by(start), 1);
        assert_eq!(schedule.due_by(start + Duration::from_millis(999)), 3);
        assert_eq!(schedule.due_by(start + Duration::from_secs(60)), 6);
    }
}
