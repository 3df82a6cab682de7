//! For programs; the other formats that have templates are written from it too.

use serde_json::{Map, Value, json};

use super::{Entry, Report};
use crate::change::Change;
use crate::party::{Party, Severity};

/// One document: `{"koo": 1, "changes": […], …}`. Members may be added; none changes its meaning.
pub fn json(report: &Report<'_>) -> Value {
    json!({
        "koo": 1,
        "old": report.old,
        "new": report.new,
        "parties": report.parties,
        "complete": report.full,
        "summary": {
            "breaking": report.count(Severity::Breaking),
            "warning": report.count(Severity::Warning),
            "info": report.count(Severity::Info),
            "accepted": report.accepted.len(),
            "elsewhere": report.elsewhere,
        },
        "semver": report.verdict,
        "changes": report.entries.iter().map(entry).collect::<Vec<_>>(),
        "accepted": report.accepted.iter().map(|change| one(change)).collect::<Vec<_>>(),
        "stale": report.stale,
    })
}

pub(super) fn entry(entry: &Entry<'_>) -> Value {
    let mut value = one(entry.change);
    if let Some(object) = value.as_object_mut() {
        object.insert("severity".to_owned(), entry.severity.as_str().into());
    }
    value
}

fn one(change: &Change) -> Value {
    let severities: Map<_, _> = Party::ALL
        .iter()
        .map(|party| {
            (
                party.as_str().to_owned(),
                change.severity(*party).as_str().into(),
            )
        })
        .collect();
    json!({
        "code": change.rule.code(),
        "rule": change.rule.name(),
        "title": change.rule.title(),
        "why": change.rule.why(),
        "severities": severities,
        "family": change.place.family,
        "place": change.place.kind,
        "id": change.place.id,
        "subject": change.subject,
        "site": change.site,
        "old": change.old,
        "new": change.new,
        "old_at": change.old_at,
        "new_at": change.new_at,
        "pages": change.pages,
        "items": change.items,
        "semver": change.semver,
        "sql": change.sql,
        "hint": change.hint,
        "fingerprint": change.fingerprint(),
    })
}
