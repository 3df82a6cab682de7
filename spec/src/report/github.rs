//! For GitHub Actions: workflow commands that annotate the changed files.

use crate::diagnostic::Diagnostic;
use crate::source::{Location, SourceMap};

/// One `::error file=…::message` line for each diagnostic.
pub fn github(diagnostics: &[Diagnostic], sources: &SourceMap) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let place = sources.locate(diagnostic.span());
        let message = std::iter::once(diagnostic.message.as_str())
            .chain(diagnostic.hints.iter().map(String::as_str))
            .collect::<Vec<_>>()
            .join("\n");
        let title = format!("{} {}", diagnostic.rule.code(), diagnostic.rule.name());
        text.push_str(&workflow_command(
            diagnostic.severity.as_str(),
            &place,
            &title,
            &message,
        ));
    }
    text
}

/// One workflow command, a line: `::error file=…,line=…,col=…,title=…::message`.
pub fn workflow_command(command: &str, place: &Location, title: &str, message: &str) -> String {
    format!(
        "::{command} file={},line={},col={},title={}::{}\n",
        property(&place.path),
        place.position.line,
        place.position.column,
        property(title),
        data(message),
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
