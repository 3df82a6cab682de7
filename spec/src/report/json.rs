//! For programs: one JSON document.

use serde_json::{Value, json};

use super::tally;
use crate::diagnostic::{Diagnostic, Label};
use crate::source::{SourceMap, Span};

/// All diagnostics: `{"koo": 1, "errors": n, "warnings": n, "diagnostics": […]}`.
pub fn json(diagnostics: &[Diagnostic], sources: &SourceMap) -> Value {
    let (errors, warnings) = tally(diagnostics);
    let list: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| one(diagnostic, sources))
        .collect();
    json!({ "koo": 1, "errors": errors, "warnings": warnings, "diagnostics": list })
}

fn one(diagnostic: &Diagnostic, sources: &SourceMap) -> Value {
    let label = |label: &Label| {
        let mut place = place(label.span, sources);
        if let Some(object) = place.as_object_mut() {
            object.insert("text".to_owned(), label.text.clone().into());
        }
        place
    };
    json!({
        "code": diagnostic.rule.code(),
        "name": diagnostic.rule.name(),
        "severity": diagnostic.severity.as_str(),
        "message": diagnostic.message,
        "labels": diagnostic.labels.iter().map(label).collect::<Vec<_>>(),
        "hints": diagnostic.hints,
    })
}

fn place(span: Span, sources: &SourceMap) -> Value {
    let start = sources.locate(span);
    let end = sources
        .locate(Span {
            start: span.end,
            ..span
        })
        .position;
    json!({
        "file": start.path,
        "line": start.position.line,
        "column": start.position.column,
        "end_line": end.line,
        "end_column": end.column,
    })
}
