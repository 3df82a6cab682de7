//! The table at the end of a run.

use std::env;
use std::fmt::{self, Display};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use criterion::Criterion;

use crate::Sample;

/// What a measurement is held against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// At least so many times as fast as the peer.
    TimesAsFast(f64),
    /// At most so many times the time of the peer.
    TimesTheTime(f64),
    /// Less than this, whatever the peer takes.
    Under(Duration),
    /// The figure is for information.
    None,
}

impl Target {
    /// Whether it is met; times in nanoseconds.
    fn is_met(self, own: f64, peer: Option<f64>) -> Option<bool> {
        match self {
            Self::TimesAsFast(factor) => Some(peer? >= own * factor),
            Self::TimesTheTime(factor) => Some(own <= peer? * factor),
            Self::Under(limit) => Some(own < limit.as_secs_f64() * 1e9),
            Self::None => None,
        }
    }
}

impl Display for Target {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TimesAsFast(factor) => write!(out, "{factor}× as fast"),
            Self::TimesTheTime(factor) => write!(out, "within {factor}×"),
            Self::Under(limit) => write!(out, "under {limit:?}"),
            Self::None => out.write_str("–"),
        }
    }
}

/// One line of the table: a measurement, its peer and its target.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Group of both measurements.
    pub group: &'static str,
    /// Function measured.
    pub own: &'static str,
    /// Function it is compared with.
    pub peer: Option<&'static str>,
    /// What is aimed at.
    pub target: Target,
}

/// Collects rows while criterion measures, and prints them at the end.
pub struct Report {
    /// Measures.
    pub criterion: Criterion,
    folder: PathBuf,
    started: SystemTime,
    rows: Vec<Row>,
}

impl Report {
    /// Reads criterion's options from the command line. `scratch` is cargo's `CARGO_TARGET_TMPDIR`, beside which
    /// criterion keeps its measurements.
    pub fn from_args(scratch: &str) -> Self {
        let folder = env::var_os("CRITERION_HOME").map_or_else(
            || Path::new(scratch).with_file_name("criterion"),
            PathBuf::from,
        );
        let criterion = Criterion::default()
            .without_plots()
            .output_directory(&folder)
            .warm_up_time(Duration::from_millis(500))
            .measurement_time(Duration::from_secs(3))
            .configure_from_args();
        Self {
            criterion,
            folder,
            started: SystemTime::now(),
            rows: Vec::new(),
        }
    }

    /// Adds a line to the table.
    pub fn row(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// What was measured in this run under the name `group/function`.
    pub fn sample(&self, group: &str, function: &str) -> Option<Sample> {
        Sample::read(&self.folder.join(group).join(function), self.started)
    }

    /// Prints the table, without the lines whose measurements the command line left out.
    #[allow(clippy::print_stdout)]
    pub fn print(&self) {
        let lines: Vec<String> = self.rows.iter().filter_map(|row| self.line(row)).collect();
        if !lines.is_empty() {
            println!(
                "| case | koo | time | spread | peer | its time | spread | koo is | target | met |"
            );
            println!("| --- | --- | ---: | ---: | --- | ---: | ---: | ---: | --- | --- |");
            lines.iter().for_each(|line| println!("{line}"));
        }
    }

    fn line(&self, row: &Row) -> Option<String> {
        let own = self.sample(row.group, row.own)?;
        let peer = match row.peer {
            Some(peer) => Some((peer, self.sample(row.group, peer)?)),
            None => None,
        };
        let met = match row
            .target
            .is_met(own.median(), peer.as_ref().map(|(_, peer)| peer.median()))
        {
            Some(true) => "met",
            Some(false) => "missed",
            None => "",
        };
        let theirs = match &peer {
            Some((name, peer)) => {
                format!(
                    "{name} | {} | {} | {}",
                    time(peer),
                    percent(peer),
                    ratio(own.median(), peer.median())
                )
            }
            None => " | | | ".to_owned(),
        };
        let Row {
            group,
            own: name,
            target,
            ..
        } = row;
        Some(format!(
            "| {group} | {name} | {} | {} | {theirs} | {target} | {met} |",
            time(&own),
            percent(&own)
        ))
    }
}

fn ratio(own: f64, peer: f64) -> String {
    if own <= peer {
        format!("{:.2}× as fast", peer / own)
    } else {
        format!("{:.2}× the time", own / peer)
    }
}

fn time(sample: &Sample) -> String {
    match sample.median() {
        nanos if nanos < 1e3 => format!("{nanos:.1} ns"),
        nanos if nanos < 1e6 => format!("{:.2} µs", nanos / 1e3),
        nanos => format!("{:.2} ms", nanos / 1e6),
    }
}

fn percent(sample: &Sample) -> String {
    format!("{:.0} %", sample.spread() * 100.0)
}
