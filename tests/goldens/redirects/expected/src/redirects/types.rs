// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::OpenEnum;

/// Kind of login.
///
/// Sites: north, south; source: `login`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Kind {
    /// Password.
    #[wire("password")]
    Password,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// How sure the login is.
///
/// Sites: north, south; source: `login`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Level {
    /// Sure.
    #[wire("high")]
    High,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// What is asked.
///
/// Sites: north, south; source: `login`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Prompt {
    /// Consent.
    #[wire("consent")]
    Consent,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
