//! The koo command in a terminal: on a pseudo-terminal, with an emulator that shows what a person would see.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::process::Child;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};
use vt100::{Color, Parser};

/// How long the command may take to show something: a machine that builds beside the tests is slow.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) const ENTER: &str = "\r";
pub(crate) const UP: &str = "\x1b[A";
pub(crate) const DOWN: &str = "\x1b[B";
pub(crate) const BACKSPACE: &str = "\x7f";
pub(crate) const ESCAPE: &str = "\x1b";
pub(crate) const CTRL_C: &str = "\x03";

/// A program running in a terminal.
pub(crate) struct Terminal {
    pty: Arc<Pty>,
    program: Child,
    printed: Receiver<Vec<u8>>,
    emulator: Parser,
    bytes: Vec<u8>,
}

/// What a program left behind.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    /// The rows of the screen, without those that are empty.
    pub(crate) rows: Vec<String>,
    /// All that was written to the terminal.
    pub(crate) bytes: String,
}

impl Ended {
    /// How many rows hold a text.
    pub(crate) fn count(&self, text: &str) -> usize {
        self.rows.iter().filter(|row| row.contains(text)).count()
    }
}

/// The koo command, with an environment that does not depend on who runs it.
pub(crate) fn koo() -> Command {
    clean(Command::new(env!("CARGO_BIN_EXE_koo")))
}

/// A script of the shell in which `$KOO` is the koo command.
pub(crate) fn script(text: &str) -> Command {
    clean(Command::new("sh"))
        .args(["-c", text])
        .env("KOO", env!("CARGO_BIN_EXE_koo"))
}

fn clean(command: Command) -> Command {
    command
        .env("TERM", "xterm-256color")
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .env_remove("COLUMNS")
        .env_remove("KOO_ACCESS_KEY")
}

impl Terminal {
    /// Starts a program in a terminal of a size.
    pub(crate) fn start(command: Command, rows: u16, columns: u16) -> Self {
        let (pty, end) = open().expect("a pseudo-terminal");
        pty.resize(Size::new(rows, columns)).expect("a size");
        let program = command.spawn(end).expect("the program starts");
        let pty = Arc::new(pty);
        let (sender, printed) = channel();
        let reader = Arc::clone(&pty);
        thread::spawn(move || {
            let mut block = [0; 4096];
            // Reading fails once nobody has the other end any more.
            while let Ok(length) = (&*reader).read(&mut block) {
                let block = block.get(..length).expect("what was read").to_vec();
                if length == 0 || sender.send(block).is_err() {
                    break;
                }
            }
        });
        let cells = |count| NonZeroU16::new(count).expect("a size");
        Self {
            pty,
            program,
            printed,
            emulator: Parser::new(cells(rows), cells(columns), 0),
            bytes: Vec::new(),
        }
    }

    /// Waits until the screen shows a text.
    pub(crate) fn shows(&mut self, text: &str) -> &mut Self {
        self.waits(&format!("never showed `{text}`"), |screen| {
            screen.contains(text)
        })
    }

    /// Waits until the screen shows a text no more.
    pub(crate) fn hides(&mut self, text: &str) -> &mut Self {
        self.waits(&format!("went on showing `{text}`"), |screen| {
            !screen.contains(text)
        })
    }

    fn waits(&mut self, otherwise: &str, is_reached: impl Fn(&str) -> bool) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !is_reached(&self.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            if let Err(error) = self.receive(left) {
                panic!("the screen {otherwise} ({error}):\n{}", self.screen());
            }
        }
        self
    }

    /// Presses keys.
    pub(crate) fn types(&mut self, keys: &str) -> &mut Self {
        (&*self.pty).write_all(keys.as_bytes()).expect("keys");
        self
    }

    /// Waits for a question and answers it.
    pub(crate) fn answers(&mut self, question: &str, keys: &str) -> &mut Self {
        self.shows(question).types(keys)
    }

    /// The rows that are not empty.
    pub(crate) fn rows(&self) -> Vec<String> {
        let (_, columns) = self.emulator.screen().size();
        let rows = self.emulator.screen().rows(0, columns.get());
        let rows = rows.map(|row| row.trim_end().to_owned());
        rows.filter(|row| !row.is_empty()).collect()
    }

    /// Whether a cell of the screen has a colour or is bold.
    pub(crate) fn has_style(&self) -> bool {
        let screen = self.emulator.screen();
        let (rows, columns) = screen.size();
        let mut cells = (0..rows.get())
            .flat_map(|row| (0..columns.get()).filter_map(move |column| screen.cell(row, column)));
        cells.any(|cell| {
            let is_colored = cell.fgcolor() != Color::Default || cell.bgcolor() != Color::Default;
            is_colored || cell.bold()
        })
    }

    /// Waits for the end of the program, after which the terminal must be as it was.
    pub(crate) fn ends(mut self) -> Ended {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.receive(left) {
                Ok(()) => {}
                Err(RecvTimeoutError::Disconnected) => break,
                Err(error) => panic!("the program never ended ({error}):\n{}", self.screen()),
            }
        }
        let status = self.program.wait().expect("an end");
        let screen = self.emulator.screen();
        assert!(!screen.hide_cursor(), "the cursor is left hidden");
        assert!(!screen.bracketed_paste(), "pasting is left bracketed");
        assert!(!screen.alternate_screen(), "the other screen is left on");
        Ended {
            code: status.code(),
            rows: self.rows(),
            bytes: String::from_utf8(std::mem::take(&mut self.bytes)).expect("UTF-8"),
        }
    }

    fn screen(&self) -> String {
        let mut text = String::new();
        for row in self.rows() {
            let _ = writeln!(text, "{row}");
        }
        text
    }

    fn receive(&mut self, patience: Duration) -> Result<(), RecvTimeoutError> {
        let block = self.printed.recv_timeout(patience)?;
        self.emulator.process(&block);
        self.bytes.extend(block);
        Ok(())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // One that still runs, because a test failed, is not left behind.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
