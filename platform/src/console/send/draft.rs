//! What was filled in, so that a call can be sent again with a change. Neither keys nor sensitive values are kept.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::Value;

use super::field::Field;
use super::{EXAMPLE_TARGET, Found};
use crate::message::{Caller, Fill, Payload, Random};

/// Calls that can be sent again.
const MOST_DRAFTS: usize = 50;

/// A filled-in form.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub(super) interface: String,
    pub(super) target: String,
    values: BTreeMap<String, String>,
}

impl Draft {
    /// The form as it is first seen: the documented example, with numbers and times of now.
    pub(super) fn fresh(found: Found<'_>, target: Option<String>) -> Self {
        let caller = Caller {
            family: found.family,
            site: None,
            target: "",
            secrets: &BTreeMap::new(),
        };
        let now_millis = now();
        let mut random = Random::seeded(now_millis.unsigned_abs());
        let payload = caller.payload(
            found.interface,
            &Payload::new(),
            Fill::Example,
            &mut random,
            now_millis,
        );
        let payload = Value::Object(payload);
        let fields = super::field::fields(found.family, found.interface);
        let values = fields.iter().filter_map(|field| {
            let text = field.read(&payload)?;
            Some((field.name.clone(), text))
        });
        Self {
            interface: found.id(),
            target: target.unwrap_or_else(|| EXAMPLE_TARGET.to_owned()),
            values: values.collect(),
        }
    }

    /// The form as it was sent.
    pub(super) fn submitted<'f>(
        found: Found<'_>,
        fields: &[Field<'_>],
        given: impl Fn(&str) -> Option<&'f str>,
    ) -> Self {
        let kept = fields.iter().filter(|field| !field.is_sensitive());
        let values = kept.filter_map(|field| {
            let text = given(&field.name)?.to_owned();
            Some((field.name.clone(), text))
        });
        Self {
            interface: found.id(),
            target: given("target").unwrap_or_default().trim().to_owned(),
            values: values.collect(),
        }
    }

    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }
}

/// The forms of the latest calls, by the number of the call.
#[derive(Debug, Default)]
pub(in crate::console) struct Drafts(Mutex<VecDeque<(u64, Draft)>>);

impl Drafts {
    pub(super) fn keep(&self, number: u64, draft: Draft) {
        let mut kept = self.kept();
        kept.push_back((number, draft));
        if kept.len() > MOST_DRAFTS {
            kept.pop_front();
        }
    }

    pub(super) fn get(&self, number: u64) -> Option<Draft> {
        let kept = self.kept();
        let found = kept.iter().find(|(other, _)| *other == number);
        found.map(|(_, draft)| draft.clone())
    }

    pub(in crate::console) fn has(&self, number: u64) -> bool {
        self.kept().iter().any(|(other, _)| *other == number)
    }

    /// Where the last call went: the next one will go there too.
    pub(super) fn last_target(&self) -> Option<String> {
        let kept = self.kept();
        kept.back().map(|(_, draft)| draft.target.clone())
    }

    fn kept(&self) -> MutexGuard<'_, VecDeque<(u64, Draft)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// This moment, in milliseconds since 1970.
pub(super) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    i64::try_from(since.unwrap_or_default().as_millis()).unwrap_or(i64::MAX)
}
