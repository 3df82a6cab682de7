//! Questions in a terminal. They are drawn on standard error, so that results can go elsewhere.

use std::fmt::{self, Display};
use std::io::{self, IsTerminal};

use inquire::ui::RenderConfig;
use inquire::validator::Validation;
use inquire::{Confirm, InquireError, Password, PasswordDisplayMode, Select, Text};
use koo_runtime::secret::Secret;

use crate::commands::Failure;
use crate::output::Output;
use crate::page::terminal::wrapped;

/// Where a terminal does not say how large it is.
const USUAL_SIZE: (u16, u16) = (80, 24);

/// The most answers that are shown at once.
const MOST_ANSWERS: usize = 10;

/// An answer to choose, with what is said of it.
pub(crate) struct Answer<T> {
    value: T,
    name: String,
    text: String,
    shown: String,
}

impl<T> Answer<T> {
    pub(crate) fn new(value: T, name: &str, about: &str) -> Self {
        let text = format!("{name}: {about}");
        Self {
            value,
            name: name.to_owned(),
            // Further lines begin below the first, which stands behind the cursor.
            shown: lines(&text).join("\n  "),
            text,
        }
    }

    pub(crate) fn into_value(self) -> T {
        self.value
    }

    fn contains(&self, typed: &str) -> bool {
        let text = self.text.to_lowercase();
        text.contains(&typed.trim().to_lowercase())
    }
}

impl<T> Display for Answer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// Draws questions with or without colour.
pub(crate) fn prepare(output: &Output) {
    inquire::set_global_render_config(if output.colors_remarks() {
        RenderConfig::default_colored()
    } else {
        RenderConfig::empty()
    });
}

/// Whether somebody can be asked.
pub(crate) fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// A text, asked again until it is good.
pub(crate) fn text<C>(question: &str, check: C) -> Result<String, Failure>
where
    C: Fn(&str) -> Result<(), String> + Clone + 'static,
{
    let validator = move |text: &str| {
        Ok(match check(text) {
            Ok(()) => Validation::Valid,
            Err(reason) => Validation::Invalid(reason.into()),
        })
    };
    let question = Text::new(question).with_validator(validator);
    question.prompt().map_err(failure)
}

/// Yes or no.
pub(crate) fn whether(question: &str, usual: bool) -> Result<bool, Failure> {
    let question = lines(question).join("\n  ");
    let question = Confirm::new(&question).with_default(usual);
    question.prompt().map_err(failure)
}

/// One of several answers.
pub(crate) fn one_of<T>(question: &str, answers: Vec<Answer<T>>) -> Result<T, Failure> {
    let (_, rows) = size();
    let help = lines("↑↓ to move, enter to select, type to filter").join("\n ");
    let height = |text: &str| text.lines().count();
    let tallest = answers.iter().map(|answer| height(&answer.shown)).max();
    // What does not fit would be drawn over what is above it.
    let room = usize::from(rows).saturating_sub(height(&help) + 2);
    let fitting = room / tallest.unwrap_or_default().max(1);
    let question = Select::new(question, answers)
        .with_help_message(&help)
        .with_page_size(fitting.clamp(1, MOST_ANSWERS))
        .with_scorer(&|typed, answer, _, _| answer.contains(typed).then_some(0))
        .with_formatter(&|answer| answer.value.name.clone());
    Ok(question.prompt().map_err(failure)?.into_value())
}

/// A secret, which the terminal does not show.
pub(crate) fn secret(name: &str) -> Result<Secret, Failure> {
    let question = format!("{name}:");
    let question = Password::new(&question)
        .without_confirmation()
        .with_display_mode(PasswordDisplayMode::Hidden)
        .with_formatter(&|_| "read".to_owned());
    let text = question.prompt().map_err(failure)?;
    Ok(Secret::from(text))
}

/// A text in lines that fit behind the cursor of a list.
fn lines(text: &str) -> Vec<String> {
    let (columns, _) = size();
    wrapped(text, usize::from(columns).saturating_sub(1))
}

/// Columns and rows of the terminal.
fn size() -> (u16, u16) {
    let size = terminal_size::terminal_size_of(io::stderr());
    let size = size.map(|(columns, rows)| (columns.0, rows.0));
    size.filter(|(columns, rows)| *columns > 0 && *rows > 0)
        .unwrap_or(USUAL_SIZE)
}

fn failure(error: InquireError) -> Failure {
    match error {
        InquireError::IO(source) => Failure::Print(source),
        InquireError::OperationCanceled => {
            Failure::Usage("nothing was done: a question was not answered".to_owned())
        }
        InquireError::OperationInterrupted => Failure::Interrupted,
        other => Failure::Usage(format!("nothing was done: {other}")),
    }
}
