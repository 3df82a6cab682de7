//! The verdict on a signed message, for people and for programs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::visible;
use crate::catalogue::Scheme;
use crate::duration::format_millis;
use crate::interpret::explain::{Age, Comparison, Explanation, Reading, first_difference};

/// Widest text around a difference.
const AROUND: usize = 30;

/// The verdict for people. `label` names the message; `compared` are steps with the reader's own value for them.
pub fn human(
    label: &str,
    scheme: &Scheme,
    explanation: &Explanation,
    compared: &[(String, String)],
) -> String {
    let mut text = String::new();
    let sign = if explanation.is_accepted() {
        "ok"
    } else {
        "FAIL"
    };
    let _ = writeln!(text, "{sign}  {label}  ({})", scheme.id);
    match &explanation.verdict {
        Ok(_) => text.push_str("  the signature matches\n"),
        Err(failure) => {
            let _ = writeln!(text, "  {failure}");
        }
    }
    if let Some(age) = &explanation.age {
        let _ = writeln!(text, "  {}", describe_age(age));
    }
    // Of a message that is in order the first reading that matches is enough.
    let shown: Vec<&Reading> = match &explanation.verdict {
        Ok(_) => explanation
            .readings
            .iter()
            .filter(|reading| matches(reading))
            .take(1)
            .collect(),
        Err(_) => explanation.readings.iter().collect(),
    };
    for (number, reading) in shown.iter().enumerate() {
        if shown.len() > 1 {
            let _ = writeln!(text, "\n  reading {} of {}", number + 1, shown.len());
        } else {
            text.push('\n');
        }
        write_reading(&mut text, reading);
    }
    for (step, own) in compared {
        write_comparison(&mut text, step, own, &explanation.readings);
    }
    if !explanation.causes.is_empty() {
        text.push_str("\n  probable cause\n");
        for cause in &explanation.causes {
            let _ = writeln!(text, "    - {cause}");
        }
    } else if explanation.verdict.is_err() && !explanation.readings.is_empty() {
        text.push_str(
            "\n  No usual change makes it match. Compare the steps with your own (--compare STEP=FILE), and check that \
             the secret is the one of this interface.\n",
        );
    }
    text.push('\n');
    text
}

/// The verdict as JSON.
pub fn json(
    label: &str,
    scheme: &Scheme,
    explanation: &Explanation,
    compared: &[(String, String)],
) -> Value {
    let readings: Vec<Value> = explanation.readings.iter().map(reading_json).collect();
    let causes: Vec<Value> = explanation
        .causes
        .iter()
        .map(|cause| json!({"id": cause.id(), "text": cause.to_string()}))
        .collect();
    let age = explanation.age.as_ref().map(|age| {
        json!({
            "timestamp": age.written,
            "age_millis": age.millis,
            "window_millis": age.window_millis,
            "fresh": age.is_fresh(),
            "text": describe_age(age),
        })
    });
    let compared: Vec<Value> = compared
        .iter()
        .map(|(step, own)| {
            let found = step_value(step, &explanation.readings);
            json!({
                "step": step,
                "known": found.is_some(),
                "first_difference": found.and_then(|value| first_difference(value, own.trim_end_matches(['\r', '\n']))),
            })
        })
        .collect();
    json!({
        "call": label,
        "scheme": scheme.id,
        "accepted": explanation.is_accepted(),
        "signature": match &explanation.verdict {
            Ok(_) => "matches".to_owned(),
            Err(failure) => failure.to_string(),
        },
        "age": age,
        "readings": readings,
        "compared": compared,
        "causes": causes,
    })
}

fn matches(reading: &Reading) -> bool {
    reading.failure.is_none()
        && reading
            .comparisons
            .iter()
            .all(|comparison| comparison.matches)
}

fn write_reading(text: &mut String, reading: &Reading) {
    for step in &reading.steps {
        let _ = writeln!(text, "    {} = {}", step.name, step.recipe);
        for line in step.value.lines() {
            let _ = writeln!(text, "      {line}");
        }
    }
    for comparison in &reading.comparisons {
        let Comparison {
            name,
            recipe,
            expected,
            received,
            ..
        } = comparison;
        let _ = writeln!(text, "    {name} = {recipe}");
        if comparison.matches {
            let _ = writeln!(text, "      matches  {received}");
            continue;
        }
        let _ = writeln!(text, "      expected {expected}\n      received {received}");
        if let Some(at) = comparison.first_difference {
            let _ = writeln!(
                text,
                "               {}^ they differ from character {} on",
                " ".repeat(at),
                at + 1
            );
        }
    }
    if let Some(failure) = &reading.failure {
        let _ = writeln!(text, "    {failure}");
    }
}

fn write_comparison(text: &mut String, step: &str, own: &str, readings: &[Reading]) {
    let own = own.trim_end_matches(['\r', '\n']);
    let Some(value) = step_value(step, readings) else {
        let known: Vec<_> = readings
            .iter()
            .flat_map(|reading| reading.steps.iter().map(|step| step.name.as_str()))
            .collect();
        let _ = writeln!(
            text,
            "\n  there is no step `{step}`; there is: {}",
            known.join(", ")
        );
        return;
    };
    match first_difference(value, own) {
        None => {
            let _ = writeln!(text, "\n  `{step}` is the same as yours");
        }
        Some(at) => {
            let from = at.saturating_sub(AROUND);
            let part = |text: &str| {
                let part: String = text.chars().skip(from).take(2 * AROUND).collect();
                visible(&part)
            };
            let _ = writeln!(
                text,
                "\n  `{step}` differs from yours at character {}\n    here  …{}…\n    yours …{}…",
                at + 1,
                part(value),
                part(own),
            );
        }
    }
}

fn step_value<'a>(step: &str, readings: &'a [Reading]) -> Option<&'a str> {
    let mut steps = readings.iter().flat_map(|reading| &reading.steps);
    steps
        .find(|other| other.name == step)
        .map(|step| step.value.as_str())
}

/// The age of a message in words.
pub fn describe_age(age: &Age) -> String {
    let Age { name, written, .. } = age;
    if age.looks_like_seconds {
        return format!("`{name}` {written} is in seconds; milliseconds are expected");
    }
    let Some(millis) = age.millis else {
        return format!("`{name}` has not the documented form");
    };
    let amount = roughly(millis.unsigned_abs());
    let when = if millis < 0 {
        format!("{amount} in the future")
    } else {
        format!("{amount} old")
    };
    match age.window_millis {
        None => format!("signed {when}; no page says how old a call may be"),
        Some(window) if age.is_fresh() => {
            format!("signed {when}, within {}", format_millis(window))
        }
        Some(window) => format!(
            "stale: signed {when}, more than {}; resend with a fresh timestamp, or set the clock",
            format_millis(window)
        ),
    }
}

/// A stretch of time in the unit people would use.
fn roughly(millis: u64) -> String {
    let units = [
        (86_400_000, "days"),
        (3_600_000, "hours"),
        (60_000, "minutes"),
    ];
    for (unit, name) in units {
        if millis >= 2 * unit {
            return format!("{} {name}", millis / unit);
        }
    }
    match millis / 1000 {
        1 => "1 second".to_owned(),
        seconds => format!("{seconds} seconds"),
    }
}

fn reading_json(reading: &Reading) -> Value {
    let steps: Vec<Value> = reading
        .steps
        .iter()
        .map(|step| json!({"name": step.name, "recipe": step.recipe, "value": step.value}))
        .collect();
    let comparisons: Vec<Value> = reading
        .comparisons
        .iter()
        .map(|comparison| {
            json!({
                "name": comparison.name,
                "recipe": comparison.recipe,
                "expected": comparison.expected,
                "received": comparison.received,
                "matches": comparison.matches,
                "first_difference": comparison.first_difference,
            })
        })
        .collect();
    json!({"steps": steps, "comparisons": comparisons, "failure": reading.failure})
}
