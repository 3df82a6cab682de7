//! Where the messages of a run go: calls into the journal, orders to the mock, verdicts onto the page.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use super::{Message, Unreadable};
use crate::journal::Journal;
use crate::records::{Record, Records};

/// Most cases of a run that are kept.
const MOST_CASES: usize = 500;
/// Most bytes that the cases of a run may take; cases after that are kept without their calls.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// What a page shows of simulations. Clones share it.
#[derive(Clone)]
pub struct Board {
    journal: Journal,
    records: Records,
    run: Arc<Mutex<Option<Kept>>>,
}

/// The run that is shown.
struct Kept {
    /// What the report says of the run, with its cases.
    run: Value,
    bytes: usize,
}

impl Board {
    /// A board that puts calls into a journal, and orders where a mock reads them.
    pub fn new(journal: Journal, records: Records) -> Self {
        Self {
            journal,
            records,
            run: Arc::default(),
        }
    }

    /// The last run as the report has it, if there was one.
    pub fn run(&self) -> Option<Value> {
        self.kept().as_ref().map(|kept| kept.run.clone())
    }

    /// Takes a message up.
    ///
    /// # Errors
    ///
    /// [`Unreadable`]
    pub fn take(&self, message: Message) -> Result<(), Unreadable> {
        match message {
            Message::Began { run } => {
                let run = with_cases(run, Vec::new())?;
                *self.kept() = Some(Kept { run, bytes: 0 });
            }
            Message::Placed {
                interface,
                asked,
                answer,
            } => self.records.publish(&interface, Record { asked, answer }),
            Message::Called(called) => {
                self.journal.record(called.entry()?, &BTreeMap::new());
            }
            Message::Judged { case } => {
                if let Some(kept) = self.kept().as_mut() {
                    kept.judged(case);
                }
            }
            Message::Ended { run } => {
                if let Some(kept) = self.kept().as_mut() {
                    let mut cases = kept.run.get_mut("cases").map(Value::take);
                    let cases = cases.as_mut().and_then(Value::as_array_mut);
                    kept.run = with_cases(run, cases.map(std::mem::take).unwrap_or_default())?;
                }
            }
        }
        Ok(())
    }

    fn kept(&self) -> MutexGuard<'_, Option<Kept>> {
        self.run.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn judged(&mut self, mut case: Value) {
        let outcome = case.get("outcome").and_then(Value::as_str);
        let counter = match outcome {
            Some("passed") => "passed",
            Some("failed") => "failed",
            _ => "skipped",
        };
        let calls = case
            .get("steps")
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        for (name, more) in [(counter, 1), ("calls", calls)] {
            if let Some(count) = self.run.get_mut(name) {
                *count = json!(count.as_u64().unwrap_or_default() + more as u64);
            }
        }
        let bytes = case.to_string().len();
        if self.bytes + bytes > MOST_BYTES {
            if let Some(steps) = case.get_mut("steps") {
                *steps = json!([]);
            }
        } else {
            self.bytes += bytes;
        }
        let cases = self.run.get_mut("cases").and_then(Value::as_array_mut);
        if let Some(cases) = cases.filter(|cases| cases.len() < MOST_CASES) {
            cases.push(case);
        }
    }
}

fn with_cases(mut run: Value, cases: Vec<Value>) -> Result<Value, Unreadable> {
    let members = run.as_object_mut();
    let members = members.ok_or_else(|| Unreadable("a run is an object".to_owned()))?;
    members.insert("cases".to_owned(), cases.into());
    Ok(run)
}
