//! Masks how a judgement on a signature was arrived at.

use koo_spec::interpret::explain::Reading;

use super::{HIDDEN, MOST_LINE, Mask, cut};
use crate::journal::entry::Verification;

const MOST_STEP: usize = 16 * 1024;

impl Mask<'_> {
    /// The judgement as it may be shown.
    pub(super) fn verification(&mut self, mut verification: Verification) -> Verification {
        if let Some(working) = &mut verification.working {
            // What a signature should have been is as good as the signature.
            let mut expected: Vec<String> = working
                .readings
                .iter()
                .flat_map(|reading| &reading.comparisons)
                .map(|comparison| comparison.expected.clone())
                .collect();
            expected.dedup();
            for value in &expected {
                self.needles.hide(value, &shortened(value));
            }
            self.needles.sort();
            for reading in &mut working.readings {
                self.reading(reading);
            }
            working.causes = working
                .causes
                .iter()
                .map(|cause| self.needles.plain(cause))
                .collect();
            working.age = working.age.take().map(|age| self.needles.plain(&age));
        }
        verification.says = cut(self.needles.plain(&verification.says), MOST_LINE);
        verification
    }

    fn reading(&self, reading: &mut Reading) {
        for step in &mut reading.steps {
            step.value = cut(self.needles.plain(&step.value), MOST_STEP);
        }
        for comparison in &mut reading.comparisons {
            comparison.expected = shortened(&comparison.expected);
            comparison.received = shortened(&comparison.received);
        }
        reading.failure = reading
            .failure
            .take()
            .map(|failure| self.needles.plain(&failure));
    }
}

/// The beginning of a signature: enough to recognise it, too little to use it.
fn shortened(text: &str) -> String {
    let length = text.chars().count();
    if text.starts_with('‹') || length < 16 {
        return HIDDEN.to_owned();
    }
    let beginning: String = text.chars().take(6).collect();
    format!("{beginning}… ({length} characters)")
}
