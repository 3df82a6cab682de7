//! The rules of packages on disk, as data: what generated code says about them, for a program to apply.
//!
//! Patterns are those of paths from the root of the package: `*` stops at a slash, `**` does not, a slash at the end
//! stands for all below.

/// A package on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Package {
    /// Name in the contract.
    pub name: &'static str,
    /// Patterns of its file name; empty for any.
    pub file_names: &'static [&'static str],
    /// Largest size in bytes, packed if it is packed.
    pub max_bytes: Option<u64>,
    /// What stands where.
    pub files: &'static [FileRule],
    /// What must not occur.
    pub forbidden: &'static [Forbidden],
}

/// What is said about the files that match a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileRule {
    /// Pattern of their paths.
    pub pattern: &'static str,
    /// Whether one must be there.
    pub required: bool,
    /// Largest size in bytes of all of them together.
    pub max_bytes: Option<u64>,
    /// How many may be there.
    pub max_count: Option<u64>,
}

/// Something that must not occur in a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forbidden {
    /// Text, or pattern of a name or path.
    pub name: &'static str,
    /// What it is.
    pub kind: ForbiddenKind,
    /// Sites that forbid it; empty for all.
    pub sites: &'static [&'static str],
    /// Why.
    pub why: &'static str,
}

/// What is forbidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ForbiddenKind {
    /// Text in any file.
    Text,
    /// A function that a Terraform file calls.
    Function,
    /// The type of a resource in a Terraform file.
    Resource,
    /// A block of a Terraform file; with the kind of the block around it, if only inside such a one.
    Block(Option<&'static str>),
    /// A path.
    File,
}
