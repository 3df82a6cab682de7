//! Functions and events of a client SDK.

use super::{Parameter, Provenance, Text};

/// A function of a client SDK.
#[derive(Debug, Clone, PartialEq)]
pub struct Function {
    /// Title.
    pub title: Text,
    /// What it does.
    pub doc: Text,
    /// Arguments.
    pub parameters: Vec<Parameter>,
    /// What it gives back.
    pub returns: Vec<Parameter>,
    /// Sources.
    pub provenance: Provenance,
}

/// An event of a client SDK.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Title.
    pub title: Text,
    /// When it occurs.
    pub doc: Text,
    /// What tells it from others.
    pub code: Option<String>,
    /// What it carries.
    pub message: Vec<Parameter>,
    /// Sources.
    pub provenance: Provenance,
}
