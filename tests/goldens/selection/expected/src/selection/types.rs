// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::OpenEnum;

/// What is asked for.
///
/// Sites: north, south.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Action {
    /// Placing.
    #[wire("place")]
    Place,
    /// Dropping.
    #[wire("drop")]
    Drop,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Action.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum ByOptionalRequestAction {
    /// Dropping.
    #[wire("drop")]
    Drop,
    /// Keeping.
    #[wire("keep")]
    Keep,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
