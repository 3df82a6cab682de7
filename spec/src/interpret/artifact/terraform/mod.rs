//! What Terraform files name: functions that are called, types of resources, blocks. Comments and literal text name
//! nothing, but expressions inside text do.

mod json;
mod native;

use crate::catalogue::ForbiddenKind;
use crate::source::{Position, SourceFile};

/// The two ways to write Terraform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    /// The language of its own.
    Native,
    /// JSON.
    Json,
}

impl Language {
    /// The language of a file, if it is Terraform.
    pub(super) fn of(path: &str) -> Option<Self> {
        // Terraform reads these letters only.
        if path.strip_suffix(".tf.json").is_some() {
            return Some(Self::Json);
        }
        path.strip_suffix(".tf").map(|_| Self::Native)
    }
}

/// What a mention names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A function that is called.
    Function,
    /// The type of a resource.
    Resource,
    /// A block, with the kind of the outermost block around it.
    Block(Option<String>),
}

impl Kind {
    pub(super) const fn as_str(&self) -> &'static str {
        match self {
            Self::Function => "function",
            Self::Resource => "resource",
            Self::Block(_) => "block",
        }
    }
}

/// Something a file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) kind: Kind,
    pub(super) name: String,
    /// Byte offset.
    pub(super) at: usize,
}

impl Mention {
    /// Whether it is what is forbidden, by its kind.
    pub(super) fn is(&self, forbidden: &ForbiddenKind) -> bool {
        match (&self.kind, forbidden) {
            (Kind::Function, ForbiddenKind::Function)
            | (Kind::Resource, ForbiddenKind::Resource) => true,
            (Kind::Block(around), ForbiddenKind::Block { within }) => {
                within.is_none() || around == within
            }
            _ => false,
        }
    }
}

/// Everything a file names.
///
/// # Errors
///
/// Where and why the file is not what its name says.
pub(super) fn mentions(
    source: &SourceFile,
    language: Language,
) -> Result<Vec<Mention>, (Position, String)> {
    match language {
        Language::Native => Ok(native::code(source.text())),
        Language::Json => json::mentions(source),
    }
}
