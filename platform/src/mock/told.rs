//! What is told about a call, gathered on the way.

use super::fault::Fault;
use super::observer::Named;
use crate::journal::{Finding, Level, Verdict, Verification};

/// What is told about a call, gathered on the way.
pub(super) struct Told {
    pub(super) interface: Option<Named>,
    pub(super) verification: Verification,
    pub(super) explanation: Option<String>,
    pub(super) findings: Vec<Finding>,
    pub(super) faults: Vec<Fault>,
}

impl Default for Told {
    fn default() -> Self {
        Self {
            interface: None,
            verification: Verification::unsigned(),
            explanation: None,
            findings: Vec::new(),
            faults: Vec::new(),
        }
    }
}

impl Told {
    /// Why the call is refused.
    pub(super) fn remark(&mut self, why: &str) {
        self.find(Level::Error, why.to_owned());
    }

    pub(super) fn find(&mut self, level: Level, says: String) {
        self.findings.push(Finding {
            level,
            place: String::new(),
            says,
            pages: Vec::new(),
        });
    }

    /// Everything in one line.
    pub(super) fn line(&self) -> String {
        let mut parts = Vec::new();
        let Verification {
            verdict,
            says,
            working,
            ..
        } = &self.verification;
        if matches!(verdict, Verdict::Refused | Verdict::Unjudged) {
            parts.push(says.clone());
            let age = working.iter().filter_map(|working| working.age.as_ref());
            parts.extend(age.filter(|age| !says.contains(*age)).cloned());
            let causes = working.iter().flat_map(|working| &working.causes);
            parts.extend(causes.cloned());
        }
        let findings = self.findings.iter();
        parts.extend(findings.map(|finding| finding.says.clone()));
        parts.join("; ")
    }
}
