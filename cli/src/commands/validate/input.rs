//! The files: what they hold, and reading them with a bar that shows how far it got.

use std::fs::File;
use std::io::{self, Chain, Cursor, Read};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};
use koo_validate::Session;

use crate::commands::Failure;
use crate::output::Output;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    /// One JSON payload.
    Json,
    /// A JSON payload on each line.
    Lines,
    /// A query string, form or URL on each line.
    Query,
    /// The calls of a HAR capture.
    Har,
}

/// From this length on, a bar shows how far reading got.
const LONG: u64 = 16 * 1024 * 1024;

/// How much is looked at to see what a file holds.
const GLANCE: u64 = 4096;

/// A file that was opened.
pub(super) struct Input {
    path: PathBuf,
    kind: Kind,
    length: u64,
    reader: Chain<Cursor<Vec<u8>>, Box<dyn Read>>,
}

impl Input {
    /// Opens a file, or standard input for `-`, and sees what it holds unless that is known. What does not begin
    /// as JSON does is held for `otherwise`.
    pub(super) fn open(path: &Path, kind: Option<Kind>, otherwise: Kind) -> Result<Self, Failure> {
        let failed = |source| failure(path, source);
        let (mut reader, length): (Box<dyn Read>, u64) = if path == Path::new("-") {
            (Box::new(io::stdin()), 0)
        } else {
            let file = File::open(path).map_err(failed)?;
            let length = file.metadata().map_err(failed)?.len();
            (Box::new(file), length)
        };
        let mut beginning = Vec::new();
        reader
            .by_ref()
            .take(GLANCE)
            .read_to_end(&mut beginning)
            .map_err(failed)?;
        Ok(Self {
            path: path.to_owned(),
            kind: kind
                .or_else(|| by_name(path))
                .unwrap_or_else(|| by_look(&beginning, otherwise)),
            length,
            reader: Cursor::new(beginning).chain(reader),
        })
    }

    /// Validates it.
    pub(super) fn validate(
        self,
        session: &mut Session<'_>,
        output: &Output,
    ) -> Result<(), Failure> {
        let name = match self.path.to_str() {
            Some("-") => "<stdin>".into(),
            _ => self.path.to_string_lossy(),
        };
        let bar = if self.length >= LONG && !output.is_quiet() {
            bar(self.length)
        } else {
            ProgressBar::hidden()
        };
        let reader = bar.wrap_read(self.reader);
        let read = match self.kind {
            Kind::Json => session.json(&name, reader),
            Kind::Lines => session.lines(&name, reader),
            Kind::Query => session.queries(&name, reader),
            Kind::Har => session.capture(&name, reader),
        };
        bar.finish_and_clear();
        read.map_err(|source| failure(&self.path, source))
    }
}

/// A bar on standard error; where no terminal watches, nothing is drawn.
fn bar(length: u64) -> ProgressBar {
    let template = "{bar:30} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left";
    let style = ProgressStyle::with_template(template);
    ProgressBar::new(length).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn by_name(path: &Path) -> Option<Kind> {
    let extension = path.extension()?.to_str()?;
    Some(match extension.to_ascii_lowercase().as_str() {
        "json" => Kind::Json,
        "ndjson" | "jsonl" => Kind::Lines,
        "har" => Kind::Har,
        "query" => Kind::Query,
        _ => return None,
    })
}

/// JSON begins with a bracket.
fn by_look(beginning: &[u8], otherwise: Kind) -> Kind {
    let text = beginning
        .strip_prefix("\u{feff}".as_bytes())
        .unwrap_or(beginning);
    match text.trim_ascii_start().first() {
        Some(b'{' | b'[') | None => Kind::Json,
        Some(_) => otherwise,
    }
}

fn failure(path: &Path, source: io::Error) -> Failure {
    Failure::Io {
        action: "read",
        path: path.to_owned(),
        source,
    }
}
