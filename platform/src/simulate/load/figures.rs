//! What was measured.

use std::collections::BTreeMap;
use std::time::Duration;

use hdrhistogram::Histogram;

/// Longest latency that is told apart, in microseconds.
const LONGEST: u64 = 600_000_000;

/// Most names a tally tells apart; a server that answers a new code each time must not fill the memory.
const MOST_NAMES: usize = 64;

/// Where names go that a tally has no place for.
const OTHERS: &str = "others";

/// What became of the calls. Its size does not depend on their number.
#[derive(Debug, Clone)]
pub struct Figures {
    /// Latency of answered calls in microseconds, from the moment a call was due.
    latency: Histogram<u64>,
    /// The same from the moment a call was sent: what the server took, whatever the schedule says.
    service: Histogram<u64>,
    /// Connections that were opened.
    pub connections: u64,
    /// Answers by HTTP status.
    pub statuses: BTreeMap<String, u64>,
    /// Answers by result code.
    pub codes: BTreeMap<String, u64>,
    /// Calls without an answer, by kind of failure.
    pub failures: BTreeMap<String, u64>,
}

/// A share of calls that were at least so fast.
pub const PERCENTILES: [f64; 6] = [50.0, 75.0, 90.0, 99.0, 99.9, 99.99];

impl Figures {
    /// Nothing yet; `None` never in practice, since the bounds are sound.
    pub(super) fn new() -> Option<Self> {
        Some(Self {
            latency: Histogram::new_with_bounds(1, LONGEST, 3).ok()?,
            service: Histogram::new_with_bounds(1, LONGEST, 3).ok()?,
            connections: 0,
            statuses: BTreeMap::new(),
            codes: BTreeMap::new(),
            failures: BTreeMap::new(),
        })
    }

    /// Counts an answer.
    pub(super) fn answered(
        &mut self,
        latency: Duration,
        service: Duration,
        status: u16,
        code: Option<String>,
    ) {
        for (histogram, took) in [(&mut self.latency, latency), (&mut self.service, service)] {
            let micros = u64::try_from(took.as_micros()).unwrap_or(LONGEST);
            histogram.saturating_record(micros.max(1));
        }
        count(&mut self.statuses, status.to_string(), 1);
        count(
            &mut self.codes,
            code.unwrap_or_else(|| "none".to_owned()),
            1,
        );
    }

    /// Counts a call without an answer.
    pub(super) fn failed(&mut self, kind: &str) {
        count(&mut self.failures, kind.to_owned(), 1);
    }

    /// Takes over what another client measured.
    pub(super) fn merge(&mut self, other: Self) {
        // Both have the same bounds.
        let _ = self.latency.add(&other.latency);
        let _ = self.service.add(&other.service);
        self.connections += other.connections;
        for (into, from) in [
            (&mut self.statuses, other.statuses),
            (&mut self.codes, other.codes),
            (&mut self.failures, other.failures),
        ] {
            from.into_iter()
                .for_each(|(name, number)| count(into, name, number));
        }
    }

    /// How many calls were answered.
    pub fn answers(&self) -> u64 {
        self.latency.len()
    }

    /// The latency within which this share of the answers came.
    pub fn within(&self, percentile: f64) -> Duration {
        Duration::from_micros(self.latency.value_at_percentile(percentile))
    }

    /// The longest latency.
    pub fn slowest(&self) -> Duration {
        Duration::from_micros(self.latency.max())
    }

    /// The mean latency in milliseconds.
    pub fn mean_millis(&self) -> f64 {
        self.latency.mean() / 1000.0
    }

    /// The same from the moment calls were sent.
    #[must_use]
    pub fn from_sending(&self) -> Self {
        Self {
            latency: self.service.clone(),
            ..self.clone()
        }
    }
}

fn count(tally: &mut BTreeMap<String, u64>, name: String, number: u64) {
    let is_known = tally.contains_key(&name);
    let name = if is_known || tally.len() < MOST_NAMES {
        name
    } else {
        OTHERS.to_owned()
    };
    *tally.entry(name).or_default() += number;
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests may panic")]
mod tests {
    use std::time::Duration;

    use super::Figures;

    #[test]
    fn figures_of_clients_add_up() {
        let mut all = Figures::new().unwrap();
        for client in 0..4_u64 {
            let mut figures = Figures::new().unwrap();
            for millis in 1..=100 {
                let took = Duration::from_millis(millis);
                figures.answered(took * 2, took, 200, Some(client.to_string()));
            }
            figures.failed("timeout");
            all.merge(figures);
        }
        assert_eq!(all.answers(), 400);
        assert_eq!(all.within(50.0).as_millis(), 100);
        assert_eq!(all.slowest().as_millis(), 200);
        assert_eq!(all.from_sending().within(50.0).as_millis(), 50);
        assert_eq!(all.from_sending().slowest().as_millis(), 100);
        assert_eq!(all.codes.values().sum::<u64>(), 400);
        assert_eq!(all.failures["timeout"], 4);
    }

    #[test]
    fn names_do_not_fill_the_memory() {
        let mut figures = Figures::new().unwrap();
        for code in 0..10_000 {
            let took = Duration::from_millis(1);
            figures.answered(took, took, 200, Some(code.to_string()));
        }
        assert_eq!(figures.codes.len(), 65);
        assert_eq!(figures.codes.values().sum::<u64>(), 10_000);
    }
}
