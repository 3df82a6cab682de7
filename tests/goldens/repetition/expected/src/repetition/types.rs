// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::OpenEnum;

/// Kind.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Kind {
    /// First.
    #[wire("a")]
    A,
    /// Second.
    #[wire("b")]
    B,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Real or tried.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Mode {
    /// Real.
    #[wire("real")]
    Real,
    /// Tried.
    #[wire("tried")]
    Tried,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
