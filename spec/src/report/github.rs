//! For GitHub Actions: workflow commands that annotate the changed files.

use crate::diagnostic::Diagnostic;
use crate::source::SourceMap;

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
        let (line, column) = (place.position.line as u64, place.position.column as u64);
        text.push_str(&annotation(
            diagnostic.severity.as_str(),
            (&place.path, line, column),
            &title,
            &message,
        ));
    }
    text
}

/// One line: `level` is `error` or `warning`, the place is file, line and column.
pub fn annotation(level: &str, place: (&str, u64, u64), title: &str, message: &str) -> String {
    let (file, line, column) = place;
    format!(
        "::{level} file={},line={line},col={column},title={}::{}\n",
        property(file),
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
