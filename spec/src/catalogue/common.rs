//! Files whose definitions families include.

use super::{Catalogue, Text};
use crate::source::Span;

/// A file whose definitions families include.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CommonFile {
    /// Id.
    pub id: String,
    /// What it holds.
    pub doc: Text,
    /// Where the id stands. What the file defines has spans of the same file.
    pub span: Span,
}

impl Catalogue {
    /// The common file in which a definition with this span stands; `None` where a family defines it itself.
    pub fn common_file(&self, span: Span) -> Option<&CommonFile> {
        self.common.iter().find(|file| file.span.file == span.file)
    }
}
