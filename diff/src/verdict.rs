//! What the generated crate needs: a major, minor or patch version, and why.
//!
//! Generated structs have public fields and no `#[non_exhaustive]`, so that merchants can write them as literals; and
//! generated enumerations keep unknown values in a last variant, but list the known ones. Therefore a new field breaks
//! struct literals and a new variant breaks exhaustive matches: both are major, as Cargo's rules for versions say.
//! Limits are attributes: code compiles as before and judges values differently, which is minor. Everything that only
//! reaches documentation is a patch. The rule of each change says what it needs at most; the comparison lowers that
//! where no item stands for what changed, for example for values in headers.

use std::fmt::Write as _;

use serde::Serialize;

use crate::change::Change;
use crate::compare::Comparison;
use crate::rule::Semver;

/// What the generated crate needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// The level; `null` when an export does not tell.
    pub level: Option<Semver>,
    /// Version of the old catalogue's package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Lowest version the new package may have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Why, in words.
    pub reason: String,
}

impl Verdict {
    /// The verdict over all changes, also those that are accepted or concern other parties.
    pub fn of(comparison: &Comparison, version: Option<&str>) -> Self {
        let from = version.map(ToOwned::to_owned);
        if !comparison.full {
            return Self {
                level: None,
                from,
                to: None,
                reason: "an export without detail does not tell which items change".to_owned(),
            };
        }
        let worst = comparison.changes.iter().map(|change| change.semver).max();
        let level = worst.unwrap_or(Semver::None);
        let reason = match level {
            Semver::None => "no emitted file changes".to_owned(),
            _ => reason(&comparison.changes, level),
        };
        Self {
            level: Some(level),
            to: version.and_then(|version| next(version, level)),
            from,
            reason,
        }
    }
}

/// How many changes a reason names.
const NAMED: usize = 3;

fn reason(changes: &[Change], level: Semver) -> String {
    let causes: Vec<_> = changes
        .iter()
        .filter(|change| change.semver == level)
        .collect();
    let mut named: Vec<String> = Vec::new();
    for change in &causes {
        let what = change
            .items
            .last()
            .cloned()
            .unwrap_or_else(|| format!("{}/{}", change.place.family, change.place));
        let text = format!("{}: {}", what, change.rule.title());
        if named.len() < NAMED && !named.contains(&text) {
            named.push(text);
        }
    }
    let rest = causes.len().saturating_sub(named.len());
    let mut reason = named.join("; ");
    if rest > 0 {
        let _ = write!(reason, "; and {rest} more");
    }
    reason
}

/// The lowest version that may follow. Before 1.0 the second figure stands for breaking changes, the third for others.
fn next(version: &str, level: Semver) -> Option<String> {
    let core = version.split(['-', '+']).next()?;
    let mut figures = core.split('.').map(str::parse::<u64>);
    let (major, minor, patch) = (
        figures.next()?.ok()?,
        figures.next()?.ok()?,
        figures.next()?.ok()?,
    );
    Some(match (level, major, minor) {
        (Semver::None, ..) => version.to_owned(),
        (_, 0, 0) | (Semver::Minor | Semver::Patch, 0, _) => {
            format!("{major}.{minor}.{}", patch.saturating_add(1))
        }
        (Semver::Major, 0, _) => format!("0.{}.0", minor.saturating_add(1)),
        (Semver::Major, ..) => format!("{}.0.0", major.saturating_add(1)),
        (Semver::Minor, ..) => format!("{major}.{}.0", minor.saturating_add(1)),
        (Semver::Patch, ..) => format!("{major}.{minor}.{}", patch.saturating_add(1)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_follow_cargo() {
        for (version, level, expected) in [
            ("0.1.0", Semver::Major, "0.2.0"),
            ("0.1.3", Semver::Minor, "0.1.4"),
            ("0.0.3", Semver::Major, "0.0.4"),
            ("1.2.3", Semver::Major, "2.0.0"),
            ("1.2.3", Semver::Minor, "1.3.0"),
            ("1.2.3-rc.1", Semver::Patch, "1.2.4"),
            ("1.2.3", Semver::None, "1.2.3"),
        ] {
            assert_eq!(next(version, level).as_deref(), Some(expected), "{version}");
        }
        assert_eq!(next("one", Semver::Major), None);
    }
}
