//! For people: source lines with carets, as rustc shows them.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::tally;
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::SourceMap;

/// Every diagnostic with its source lines, without the summary line. `styled` adds colour.
pub fn human(diagnostics: &[Diagnostic], sources: &SourceMap, styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&renderer.render(&[group(diagnostic, sources)]));
        text.push_str("\n\n");
    }
    text
}

fn group<'a>(diagnostic: &'a Diagnostic, sources: &'a SourceMap) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(diagnostic.message.as_str()).id(diagnostic.rule.code()));
    let mut files: Vec<u32> = Vec::new();
    for label in &diagnostic.labels {
        if !files.contains(&label.span.file) {
            files.push(label.span.file);
        }
    }
    for file_index in files {
        let Some(file) = sources.file(file_index) else { continue };
        let snippet = Snippet::source(file.text()).path(file.path());
        let labels = diagnostic.labels.iter().enumerate().filter(|(_, label)| label.span.file == file_index);
        group = group.element(labels.fold(snippet, |snippet, (index, label)| {
            let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            snippet.annotation(kind.span(range(label, file.text())).label(label.text.as_str()))
        }));
    }
    for hint in &diagnostic.hints {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    group
}

/// The label's bytes, cut to its first line so that a long map does not fill the screen.
fn range(label: &Label, text: &str) -> std::ops::Range<usize> {
    let start = (label.span.start as usize).min(text.len());
    let end = (label.span.end as usize).clamp(start, text.len());
    let line_end = text.get(start..end).and_then(|part| part.find('\n')).map_or(end, |at| start + at);
    start..line_end.max(start)
}

/// The last line: how many problems, of what kind.
pub fn summary(diagnostics: &[Diagnostic], families: usize, interfaces: usize) -> String {
    let count = |number: usize, word: &str| format!("{number} {word}{}", if number == 1 { "" } else { "s" });
    let scope = format!("{}, {}", count(interfaces, "interface"), if families == 1 { "1 family".to_owned() } else { format!("{families} families") });
    match tally(diagnostics) {
        (0, 0) => format!("no problems in {scope}"),
        (errors, 0) => format!("{} in {scope}", count(errors, "error")),
        (0, warnings) => format!("{} in {scope}", count(warnings, "warning")),
        (errors, warnings) => format!("{}, {} in {scope}", count(errors, "error"), count(warnings, "warning")),
    }
}
