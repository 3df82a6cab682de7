//! A comparison as seen by some parties, in the formats people and programs read.

mod github;
mod html;
mod human;
mod json;
mod markdown;

use std::fmt::Write as _;

use crate::accepted::{Acceptance, Accepted};
use crate::change::Change;
use crate::compare::Comparison;
use crate::party::{Party, Severity};
use crate::verdict::Verdict;

pub use github::github;
pub use html::{HtmlError, html};
pub use human::human;
pub use json::json;
pub use markdown::markdown;
pub(crate) use markdown::{code, delta, escape};

/// When a report counts as failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FailOn {
    /// On a breaking change.
    Breaking,
    /// On a warning or worse.
    Warning,
    /// On any change.
    Any,
    /// Never.
    Never,
}

/// What a report says.
#[derive(Debug, Clone, PartialEq)]
pub struct Report<'a> {
    /// What the old catalogue is called.
    pub old: String,
    /// What the new catalogue is called.
    pub new: String,
    /// Whose severities count.
    pub parties: Vec<Party>,
    /// Changes that concern the parties and are not accepted.
    pub entries: Vec<Entry<'a>>,
    /// Accepted changes that there are.
    pub accepted: Vec<&'a Change>,
    /// Acceptances of changes that there are not.
    pub stale: Vec<Acceptance>,
    /// How many changes concern none of the parties.
    pub elsewhere: usize,
    /// Whether everything could be compared.
    pub full: bool,
    /// What the generated crate needs.
    pub verdict: Verdict,
}

/// A change with its severity for the parties of the report.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry<'a> {
    /// The change.
    pub change: &'a Change,
    /// How bad it is for the worst hit of the parties.
    pub severity: Severity,
}

impl<'a> Report<'a> {
    /// The report of a comparison for some parties.
    pub fn new(
        names: (String, String),
        comparison: &'a Comparison,
        parties: &[Party],
        accepted: &Accepted,
        verdict: Verdict,
    ) -> Self {
        let mut report = Self {
            old: names.0,
            new: names.1,
            parties: parties.to_vec(),
            entries: Vec::new(),
            accepted: Vec::new(),
            stale: accepted.stale(&comparison.changes),
            elsewhere: 0,
            full: comparison.full,
            verdict,
        };
        for change in &comparison.changes {
            let severity = change.worst(parties);
            if accepted.contains(&change.fingerprint()) {
                report.accepted.push(change);
            } else if severity == Severity::None {
                report.elsewhere += 1;
            } else {
                report.entries.push(Entry { change, severity });
            }
        }
        report
    }

    /// How many changes have a severity.
    pub fn count(&self, severity: Severity) -> usize {
        let is_wanted = |entry: &&Entry<'_>| entry.severity == severity;
        self.entries.iter().filter(is_wanted).count()
    }

    /// Whether the report counts as failed.
    pub fn fails(&self, on: FailOn) -> bool {
        match on {
            FailOn::Never => false,
            FailOn::Any => !self.entries.is_empty(),
            FailOn::Warning => self.worst() >= Some(Severity::Warning),
            FailOn::Breaking => self.worst() >= Some(Severity::Breaking),
        }
    }

    fn worst(&self) -> Option<Severity> {
        self.entries.iter().map(|entry| entry.severity).max()
    }

    /// The entries by family, and inside by place.
    fn groups(&self) -> Vec<(&'a str, Vec<&[Entry<'a>]>)> {
        let families = self
            .entries
            .chunk_by(|left, right| left.change.place.family == right.change.place.family);
        families
            .filter_map(|family| {
                let name = family.first()?.change.place.family.as_str();
                let places = family.chunk_by(|left, right| {
                    let (left, right) = (&left.change.place, &right.change.place);
                    (left.kind, &left.id) == (right.kind, &right.id)
                });
                Some((name, places.collect()))
            })
            .collect()
    }

    /// How many changes there are of each severity, in a line.
    pub fn summary(&self) -> String {
        let parties: Vec<_> = self.parties.iter().map(|party| party.as_str()).collect();
        let parties = parties.join(" and ");
        let mut text = match self.entries.len() {
            0 => format!("no change for {parties}"),
            count => format!(
                "{count} {} for {parties}: {} breaking, {} to look at, {} for information",
                if count == 1 { "change" } else { "changes" },
                self.count(Severity::Breaking),
                self.count(Severity::Warning),
                self.count(Severity::Info)
            ),
        };
        if !self.accepted.is_empty() {
            let _ = write!(text, "; {} accepted", self.accepted.len());
        }
        if self.elsewhere > 0 {
            let _ = write!(text, "; {} concern others only", self.elsewhere);
        }
        text
    }

    /// The verdict in a line.
    pub fn version(&self) -> String {
        let Verdict {
            level,
            from,
            to,
            reason,
        } = &self.verdict;
        let level = match level {
            None => return format!("version of the generated crate: not known; {reason}"),
            Some(level) => level.as_str(),
        };
        let step = match (from, to) {
            (Some(from), Some(to)) if from != to => format!(" ({from} → {to})"),
            _ => String::new(),
        };
        format!("version of the generated crate: {level}{step}; {reason}")
    }
}

/// `merchant-server: breaking, platform: info`, without parties that take no part.
fn severities(change: &Change) -> String {
    let parts: Vec<_> = Party::ALL
        .iter()
        .map(|party| (party, change.severity(*party)))
        .filter(|(_, severity)| *severity != Severity::None)
        .map(|(party, severity)| format!("{party}: {severity}"))
        .collect();
    parts.join(", ")
}
