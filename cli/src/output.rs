//! What commands print: results on standard output, remarks on standard error.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use anstream::ColorChoice;
use clap::ValueEnum;
use koo_spec::report::{visible_lines, visible_styled};

use crate::commands::Failure;

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// When a terminal watches and `NO_COLOR` is not set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing to complain about.
    Clean,
    /// Problems were found and printed.
    Problems,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::SUCCESS,
            Outcome::Problems => Self::from(1),
        }
    }
}

/// How much to say beside results and errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verbosity {
    /// Nothing.
    Quiet,
    /// Summaries.
    Normal,
    /// Also what was decided on the way.
    Verbose,
}

/// Where commands print.
#[derive(Debug, Clone)]
pub(crate) struct Output {
    color: Color,
    verbosity: Verbosity,
}

impl Output {
    /// Output with the user's wishes.
    pub(crate) fn new(color: Color, verbosity: Verbosity) -> Self {
        Self { color, verbosity }
    }

    /// Whether only results and errors are wanted.
    pub(crate) const fn is_quiet(&self) -> bool {
        matches!(self.verbosity, Verbosity::Quiet)
    }

    /// Prints a result. A reader that went away, such as `head`, is no error.
    pub(crate) fn result(&self, text: &str) -> Result<(), Failure> {
        let choice = self.choice(io::stdout().is_terminal());
        // Payloads, captures and exports come from others. Without colour, nothing a terminal obeys is passed on.
        let text = match choice {
            ColorChoice::Never => Cow::Borrowed(text),
            _ => Cow::Owned(visible_styled(text)),
        };
        let mut stdout = anstream::AutoStream::new(io::stdout().lock(), choice);
        match stdout
            .write_all(text.as_bytes())
            .and_then(|()| stdout.flush())
        {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Print(error)),
            _ => Ok(()),
        }
    }

    /// How wide text on standard output may be: `COLUMNS`, or the terminal's width; a pipe takes any.
    pub(crate) fn width() -> Option<usize> {
        let wanted = std::env::var("COLUMNS")
            .ok()
            .and_then(|columns| columns.parse().ok())
            .filter(|columns| *columns > 0);
        wanted.or_else(|| {
            let (width, _) = terminal_size::terminal_size_of(io::stdout())?;
            Some(usize::from(width.0))
        })
    }

    /// Prints a remark for people, unless they asked for quiet.
    pub(crate) fn remark(&self, text: &str) {
        if self.verbosity >= Verbosity::Normal {
            self.to_stderr(text);
        }
    }

    /// Prints a remark for people who asked for more of them.
    pub(crate) fn detail(&self, text: &str) {
        if self.verbosity >= Verbosity::Verbose {
            self.to_stderr(text);
        }
    }

    /// Prints an error and its causes.
    pub(crate) fn error(&self, error: &dyn std::error::Error) {
        let mut told = error.to_string();
        let mut text = format!("error: {told}");
        let mut cause = error.source();
        while let Some(inner) = cause {
            let because = inner.to_string();
            // Some errors of libraries repeat their cause.
            if !told.ends_with(&because) {
                text.push_str("\n  because: ");
                text.push_str(&because);
            }
            told = because;
            cause = inner.source();
        }
        // Arguments, file names and what servers answered are part of it.
        self.to_stderr(&visible_lines(&text));
    }

    /// Whether remarks may have colour.
    pub(crate) fn colors_remarks(&self) -> bool {
        self.choice(io::stderr().is_terminal()) != ColorChoice::Never
    }

    fn to_stderr(&self, text: &str) {
        let mut stderr =
            anstream::AutoStream::new(io::stderr().lock(), self.choice(io::stderr().is_terminal()));
        // Nothing can be done about a closed standard error.
        let _ = writeln!(stderr, "{text}");
    }

    fn choice(&self, terminal: bool) -> ColorChoice {
        match self.color {
            Color::Always => ColorChoice::AlwaysAnsi,
            Color::Auto if terminal && !is_plain_wanted() => ColorChoice::Always,
            Color::Auto | Color::Never => ColorChoice::Never,
        }
    }
}

/// Whether the environment asks for text without colour, or its terminal knows none.
fn is_plain_wanted() -> bool {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    no_color || std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb")
}

/// A number of things, in words of one or of several.
pub(crate) fn counted(count: usize, thing: &str) -> String {
    match count {
        1 => format!("1 {thing}"),
        count => format!("{count} {thing}s"),
    }
}
