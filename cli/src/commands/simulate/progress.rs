//! What is tried at the moment, and what came of it.

use std::time::Duration;

use anstyle::AnsiColor;
use indicatif::{ProgressBar, ProgressStyle};
use koo_platform::simulate::report::human;
use koo_platform::simulate::{Case, Observer, Outcome, Step, Verdict};

use super::Format;
use crate::output::Output;

/// Prints verdicts as they come, and on a terminal what is tried at the moment.
pub(super) struct Progress<'a> {
    format: Format,
    output: &'a Output,
    bar: ProgressBar,
}

impl<'a> Progress<'a> {
    pub(super) fn new(format: Format, output: &'a Output) -> Self {
        let bar = if output.is_quiet() {
            ProgressBar::hidden()
        } else {
            // Draws on standard error, and only if that is a terminal.
            ProgressBar::new_spinner()
        };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {prefix}: {wide_msg}") {
            bar.set_style(style);
        }
        // A merchant may take its time; the line shows that somebody waits.
        bar.enable_steady_tick(Duration::from_millis(100));
        Self {
            format,
            output,
            bar,
        }
    }
}

impl Progress<'_> {
    /// Shows what goes on, where it is no case.
    pub(super) fn show(&self, subject: &str, what: String) {
        self.bar.set_prefix(subject.to_owned());
        self.bar.set_message(what);
    }

    /// Nothing is tried any more.
    pub(super) fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

impl Observer for Progress<'_> {
    fn started(&self, case: &dyn Case) {
        self.bar.set_prefix(case.id().to_owned());
        self.bar.set_message("");
    }

    fn step(&self, _case: &str, step: &Step) {
        self.bar.set_message(step.title.en.clone());
        self.bar.tick();
    }

    fn finished(&self, verdict: &Verdict) {
        let is_worth_it = !self.output.is_quiet() || verdict.outcome == Outcome::Failed;
        if self.format == Format::Human && is_worth_it {
            self.bar.suspend(|| {
                // A reader that went away is no reason to end the run.
                let _ = self.output.result(&colored(verdict));
            });
        }
    }
}

/// A verdict whose first word has the colour of the outcome, which is stripped where there is none.
fn colored(verdict: &Verdict) -> String {
    let text = human::verdict(verdict);
    let color = match verdict.outcome {
        Outcome::Passed => AnsiColor::Green,
        Outcome::Failed => AnsiColor::Red,
        Outcome::Skipped(_) => AnsiColor::Yellow,
    };
    let style = color.on_default().bold();
    match text.split_once(' ') {
        Some((word, rest)) => format!("{style}{word}{style:#} {rest}"),
        None => text,
    }
}
