//! What is reported.

use std::sync::Arc;

use koo_runtime::validate::{Actual, Limit};
use koo_spec::catalogue::{Location, Side};

/// How bad something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The contract is broken.
    Error,
    /// Worth knowing.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// How many findings there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Errors.
    pub errors: u64,
    /// Warnings.
    pub warnings: u64,
}

impl Tally {
    /// The number of one severity.
    pub(crate) const fn of(&mut self, severity: Severity) -> &mut u64 {
        match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        }
    }
}

/// A place in a file. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file as it was named.
    pub file: Arc<str>,
    /// First line.
    pub line: u64,
    /// First column.
    pub column: u64,
    /// Last line.
    pub end_line: u64,
    /// The column behind the last character.
    pub end_column: u64,
}

/// The message that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// `family/interface`.
    pub interface: Arc<str>,
    /// Which message.
    pub side: Side,
}

/// A page of the contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Id.
    pub id: String,
    /// Title as published.
    pub title: String,
    /// Site that publishes it.
    pub site: String,
    /// Address.
    pub url: Option<String>,
}

/// One thing that is wrong. Never holds a value of the payload.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The rule: `max_length`.
    pub rule: &'static str,
    /// What is wrong, without the place: `70 characters, at most 64 allowed`.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
    /// Where in the file.
    pub place: Place,
    /// Where in the message, for people: `info[0].frontEndUrl`; of a table: `orders.order_id`.
    pub path: String,
    /// Where in the message, as a JSON pointer; of a payload only.
    pub pointer: Option<String>,
    /// Where in the call the message part travels.
    pub location: Option<Location>,
    /// Which message.
    pub about: Option<About>,
    /// What is allowed.
    pub limit: Option<Limit>,
    /// What was counted.
    pub actual: Option<Actual>,
    /// Where the contract says so.
    pub pages: Vec<Page>,
}

impl Finding {
    /// Place in the message and what is wrong there: `orderId: 70 characters, at most 64 allowed`.
    pub fn text(&self) -> String {
        match self.path.as_str() {
            "" | "." => self.message.clone(),
            path => format!("{path}: {}", self.message),
        }
    }
}

/// Everything found, and how much was looked at.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// Findings, in the order of files and places. Not more errors and not more warnings than were asked for.
    pub findings: Vec<Finding>,
    /// How many there are, reported or not.
    pub tally: Tally,
    /// Names of the files, in order.
    pub files: Vec<Arc<str>>,
    /// What was looked at, and what it is called.
    pub looked_at: u64,
    /// What is counted by `looked_at`: a singular and a plural.
    pub unit: (&'static str, &'static str),
    /// Parts of captures that belong to no interface of the contract.
    pub passed_over: u64,
}

impl Report {
    /// How many findings are counted but not listed.
    pub fn omitted(&self) -> u64 {
        (self.tally.errors + self.tally.warnings).saturating_sub(self.findings.len() as u64)
    }
}
