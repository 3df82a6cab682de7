//! For programs: one JSON document, or one for each line.

use koo_runtime::validate::{Actual, Limit};
use serde_json::{Map, Value, json as object};

use crate::finding::{Finding, Report};

/// Everything: `{"koo": 1, "errors": n, "warnings": n, "findings": […], …}`.
pub fn json(report: &Report) -> String {
    let findings: Vec<_> = report.findings.iter().map(one).collect();
    let document = object!({
        "koo": 1,
        "errors": report.tally.errors,
        "warnings": report.tally.warnings,
        "omitted": report.omitted(),
        "files": report.files.iter().map(|file| &**file).collect::<Vec<_>>(),
        "looked_at": report.looked_at,
        "passed_over": report.passed_over,
        "findings": findings,
    });
    format!("{document:#}\n")
}

/// Every finding on a line of its own.
pub fn ndjson(report: &Report) -> String {
    let line = |finding| one(finding).to_string() + "\n";
    report.findings.iter().map(line).collect()
}

fn one(finding: &Finding) -> Value {
    let place = &finding.place;
    let pages = finding.pages.iter().map(
        |page| object!({ "id": page.id, "title": page.title, "site": page.site, "url": page.url }),
    );
    object!({
        "severity": finding.severity.as_str(),
        "rule": finding.rule,
        "message": finding.message,
        "hint": finding.hint,
        "file": &*place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "path": finding.path,
        "pointer": finding.pointer,
        "in": finding.location.map(koo_spec::catalogue::Location::as_str),
        "interface": finding.about.as_ref().map(|about| &*about.interface),
        "side": finding.about.as_ref().map(|about| about.side.as_str()),
        "limit": finding.limit.as_ref().map(limit),
        "actual": finding.actual.map(actual),
        "pages": pages.collect::<Vec<_>>(),
    })
}

/// What is allowed, as far as it can be said in members.
pub(super) fn limit(limit: &Limit) -> Value {
    match limit {
        Limit::Length { count, unit } => object!({ "count": count, "unit": unit.to_string() }),
        Limit::Items(count) => object!({ "count": count, "unit": "items" }),
        // As text where JSON readers would round it.
        Limit::Number(bound) => match i64::try_from(*bound) {
            Ok(bound) => object!({ "bound": bound }),
            Err(_) => object!({ "bound": bound.to_string() }),
        },
        Limit::Digits { precision, scale } => {
            object!({ "precision": precision, "scale": scale })
        }
        Limit::OneOf(values) => object!({ "values": values }),
        Limit::Format(words) => object!({ "form": words }),
        Limit::Condition(condition) => object!({ "condition": condition }),
        _ => Value::Object(Map::new()),
    }
}

fn actual(actual: Actual) -> Value {
    match actual {
        Actual::Length(count) | Actual::Items(count) => count.into(),
        Actual::Digits { integer, fraction } => {
            object!({ "integer": integer, "fraction": fraction })
        }
        _ => Value::Null,
    }
}
