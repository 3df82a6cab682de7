//! The figures of a run, for people and for programs.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use serde_json::{Map, Value, json};

use super::{Figures, PERCENTILES, Run};

/// The figures for people.
pub fn human(run: &Run) -> String {
    let mut text = String::new();
    let settings = run.settings;
    let _ = writeln!(
        text,
        "{} calls due in {} at {}/s over {} connection{}",
        run.due,
        shown(settings.duration),
        settings.rate,
        settings.clients,
        if settings.clients == 1 { "" } else { "s" },
    );
    let _ = writeln!(
        text,
        "{} answered in {}, {:.1}/s, over {} connection{} opened",
        run.figures.answers(),
        shown(run.elapsed),
        run.throughput(),
        run.figures.connections,
        if run.figures.connections == 1 {
            ""
        } else {
            "s"
        },
    );
    if run.unsent > 0 {
        let _ = writeln!(
            text,
            "{} never sent: every connection was busy until the end",
            run.unsent
        );
    }
    if run.figures.answers() > 0 {
        text.push_str("\nlatency      from being due     from sending\n");
        let (due, sent) = (&run.figures, run.figures.from_sending());
        let mut row = |label: &str, due: f64, sent: f64| {
            let _ = writeln!(text, "  {label:<8} {due:>12.3} ms {sent:>12.3} ms");
        };
        row("mean", due.mean_millis(), sent.mean_millis());
        for percentile in PERCENTILES {
            let label = format!("{percentile}%");
            let (due, sent) = (due.within(percentile), sent.within(percentile));
            row(&label, millis(due), millis(sent));
        }
        row("slowest", millis(due.slowest()), millis(sent.slowest()));
    }
    for (title, tally) in tallies(run) {
        if !tally.is_empty() {
            let _ = writeln!(text, "\n{title}");
            for (name, number) in tally {
                let _ = writeln!(text, "  {name:<16} {number:>10}");
            }
        }
    }
    text
}

fn tallies(run: &Run) -> [(&'static str, &BTreeMap<String, u64>); 3] {
    let figures = &run.figures;
    [
        ("HTTP status", &figures.statuses),
        ("result code", &figures.codes),
        ("no answer", &figures.failures),
    ]
}

/// The figures as JSON.
pub fn json(run: &Run) -> Value {
    let figures = &run.figures;
    json!({
        "rate": run.settings.rate,
        "duration_millis": millis(run.settings.duration),
        "clients": run.settings.clients,
        "due": run.due,
        "answered": figures.answers(),
        "unsent": run.unsent,
        "elapsed_millis": millis(run.elapsed),
        "throughput": run.throughput(),
        "connections": figures.connections,
        "latency_millis": latency(figures),
        "service_millis": latency(&figures.from_sending()),
        "statuses": figures.statuses,
        "codes": figures.codes,
        "failures": figures.failures,
    })
}

fn latency(figures: &Figures) -> Value {
    let percentiles = PERCENTILES.iter().map(|percentile| {
        let within = millis(figures.within(*percentile));
        (percentile.to_string(), within.into())
    });
    json!({
        "mean": figures.mean_millis(),
        "percentiles": percentiles.collect::<Map<String, Value>>(),
        "slowest": millis(figures.slowest()),
    })
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

fn shown(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}
