//! For code scanners: SARIF 2.1.0.

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Label, Rule};
use crate::source::{SourceMap, Span};

/// A SARIF log with one run.
pub fn sarif(diagnostics: &[Diagnostic], sources: &SourceMap, tool_version: &str) -> Value {
    let mut rules: Vec<Rule> = diagnostics
        .iter()
        .map(|diagnostic| diagnostic.rule)
        .collect();
    rules.sort_unstable();
    rules.dedup();
    let described: Vec<_> = rules
        .iter()
        .map(|rule| {
            json!({
                "id": rule.code(),
                "name": rule.name(),
                "shortDescription": { "text": rule.summary() },
                "help": { "text": rule.explanation() },
                "defaultConfiguration": { "level": rule.severity().as_str() },
            })
        })
        .collect();
    let results: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| result(diagnostic, &rules, sources))
        .collect();
    log(&described, &results, tool_version)
}

/// A log with one run of koo, from described rules and from results, which may name the rules by index.
pub fn log(rules: &[Value], results: &[Value], tool_version: &str) -> Value {
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "koo", "version": tool_version, "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(diagnostic: &Diagnostic, rules: &[Rule], sources: &SourceMap) -> Value {
    let text = std::iter::once(diagnostic.message.as_str())
        .chain(diagnostic.hints.iter().map(String::as_str))
        .collect::<Vec<_>>()
        .join("\n");
    let (primary, related) = diagnostic
        .labels
        .split_first()
        .map_or((&[][..], &[][..]), |(first, rest)| {
            (std::slice::from_ref(first), rest)
        });
    json!({
        "ruleId": diagnostic.rule.code(),
        "ruleIndex": rules.iter().position(|rule| *rule == diagnostic.rule),
        "level": diagnostic.severity.as_str(),
        "message": { "text": text },
        "locations": primary.iter().map(|label| location(label, sources)).collect::<Vec<_>>(),
        "relatedLocations": related.iter().map(|label| location(label, sources)).collect::<Vec<_>>(),
    })
}

fn location(label: &Label, sources: &SourceMap) -> Value {
    let start = sources.locate(label.span);
    let end = sources
        .locate(Span {
            start: label.span.end,
            ..label.span
        })
        .position;
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": start.path },
            "region": {
                "startLine": start.position.line,
                "startColumn": start.position.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        },
        "message": { "text": label.text },
    })
}
