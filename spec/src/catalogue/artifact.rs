//! Packages on disk: what they may and must hold.

use indexmap::IndexMap;

use super::{Parameter, Placed, Presence, Provenance, Text};
use crate::source::Span;

/// A package on disk.
#[derive(Debug, Clone, PartialEq)]
pub struct Artifact {
    /// Title.
    pub title: Text,
    /// What it is.
    pub doc: Text,
    /// Patterns of its file name; empty for any.
    pub names: Vec<Placed<String>>,
    /// Largest size in bytes, packed if it is packed.
    pub max_bytes: Option<u64>,
    /// Path pattern → what stands there.
    pub files: IndexMap<String, ArtifactFile>,
    /// Text, name or path that must not occur → why.
    pub forbidden: IndexMap<String, Forbidden>,
    /// Sources.
    pub provenance: Provenance,
}

/// A file or folder of a package.
#[derive(Debug, Clone, PartialEq)]
pub struct ArtifactFile {
    /// What it is.
    pub doc: Text,
    /// Whether it must be there.
    pub presence: Presence,
    /// Largest size in bytes of all that matches.
    pub max_bytes: Option<u64>,
    /// How many files may match.
    pub max_count: Option<u64>,
    /// Keys of a structured file.
    pub fields: Vec<Parameter>,
    /// Sources.
    pub provenance: Provenance,
    /// Where the pattern stands.
    pub span: Span,
}

/// Something that must not occur in a package.
#[derive(Debug, Clone, PartialEq)]
pub struct Forbidden {
    /// Why.
    pub doc: Text,
    /// What it is.
    pub kind: ForbiddenKind,
    /// Sites that forbid it; empty for all.
    pub sites: Vec<Placed<String>>,
    /// Sources.
    pub provenance: Provenance,
    /// Where it is defined.
    pub span: Span,
}

/// What is forbidden in a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ForbiddenKind {
    /// Text in any file.
    Text,
    /// A function that a Terraform file calls.
    Function,
    /// The type of a resource in a Terraform file.
    Resource,
    /// A block of a Terraform file.
    Block {
        /// Kind of the block around it, if only inside such a one.
        within: Option<String>,
    },
    /// A path.
    File,
}

impl ForbiddenKind {
    /// The word of the spec language.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Function => "function",
            Self::Resource => "resource",
            Self::Block { .. } => "block",
            Self::File => "file",
        }
    }
}
