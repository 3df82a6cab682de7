//! Changes somebody looked at and accepted: read from a file, written to one.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::change::Change;

/// A fingerprint has this many hexadecimal digits.
const DIGITS: usize = 16;

/// Why a file of accepted changes cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AcceptedError {
    /// It is neither a list of fingerprints nor TOML.
    #[error("this is neither a fingerprint on each line nor TOML with `[[accepted]]`")]
    Syntax(#[from] toml::de::Error),
    /// A fingerprint is none.
    #[error("`{0}` is no fingerprint: {DIGITS} hexadecimal digits, as `koo diff` prints them")]
    Fingerprint(String),
}

/// An accepted change. Only the fingerprint decides; the rest is for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// What recognises the change.
    pub fingerprint: String,
    /// Name of the rule.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rule: String,
    /// Family, place and subject.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// Old and new.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub change: String,
    /// Why it is accepted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// The accepted changes of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accepted {
    entries: Vec<Acceptance>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    accepted: Vec<Acceptance>,
}

impl Accepted {
    /// Reads TOML with a table `[[accepted]]` for each change, or a fingerprint on each line; `#` begins a remark in
    /// both.
    ///
    /// # Errors
    ///
    /// When the text is neither, or a fingerprint is none.
    pub fn read(text: &str) -> Result<Self, AcceptedError> {
        let lines = text
            .lines()
            .map(|line| line.split('#').next().unwrap_or_default().trim())
            .filter(|line| !line.is_empty());
        let is_toml = lines
            .clone()
            .any(|line| line.starts_with('[') || line.contains('='));
        let entries = if is_toml {
            toml::from_str::<Written>(text)?.accepted
        } else {
            let entry = |line: &str| Acceptance {
                fingerprint: line.to_owned(),
                rule: String::new(),
                about: String::new(),
                change: String::new(),
                reason: String::new(),
            };
            lines.map(entry).collect()
        };
        let is_fingerprint = |text: &str| {
            text.len() == DIGITS && text.bytes().all(|digit| digit.is_ascii_hexdigit())
        };
        for entry in &entries {
            if !is_fingerprint(&entry.fingerprint) {
                return Err(AcceptedError::Fingerprint(entry.fingerprint.clone()));
            }
        }
        Ok(Self { entries })
    }

    /// Whether a change is accepted.
    pub fn contains(&self, fingerprint: &str) -> bool {
        self.entries
            .iter()
            .any(|entry| entry.fingerprint.eq_ignore_ascii_case(fingerprint))
    }

    /// Acceptances of changes that there are not.
    pub fn stale(&self, changes: &[Change]) -> Vec<Acceptance> {
        let fingerprints: Vec<_> = changes.iter().map(Change::fingerprint).collect();
        let is_stale = |entry: &&Acceptance| {
            let known = |fingerprint: &String| entry.fingerprint.eq_ignore_ascii_case(fingerprint);
            !fingerprints.iter().any(known)
        };
        self.entries.iter().filter(is_stale).cloned().collect()
    }

    /// The file that accepts these changes, with the reasons given so far.
    ///
    /// # Errors
    ///
    /// Never in practice: every entry is text.
    pub fn write<'a>(
        &self,
        changes: impl IntoIterator<Item = &'a Change>,
    ) -> Result<String, toml::ser::Error> {
        let reasons: BTreeMap<_, _> = self
            .entries
            .iter()
            .map(|entry| (entry.fingerprint.to_lowercase(), entry.reason.clone()))
            .collect();
        let accepted = changes.into_iter().map(|change| {
            let fingerprint = change.fingerprint();
            let reason = reasons.get(&fingerprint).cloned().unwrap_or_default();
            Acceptance {
                rule: change.rule.name(),
                about: format!(
                    "{} {} {}",
                    change.place.family,
                    change.place,
                    change.about()
                ),
                change: change.delta(),
                fingerprint,
                reason,
            }
        });
        let written = Written {
            accepted: accepted.collect(),
        };
        let mut text = String::from(
            "# Changes of the contract that are known. Written by `koo diff --write-accepted`; a `reason` of your own is\n\
             # kept. Only the fingerprint decides.\n",
        );
        if !written.accepted.is_empty() {
            let _ = write!(text, "\n{}", toml::to_string(&written)?);
        }
        Ok(text)
    }
}
