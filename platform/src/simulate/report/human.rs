//! For people, as plain text: a line for each case, and for those that failed what was sent, what came back, which rule
//! that breaks, and where the rule stands.

use std::fmt::Write as _;

use koo_calls::write;

use super::{Run, bilingual};
use crate::message::{Finding, Severity, Source};
use crate::simulate::{Outcome, Step, Verdict};

/// A verdict; failures and remarks in detail.
pub fn verdict(verdict: &Verdict) -> String {
    let word = match &verdict.outcome {
        Outcome::Passed => "ok",
        Outcome::Failed => "FAIL",
        Outcome::Skipped(_) => "skip",
    };
    let mut text = format!(
        "{word:<5} {:<24} {}",
        verdict.case,
        bilingual(&verdict.title)
    );
    match &verdict.outcome {
        Outcome::Skipped(why) => {
            let _ = write!(text, ": {why}");
        }
        _ => {
            let calls = verdict.steps.len();
            let plural = if calls == 1 { "" } else { "s" };
            let _ = write!(
                text,
                ", {calls} call{plural}, {} ms",
                verdict.elapsed.as_millis()
            );
        }
    }
    text.push('\n');
    if verdict.outcome == Outcome::Passed {
        remarks(&mut text, verdict);
        return text;
    }
    // A mistake that every call makes is told once in full.
    let mut told = Vec::new();
    for (number, step) in verdict.steps.iter().enumerate() {
        if !step.findings.is_empty() {
            failed_step(&mut text, number + 1, step, &mut told);
        }
    }
    for finding in &verdict.findings {
        one_finding(&mut text, finding, &mut told);
    }
    if verdict.outcome == Outcome::Failed {
        rule(&mut text, verdict);
    }
    text
}

/// What is not wrong but worth knowing, once each, however many calls it is about.
fn remarks(text: &mut String, verdict: &Verdict) {
    let mut told: Vec<(&Finding, usize)> = Vec::new();
    let of_calls = verdict.steps.iter().flat_map(|step| &step.findings);
    for finding in of_calls.chain(&verdict.findings) {
        let same = |(other, _): &&mut (&Finding, usize)| {
            other.rule == finding.rule && other.text == finding.text
        };
        match told.iter_mut().find(same) {
            Some((_, times)) => *times += 1,
            None => told.push((finding, 1)),
        }
    }
    for (finding, times) in told {
        let often = if times == 1 {
            String::new()
        } else {
            format!(", {times} times")
        };
        let shown = printable(&finding.text);
        let _ = writeln!(text, "         remark: {shown} [{}]{often}", finding.rule);
    }
}

/// What a failed check demands, what to do, and where the rule stands. The rules of a scenario are those of its findings.
fn rule(text: &mut String, verdict: &Verdict) {
    let (Some(doc), Some(advice)) = (&verdict.doc, &verdict.advice) else {
        return;
    };
    let _ = writeln!(text, "         rule: {}", bilingual(doc));
    let _ = writeln!(text, "         to do: {}", bilingual(advice));
    pages(text, &verdict.sources);
}

/// The last line of a run.
pub fn summary(run: &Run) -> String {
    let counts = run.counts();
    let total = run.verdicts.len();
    let mut text = format!(
        "{total} case{}: {} passed",
        if total == 1 { "" } else { "s" },
        counts.passed
    );
    if counts.failed > 0 {
        let _ = write!(text, ", {} failed", counts.failed);
    }
    if counts.skipped > 0 {
        let _ = write!(text, ", {} skipped", counts.skipped);
    }
    let seconds = run.elapsed.as_secs_f64();
    let _ = writeln!(
        text,
        "; {} call{} in {seconds:.1} s; --seed {} makes the same values again",
        counts.calls,
        if counts.calls == 1 { "" } else { "s" },
        run.seed
    );
    text
}

fn failed_step<'v>(text: &mut String, number: usize, step: &'v Step, told: &mut Vec<&'v Finding>) {
    let sends = match step.sends {
        0 | 1 => String::new(),
        sends => format!(", after {sends} calls"),
    };
    let _ = writeln!(
        text,
        "      {number}. {}: {}{sends}",
        step.interface,
        bilingual(&step.title)
    );
    let before = told.len();
    for finding in &step.findings {
        one_finding(text, finding, told);
    }
    if told.len() == before || step.is_passed() {
        return;
    }
    text.push_str("         sent:\n");
    message(text, &write::http(&step.request));
    let Some(reply) = &step.reply else { return };
    let _ = writeln!(
        text,
        "         answered after {} ms:",
        step.elapsed.as_millis()
    );
    let mut head = format!("HTTP/1.1 {}\r\n", reply.status);
    for (name, value) in &reply.headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    head.push_str("\r\n");
    message(text, &[head.as_bytes(), &reply.body].concat());
}

fn one_finding<'v>(text: &mut String, finding: &'v Finding, told: &mut Vec<&'v Finding>) {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Remark => "remark",
    };
    let _ = writeln!(
        text,
        "         {severity}: {} [{}]",
        printable(&finding.text),
        finding.rule
    );
    if told
        .iter()
        .any(|other| other.rule == finding.rule && other.text == finding.text)
    {
        return;
    }
    told.push(finding);
    if finding.severity == Severity::Error {
        pages(text, &finding.sources);
    }
}

fn pages(text: &mut String, sources: &[Source]) {
    for source in sources {
        let url = source
            .url
            .as_ref()
            .map(|url| format!(", {url}"))
            .unwrap_or_default();
        let _ = writeln!(
            text,
            "           page {} {}{url}",
            source.page, source.title
        );
    }
}

fn message(text: &mut String, bytes: &[u8]) {
    let bytes = String::from_utf8_lossy(bytes);
    for line in bytes.lines() {
        let _ = writeln!(text, "           | {}", printable(line));
    }
}

/// A line of somebody else's text on this terminal: without what terminals obey.
fn printable(line: &str) -> String {
    let shown = |letter: char| match letter {
        '\t' => ' ',
        letter if letter.is_control() => '\u{FFFD}',
        letter => letter,
    };
    line.chars().map(shown).collect()
}
