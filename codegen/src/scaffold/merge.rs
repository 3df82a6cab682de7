//! Three-way merge of one file.

use diffy::{ConflictStyle, IncompleteHunkStyle, MergeOptions};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What stands behind the markers of a conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// The edited file.
    pub yours: String,
    /// What the edit began with.
    pub base: String,
    /// What the newer template has.
    pub template: String,
}

/// What became of two edits of the same file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    /// Both edits, put together.
    Clean(Vec<u8>),
    /// Both edits; where they touch the same lines, both stand between markers.
    Conflict(Vec<u8>),
    /// The files are no text, so nothing can be put together.
    Binary,
}

/// The shortest markers, which tools look for.
const MARKER_LENGTH: usize = 7;

/// The letters of markers, in the order of a conflict.
const MARKERS: [u8; 4] = *b"<|=>";

/// Puts two edits of `base` together.
pub fn merge(base: &[u8], yours: &[u8], template: &[u8], labels: &Labels) -> Merged {
    if yours == template || base == template {
        return Merged::Clean(yours.to_vec());
    }
    if base == yours {
        return Merged::Clean(template.to_vec());
    }
    if [base, yours, template].into_iter().any(is_binary) {
        return Merged::Binary;
    }
    // An editor or git may have given a whole file other line ends than the template has.
    let with_carriage_returns =
        ends_with_carriage_returns(yours) && !base.contains(&b'\r') && !template.contains(&b'\r');
    if with_carriage_returns {
        return match merge_lines(base, &without_carriage_returns(yours), template, labels) {
            Merged::Clean(merged) => Merged::Clean(with_carriage_return(&merged)),
            Merged::Conflict(merged) => Merged::Conflict(with_carriage_return(&merged)),
            Merged::Binary => Merged::Binary,
        };
    }
    merge_lines(base, yours, template, labels)
}

/// Puts two files together that have no common origin: what both have stands once, what one of them has is kept.
pub fn merge_unrelated(yours: &[u8], template: &[u8], labels: &Labels) -> Merged {
    let (left, right): (Vec<_>, Vec<_>) = (lines(yours).collect(), lines(template).collect());
    let mut common = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &left, &right) {
        if let DiffOp::Equal { old_index, len, .. } = operation {
            let same = left.get(old_index..old_index + len).unwrap_or_default();
            same.iter().for_each(|line| common.extend_from_slice(line));
        }
    }
    merge(&common, yours, template, labels)
}

/// Whether the file holds a conflict that nobody has resolved.
pub fn is_unresolved(contents: &[u8]) -> bool {
    let mut expected = b"<=>".iter().peekable();
    for line in lines(contents) {
        let Some(marker) = expected.peek() else {
            break;
        };
        if is_marker(line, **marker) {
            expected.next();
        }
    }
    expected.peek().is_none()
}

/// Whether the line is a marker of a conflict, as git and others write it.
fn is_marker(line: &[u8], letter: u8) -> bool {
    let run = line.iter().take_while(|byte| **byte == letter).count();
    let behind = line.get(run).copied();
    run >= MARKER_LENGTH && behind.is_none_or(|byte| matches!(byte, b' ' | b'\r' | b'\n'))
}

fn merge_lines(base: &[u8], yours: &[u8], template: &[u8], labels: &Labels) -> Merged {
    // Longer than anything that looks like a marker, so that a marker is never mistaken for text.
    let longest = [base, yours, template]
        .into_iter()
        .flat_map(lines)
        .map(run_of_marker);
    let length = longest
        .max()
        .map_or(MARKER_LENGTH, |longest| MARKER_LENGTH.max(longest + 1));
    let mut options = MergeOptions::new();
    options
        .set_conflict_style(ConflictStyle::Diff3)
        .set_incomplete_hunk_style(IncompleteHunkStyle::Git)
        .set_conflict_marker_length(length);
    match options.merge_bytes(base, yours, template) {
        Ok(merged) => Merged::Clean(merged),
        Err(conflict) => Merged::Conflict(labelled(&conflict, length, labels)),
    }
}

/// How many letters of a marker the line begins with.
fn run_of_marker(line: &[u8]) -> usize {
    let first = line.first().filter(|first| MARKERS.contains(first));
    first.map_or(0, |first| {
        line.iter().take_while(|byte| *byte == first).count()
    })
}

/// The conflict with labels of ours behind its markers.
fn labelled(conflict: &[u8], length: usize, labels: &Labels) -> Vec<u8> {
    let mut written = Vec::with_capacity(conflict.len() + 64);
    for line in lines(conflict) {
        let label = match line.first() {
            _ if run_of_marker(line) != length => None,
            Some(b'<') => Some(&labels.yours),
            Some(b'|') => Some(&labels.base),
            Some(b'>') => Some(&labels.template),
            _ => None,
        };
        match label {
            Some(label) => {
                written.extend_from_slice(line.get(..length).unwrap_or_default());
                written.push(b' ');
                written.extend_from_slice(label.as_bytes());
                written.push(b'\n');
            }
            None => written.extend_from_slice(line),
        }
    }
    written
}

fn is_binary(contents: &[u8]) -> bool {
    contents.contains(&0)
}

/// The lines with their ends.
fn lines(contents: &[u8]) -> impl Iterator<Item = &[u8]> {
    contents.split_inclusive(|byte| *byte == b'\n')
}

/// Whether there are lines, and all of them end in a carriage return and a line feed.
fn ends_with_carriage_returns(contents: &[u8]) -> bool {
    let mut ended = lines(contents)
        .filter(|line| line.ends_with(b"\n"))
        .peekable();
    ended.peek().is_some() && ended.all(|line| line.ends_with(b"\r\n"))
}

fn without_carriage_returns(contents: &[u8]) -> Vec<u8> {
    let stripped = lines(contents).flat_map(|line| match line.strip_suffix(b"\r\n") {
        Some(text) => [text, b"\n"],
        None => [line, b""],
    });
    stripped.flatten().copied().collect()
}

fn with_carriage_return(contents: &[u8]) -> Vec<u8> {
    let extended = lines(contents).flat_map(|line| match line.strip_suffix(b"\n") {
        Some(text) => [text, b"\r\n"],
        None => [line, b"".as_slice()],
    });
    extended.flatten().copied().collect()
}
