//! What the platform answers when a merchant asks, such as the orders that exist: scenarios write them, a mock of the
//! platform's interfaces reads them.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::Value;

/// Most records of one interface; the oldest go first.
const MOST: usize = 10_000;

/// Records by interface, shared by whoever writes and whoever reads.
#[derive(Debug, Clone, Default)]
pub struct Records(Arc<Mutex<HashMap<String, VecDeque<Record>>>>);

/// An answer to be given.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Request parameters it answers, by wire name.
    pub asked: BTreeMap<String, String>,
    /// The body of the answer.
    pub answer: Value,
}

impl Records {
    /// Adds a record of an interface, named `family/interface`. It takes the place of one with the same request.
    pub fn publish(&self, interface: &str, record: Record) {
        let mut all = self.locked();
        let records = all.entry(interface.to_owned()).or_default();
        records.retain(|known| known.asked != record.asked);
        if records.len() >= MOST {
            records.pop_front();
        }
        records.push_back(record);
    }

    /// The newest answer to a request. A parameter the request leaves out fits every record.
    pub fn find(&self, interface: &str, asked: &BTreeMap<String, String>) -> Option<Value> {
        let all = self.locked();
        let fits = |record: &&Record| {
            let mut given = record
                .asked
                .iter()
                .filter_map(|(name, value)| Some((value, asked.get(name)?)))
                .peekable();
            given.peek().is_some() && given.all(|(value, asked)| value == asked)
        };
        let mut newest = all.get(interface)?.iter().rev();
        newest.find(fits).map(|record| record.answer.clone())
    }

    /// The records of an interface, oldest first.
    pub fn of(&self, interface: &str) -> Vec<Record> {
        let all = self.locked();
        all.get(interface).into_iter().flatten().cloned().collect()
    }

    /// The interfaces that have records, `family/interface`, in alphabetical order.
    pub fn interfaces(&self) -> Vec<String> {
        let mut ids: Vec<_> = self.locked().keys().cloned().collect();
        ids.sort_unstable();
        ids
    }

    fn locked(&self) -> MutexGuard<'_, HashMap<String, VecDeque<Record>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::{MOST, Record, Records};

    fn asked(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        let pairs = pairs.iter();
        pairs
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn what_is_asked_for_is_found() {
        let records = Records::default();
        for line in ["1", "2"] {
            let asked = asked(&[("order", "a"), ("line", line)]);
            records.publish(
                "f/i",
                Record {
                    asked,
                    answer: json!(line),
                },
            );
        }
        let find = |pairs: &[(&str, &str)]| records.find("f/i", &asked(pairs));
        assert_eq!(find(&[("order", "a"), ("line", "1")]), Some(json!("1")));
        assert_eq!(find(&[("order", "a"), ("other", "x")]), Some(json!("2")));
        assert_eq!(find(&[("order", "b"), ("line", "1")]), None);
        assert_eq!(find(&[("other", "x")]), None);
        assert_eq!(records.find("f/other", &asked(&[("order", "a")])), None);
    }

    #[test]
    fn the_oldest_go_first() {
        let records = Records::default();
        for number in 0..=MOST {
            let asked = asked(&[("order", &number.to_string())]);
            records.publish(
                "f/i",
                Record {
                    asked,
                    answer: json!(number),
                },
            );
        }
        assert_eq!(records.of("f/i").len(), MOST);
        assert_eq!(records.find("f/i", &asked(&[("order", "0")])), None);
    }
}
