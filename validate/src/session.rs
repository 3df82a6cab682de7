//! Payloads in, report out.

mod capture;
mod examine;
mod report;

use std::collections::HashMap;
use std::io::{self, Read};
use std::rc::Rc;
use std::sync::Arc;

use koo_spec::catalogue::{Catalogue, Family, Location};

use crate::finding::Report;
use crate::lines::{Line, Lines};
use crate::policy::Policy;
use crate::resolve::{Resolver, Target};
use examine::{Candidate, Key, Source};

/// How to validate.
#[derive(Debug, Clone)]
pub struct Options<'c> {
    /// The interface of every payload; otherwise each says itself where it belongs.
    pub target: Option<Target<'c>>,
    /// The only guide whose interfaces are looked for.
    pub family: Option<&'c Family>,
    /// How payloads are judged; otherwise files strictly, and captures by direction.
    pub policy: Option<Policy>,
    /// A member that the contract does not name is an error.
    pub deny_unknown: bool,
    /// How many errors, and how many warnings, are reported; the others are counted.
    pub most_findings: u64,
    /// Most bytes of one payload.
    pub most_bytes: usize,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            target: None,
            family: None,
            policy: None,
            deny_unknown: false,
            most_findings: 1000,
            most_bytes: 256 * 1024 * 1024,
        }
    }
}

/// Validates files against a contract.
///
/// Memory is bounded by the largest payload and the number of findings asked for, however long the input is.
#[derive(Debug)]
pub struct Session<'c> {
    options: Options<'c>,
    resolver: Resolver<'c>,
    /// Names of body members that tell interfaces apart.
    selectors: Vec<&'c str>,
    plans: HashMap<Key, Rc<[Candidate<'c>]>>,
    /// The plan that was used last.
    last: Option<(Key, Rc<[Candidate<'c>]>)>,
    report: Report,
}

impl<'c> Session<'c> {
    /// A session. What one site documents is [`Catalogue::for_site`]: give that for a site.
    pub fn new(catalogue: &'c Catalogue, options: Options<'c>) -> Self {
        let resolver = Resolver::new(catalogue, options.family);
        Self {
            selectors: resolver.selectors(Location::Body),
            resolver,
            options,
            plans: HashMap::new(),
            last: None,
            report: Report {
                unit: ("payload", "payloads"),
                ..Report::default()
            },
        }
    }

    /// What was found.
    pub fn finish(self) -> Report {
        self.report
    }

    /// Validates a file that is one JSON payload.
    ///
    /// # Errors
    ///
    /// What the reader says.
    pub fn json(&mut self, name: &str, reader: impl Read) -> io::Result<()> {
        let file = self.begin(name);
        if let Some(text) = self.whole(&file, reader)? {
            self.payload(Source::new(&file, without_mark(&text), 1));
        }
        Ok(())
    }

    /// Validates a stream with one JSON payload on each line. Blank lines are passed over.
    ///
    /// # Errors
    ///
    /// What the reader says.
    pub fn lines(&mut self, name: &str, reader: impl Read) -> io::Result<()> {
        let file = self.begin(name);
        let mut lines = Lines::new(reader, self.options.most_bytes);
        let (mut number, mut is_empty) = (0, true);
        while let Some(line) = lines.next()? {
            number += 1;
            match line {
                Line::TooLong => {
                    is_empty = false;
                    self.unreadable(Source::new(&file, "", number), TOO_LONG, 0);
                }
                Line::Whole(bytes) => {
                    let bytes = match bytes.strip_prefix(MARK) {
                        Some(rest) if number == 1 => rest,
                        _ => bytes,
                    };
                    if bytes.trim_ascii().is_empty() {
                        continue;
                    }
                    is_empty = false;
                    match simdutf8::compat::from_utf8(bytes) {
                        Ok(text) => self.payload(Source::new(&file, text, number)),
                        Err(error) => self.no_text(&file, bytes, error.valid_up_to(), number),
                    }
                }
            }
        }
        if is_empty {
            self.unreadable(Source::new(&file, "", 1), EMPTY, 0);
        }
        Ok(())
    }

    /// Validates a file with one query string, form or URL on each line.
    ///
    /// # Errors
    ///
    /// What the reader says.
    pub fn queries(&mut self, name: &str, reader: impl Read) -> io::Result<()> {
        let file = self.begin(name);
        if let Some(text) = self.whole(&file, reader)? {
            for (line, number) in without_mark(&text).lines().zip(1..) {
                if !line.trim().is_empty() {
                    self.query(Source::new(&file, line, number));
                }
            }
        }
        Ok(())
    }

    /// Validates the calls of a HAR file, each request and each reply. Calls that belong to no interface are passed
    /// over.
    ///
    /// # Errors
    ///
    /// What the reader says.
    pub fn capture(&mut self, name: &str, reader: impl Read) -> io::Result<()> {
        let file = self.begin(name);
        if let Some(text) = self.whole(&file, reader)? {
            self.calls(Source::new(&file, without_mark(&text), 1));
        }
        Ok(())
    }

    fn begin(&mut self, name: &str) -> Arc<str> {
        let file: Arc<str> = Arc::from(name);
        self.report.files.push(Arc::clone(&file));
        file
    }

    /// The text of a file, unless it is too long, empty or no text, which is reported.
    fn whole(&mut self, file: &Arc<str>, reader: impl Read) -> io::Result<Option<String>> {
        let most = self.options.most_bytes as u64;
        let mut bytes = Vec::new();
        reader.take(most + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most {
            self.unreadable(Source::new(file, "", 1), TOO_LONG, 0);
            return Ok(None);
        }
        match String::from_utf8(bytes) {
            Ok(text) if without_mark(&text).trim().is_empty() => {
                self.unreadable(Source::new(file, "", 1), EMPTY, 0);
                Ok(None)
            }
            Ok(text) => Ok(Some(text)),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                self.no_text(file, error.as_bytes(), valid, 1);
                Ok(None)
            }
        }
    }

    #[cold]
    fn no_text(&mut self, file: &Arc<str>, bytes: &[u8], valid: usize, line: u64) {
        let valid = bytes.get(..valid).unwrap_or_default();
        let text = String::from_utf8_lossy(valid);
        let text = without_mark(&text);
        let what = match (line, bytes) {
            (1, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) => UTF_16,
            _ => NO_TEXT,
        };
        self.unreadable(Source::new(file, text, line), what, text.len());
    }
}

const MARK: &[u8] = "\u{feff}".as_bytes();
const EMPTY: &str = "there is nothing in this file";
const TOO_LONG: &str = "the payload has more bytes than are read; it was not looked at";
const NO_TEXT: &str = "these bytes are no UTF-8";
/// What PowerShell writes when output is redirected.
const UTF_16: &str = "this is UTF-16; save it as UTF-8";

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}
