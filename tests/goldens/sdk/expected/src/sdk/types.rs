// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::OpenEnum;

/// How to save.
///
/// Sites: north, south; source: `sdk`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Mode {
    /// As a copy.
    #[wire("copy")]
    Copy,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Name of the message.
///
/// Sites: north, south; source: `sdk`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Operation {
    /// This one.
    #[wire("other")]
    Other,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Unlisted(String),
}

/// Outcome.
///
/// Sites: north, south; source: `sdk`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Status {
    /// Saved.
    #[wire("success")]
    Success,
    /// Not saved.
    #[wire("failed")]
    Failed,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
