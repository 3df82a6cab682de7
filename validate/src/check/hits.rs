//! What a pass finds, before lines are counted.

use std::ops::Range;

use koo_runtime::validate::Violation;

use crate::finding::{Severity, Tally};
use crate::plan::Origin;
use crate::policy::{Breach, Judge};
use crate::scan::Origins;

/// Something found at some bytes.
#[derive(Debug)]
pub(crate) struct Hit<'c> {
    pub(crate) violation: Violation,
    pub(crate) breach: Breach,
    pub(crate) severity: Severity,
    pub(crate) span: Range<usize>,
    pub(crate) origin: Origin<'c>,
    pub(crate) hint: Option<String>,
}

impl<'c> Hit<'c> {
    pub(crate) const fn new(violation: Violation, breach: Breach, origin: Origin<'c>) -> Self {
        Self {
            violation,
            breach,
            severity: Severity::Error,
            span: 0..0,
            origin,
            hint: None,
        }
    }
}

/// Collects what is found; beyond what there is room for it is only counted.
#[derive(Debug)]
pub(crate) struct Hits<'c> {
    pub(crate) kept: Vec<Hit<'c>>,
    /// Of all, kept or not.
    pub(crate) tally: Tally,
    /// What is still kept: errors are what people look for, so warnings take them no room.
    room: Tally,
    judge: Judge,
}

/// A moment to go back to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    kept: usize,
    tally: Tally,
    room: Tally,
}

impl<'c> Hits<'c> {
    pub(crate) const fn new(room: Tally, judge: Judge) -> Self {
        Self {
            kept: Vec::new(),
            tally: Tally {
                errors: 0,
                warnings: 0,
            },
            room,
            judge,
        }
    }

    pub(crate) fn push(&mut self, mut hit: Hit<'c>) {
        hit.severity = self.judge.severity(hit.breach, &hit.violation);
        *self.tally.of(hit.severity) += 1;
        let room = self.room.of(hit.severity);
        if *room > 0 {
            *room -= 1;
            self.kept.push(hit);
        }
    }

    pub(crate) const fn mark(&self) -> Mark {
        Mark {
            kept: self.kept.len(),
            tally: self.tally,
            room: self.room,
        }
    }

    /// Forgets what was found since.
    pub(crate) fn undo(&mut self, mark: Mark) {
        self.kept.truncate(mark.kept);
        self.tally = mark.tally;
        self.room = mark.room;
    }

    /// Whether another hit of this kind would be kept.
    pub(crate) fn has_room(&mut self, breach: Breach, violation: &Violation) -> bool {
        let severity = self.judge.severity(breach, violation);
        *self.room.of(severity) > 0
    }

    /// Gives what was found since, in a text inside the document, its places in the document.
    pub(crate) fn relocate(&mut self, mark: Mark, mut origins: Origins<'_>) {
        let found = self.kept.get_mut(mark.kept..).unwrap_or_default();
        found.sort_by_key(|hit| hit.span.start);
        for hit in found {
            hit.span = origins.span(&hit.span);
        }
    }

    /// Gives everything found since the same place.
    pub(crate) fn place(&mut self, mark: Mark, span: &Range<usize>) {
        for hit in self.kept.iter_mut().skip(mark.kept) {
            hit.span = span.clone();
        }
    }
}
