//! Emitted files.

/// What one of the first lines of every generated file contains, whatever the comment marks of its language.
pub const BANNER: &str = "Written by `koo generate`; do not edit.";

/// The banner of the files that another command of koo writes, such as `export openapi`.
pub fn banner(command: &str) -> String {
    format!("Written by `koo {command}`; do not edit.")
}

/// A file to write: its path below the output folder, with `/`, and its content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct File {
    /// Path below the output folder.
    pub path: String,
    /// Content.
    pub contents: String,
}

/// Whether the content is of a file with this banner, so that what put it there may replace or remove it.
pub fn is_written_by(contents: &str, banner: &str) -> bool {
    contents.lines().take(3).any(|line| line.contains(banner))
}
