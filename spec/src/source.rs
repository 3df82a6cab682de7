//! Source files and positions in them.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// One file of a spec, kept so that every message can show its line.
#[derive(Debug, Clone)]
pub struct SourceFile {
    path: String,
    text: Cow<'static, str>,
    /// Counted when a position is first asked for: a clean catalogue needs none.
    line_starts: OnceLock<Vec<usize>>,
}

impl SourceFile {
    /// A file with the path shown in messages and its text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self::with_text(path, Cow::Owned(text.into()))
    }

    /// A file whose text is part of the program.
    pub fn from_static(path: impl Into<String>, text: &'static str) -> Self {
        Self::with_text(path, Cow::Borrowed(text))
    }

    fn with_text(path: impl Into<String>, text: Cow<'static, str>) -> Self {
        Self {
            path: path.into(),
            text,
            line_starts: OnceLock::new(),
        }
    }

    /// The path shown in messages, with `/` between folders.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column of a byte offset, both counted from 1, the column in characters.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line_starts = self.line_starts();
        let line = line_starts.partition_point(|start| *start <= offset);
        let start = line_starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(0);
        let before = self.text.get(start..offset).unwrap_or("");
        let column = before.trim_start_matches('\u{feff}').chars().count() + 1;
        Position { line, column }
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            std::iter::once(0)
                .chain(self.text.match_indices('\n').map(|(at, _)| at + 1))
                .collect()
        })
    }
}

impl PartialEq for SourceFile {
    fn eq(&self, other: &Self) -> bool {
        (&self.path, &self.text) == (&other.path, &other.text)
    }
}

impl Eq for SourceFile {}

/// A line and a column, both counted from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// A stretch of bytes in one file of a [`SourceMap`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "builtin", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    /// Index of the file in its source map.
    pub file: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from the start of `self` to the end of `other`, both in the same file.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self {
            end: self.end.max(other.end),
            ..self
        }
    }

    /// A part of this span: `start..end` are byte offsets counted from its first byte.
    #[must_use]
    pub fn part(self, start: usize, end: usize) -> Self {
        let clamp = |offset: usize| {
            u32::try_from(offset)
                .unwrap_or(u32::MAX)
                .saturating_add(self.start)
                .min(self.end)
        };
        Self {
            file: self.file,
            start: clamp(start),
            end: clamp(end),
        }
    }
}

/// All files of a loaded spec.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    files: Vec<Arc<SourceFile>>,
}

impl SourceMap {
    /// Adds a file and gives the index that spans refer to.
    pub fn add(&mut self, file: SourceFile) -> u32 {
        self.files.push(Arc::new(file));
        u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX)
    }

    /// The file of an index.
    pub fn file(&self, index: u32) -> Option<&SourceFile> {
        self.files.get(index as usize).map(AsRef::as_ref)
    }

    /// All files in the order they were added.
    pub fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter().map(AsRef::as_ref)
    }

    /// `file:line:column` of the start of a span.
    pub fn locate(&self, span: Span) -> Location {
        match self.file(span.file) {
            Some(file) => Location {
                path: file.path().to_owned(),
                position: file.position(span.start as usize),
            },
            None => Location {
                path: String::new(),
                position: Position { line: 1, column: 1 },
            },
        }
    }

    /// The text a span covers.
    pub fn text(&self, span: Span) -> &str {
        self.file(span.file)
            .and_then(|file| file.text().get(span.start as usize..span.end as usize))
            .unwrap_or("")
    }
}

/// Where something stands, for people: `file:line:column`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// Path of the file as it was given.
    pub path: String,
    /// Line and column.
    pub position: Position,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.path, self.position)
    }
}
