// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::OpenEnum;

/// Stands in no model.
///
/// Sites: north, south; source: `calls`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum XTrace {
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
