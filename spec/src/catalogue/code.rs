//! Result codes.

use super::{Placed, Provenance, Text};
use crate::source::Span;

/// A result code.
#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    /// The text on the wire.
    pub code: String,
    /// Name for generated code, in `CamelCase`.
    pub name: String,
    /// What it means.
    pub doc: Text,
    /// Group of the vendor's table.
    pub group: Option<Text>,
    /// What a generated server or client uses it for.
    pub role: Option<CodeRole>,
    /// What the platform uses it for when a merchant calls it.
    pub platform_role: Option<CodeRole>,
    /// Says that the call succeeded.
    pub success: bool,
    /// What it means for single interfaces, where that differs.
    pub meanings: Vec<Meaning>,
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Interfaces that may answer it; empty for all.
    pub applies_to: Vec<Placed<String>>,
    /// Sites that document it; empty for all.
    pub sites: Vec<Placed<String>>,
    /// HTTP status it comes with.
    pub http_status: Option<u16>,
    /// Sources.
    pub provenance: Provenance,
    /// Where it is defined.
    pub span: Span,
}

/// What a result code means for some interfaces.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Meaning {
    /// The interfaces.
    pub applies_to: Vec<Placed<String>>,
    /// What it means there.
    pub doc: Text,
    /// Sites that document it; empty for all.
    pub sites: Vec<Placed<String>>,
    /// Sources.
    pub provenance: Provenance,
}

/// What a result code is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CodeRole {
    /// The call succeeded.
    Success,
    /// The call was accepted and is still being worked on.
    Pending,
    /// The signature is missing or wrong.
    Signature,
    /// A parameter is missing or wrong.
    Parameter,
    /// What the call names does not exist.
    NotFound,
    /// The called side failed.
    Internal,
}

impl CodeRole {
    /// Every role.
    pub const ALL: [Self; 6] = [
        Self::Success,
        Self::Pending,
        Self::Signature,
        Self::Parameter,
        Self::NotFound,
        Self::Internal,
    ];

    /// The word of the spec language.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Pending => "pending",
            Self::Signature => "signature",
            Self::Parameter => "parameter",
            Self::NotFound => "not-found",
            Self::Internal => "internal",
        }
    }
}
