//! For people: source lines with carets, as rustc shows them.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::tally;
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::{SourceFile, SourceMap};

/// Every diagnostic with its source lines, without the summary line. `styled` adds colour.
pub fn human(diagnostics: &[Diagnostic], sources: &SourceMap, styled: bool) -> String {
    let renderer = if styled {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
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
    let mut group = Group::with_title(
        level
            .primary_title(diagnostic.message.as_str())
            .id(diagnostic.rule.code()),
    );
    for labels in excerpts(diagnostic, sources) {
        let Some(file) = labels
            .first()
            .and_then(|(_, label)| sources.file(label.span.file))
        else {
            continue;
        };
        let (first_line, from) = excerpt_start(&labels, file);
        let until = labels
            .iter()
            .map(|(_, label)| range(label, file.text()).end)
            .max()
            .unwrap_or(from);
        let until = file
            .text()
            .get(until..)
            .and_then(|rest| rest.find('\n'))
            .map_or(file.text().len(), |at| until + at);
        let excerpt = file
            .text()
            .get(from..until)
            .unwrap_or_default()
            .trim_end_matches('\r');
        let snippet = Snippet::source(excerpt)
            .path(file.path())
            .line_start(first_line);
        group = group.element(labels.iter().fold(snippet, |snippet, (index, label)| {
            let kind = if *index == 0 {
                AnnotationKind::Primary
            } else {
                AnnotationKind::Context
            };
            let range = range(label, file.text());
            let range = range.start.saturating_sub(from)..range.end.saturating_sub(from);
            snippet.annotation(kind.span(range).label(label.text.as_str()))
        }));
    }
    for hint in &diagnostic.hints {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    group
}

/// How many lines may lie between labels that are shown in one excerpt.
const MAX_GAP: usize = 100;

/// A diagnostic's labels with their indices, those of one stretch of one file together. The renderer reads all the
/// text it is given, so it is given as little as possible.
fn excerpts<'a>(diagnostic: &'a Diagnostic, sources: &SourceMap) -> Vec<Vec<(usize, &'a Label)>> {
    let line = |label: &Label| sources.locate(label.span).position.line;
    let mut excerpts: Vec<Vec<(usize, &Label)>> = Vec::new();
    for (index, label) in diagnostic.labels.iter().enumerate() {
        let near = |(_, other): &(usize, &Label)| {
            other.span.file == label.span.file && line(other).abs_diff(line(label)) <= MAX_GAP
        };
        match excerpts.iter_mut().find(|labels| labels.iter().any(near)) {
            Some(labels) => labels.push((index, label)),
            None => excerpts.push(vec![(index, label)]),
        }
    }
    excerpts
}

/// The first line of an excerpt, and the byte where it begins.
fn excerpt_start(labels: &[(usize, &Label)], file: &SourceFile) -> (usize, usize) {
    let start = labels
        .iter()
        .map(|(_, label)| range(label, file.text()).start)
        .min()
        .unwrap_or(0);
    let before = file.text().get(..start).unwrap_or_default();
    let from = before.rfind('\n').map_or(0, |at| at + 1);
    // The renderer does not skip a byte order mark.
    let from = if from == 0 && file.text().starts_with('\u{feff}') {
        '\u{feff}'.len_utf8().min(start)
    } else {
        from
    };
    (file.position(start).line, from)
}

/// The label's bytes, cut to its first line so that a long map does not fill the screen, and to whole characters.
fn range(label: &Label, text: &str) -> std::ops::Range<usize> {
    let whole = |at: usize| {
        (0..=at.min(text.len()))
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(0)
    };
    let start = whole(label.span.start as usize);
    let end = whole(label.span.end as usize).max(start);
    let part = text.get(start..end).unwrap_or_default();
    let first_line = part
        .find('\n')
        .map_or(part, |at| part.get(..at).unwrap_or_default());
    start..start + first_line.trim_end_matches('\r').len()
}

/// The last line: how many problems, of what kind.
pub fn summary(diagnostics: &[Diagnostic], families: usize, interfaces: usize) -> String {
    let count = |number: usize, word: &str| {
        format!("{number} {word}{}", if number == 1 { "" } else { "s" })
    };
    let scope = format!(
        "{}, {}",
        count(interfaces, "interface"),
        if families == 1 {
            "1 family".to_owned()
        } else {
            format!("{families} families")
        }
    );
    match tally(diagnostics) {
        (0, 0) => format!("no problems in {scope}"),
        (errors, 0) => format!("{} in {scope}", count(errors, "error")),
        (0, warnings) => format!("{} in {scope}", count(warnings, "warning")),
        (errors, warnings) => format!(
            "{}, {} in {scope}",
            count(errors, "error"),
            count(warnings, "warning")
        ),
    }
}
