//! Emitted files.

/// What the first line of every emitted file contains, whatever the comment marks of its language.
pub const BANNER: &str = "Written by `koo generate`; do not edit.";

/// A file to write: its path below the output folder, with `/`, and its content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct File {
    /// Path below the output folder.
    pub path: String,
    /// Content.
    pub contents: String,
}

/// Whether the content is of a file that koo wrote, so that it may be replaced or removed.
pub fn is_generated(contents: &str) -> bool {
    contents.lines().take(3).any(|line| line.contains(BANNER))
}
