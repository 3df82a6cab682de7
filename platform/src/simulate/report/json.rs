//! For programs: one document for a run.

use koo_calls::{Reply, write};
use koo_spec::catalogue::Text;
use serde_json::{Value, json};

use super::Run;
use crate::message::{Finding, Source};
use crate::simulate::{Outcome, Step, Verdict};

/// A run as JSON. Members may be added later; none is taken away.
pub fn report(run: &Run) -> Value {
    let counts = run.counts();
    json!({
        "family": run.family,
        "site": run.site,
        "target": run.target,
        "seed": run.seed,
        "passed": counts.passed,
        "failed": counts.failed,
        "skipped": counts.skipped,
        "calls": counts.calls,
        "elapsed_ms": millis(run.elapsed),
        "cases": run.verdicts.iter().map(verdict).collect::<Vec<_>>(),
    })
}

/// A verdict as JSON.
pub fn verdict(verdict: &Verdict) -> Value {
    let (outcome, why) = match &verdict.outcome {
        Outcome::Passed => ("passed", None),
        Outcome::Failed => ("failed", None),
        Outcome::Skipped(why) => ("skipped", Some(why)),
    };
    json!({
        "id": verdict.case,
        "title": text(&verdict.title),
        "doc": verdict.doc.as_ref().map(text),
        "advice": verdict.advice.as_ref().map(text),
        "outcome": outcome,
        "why": why,
        "elapsed_ms": millis(verdict.elapsed),
        "sources": verdict.sources.iter().map(source).collect::<Vec<_>>(),
        "findings": verdict.findings.iter().map(finding).collect::<Vec<_>>(),
        "steps": verdict.steps.iter().map(step).collect::<Vec<_>>(),
    })
}

/// A call as JSON.
pub fn step(step: &Step) -> Value {
    json!({
        "title": text(&step.title),
        "interface": step.interface,
        "code": step.code,
        "sends": step.sends,
        "elapsed_ms": millis(step.elapsed),
        "findings": step.findings.iter().map(finding).collect::<Vec<_>>(),
        "request": write::json(&step.request),
        "reply": step.reply.as_ref().map(reply),
    })
}

fn reply(reply: &Reply) -> Value {
    json!({
        "status": reply.status,
        "headers": reply.headers,
        "body": String::from_utf8_lossy(&reply.body),
    })
}

fn finding(finding: &Finding) -> Value {
    json!({
        "rule": finding.rule,
        "severity": finding.severity.as_str(),
        "text": finding.text,
        "sources": finding.sources.iter().map(source).collect::<Vec<_>>(),
    })
}

fn source(source: &Source) -> Value {
    json!({ "page": source.page, "title": source.title, "url": source.url })
}

fn text(text: &Text) -> Value {
    json!({ "en": text.en, "zh": text.zh })
}

fn millis(duration: std::time::Duration) -> f64 {
    (duration.as_secs_f64() * 1e6).round() / 1e3
}
