// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::OpenEnum;

/// Algorithm of encrypted values.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Protection {
    /// A vector for each value.
    #[wire("1")]
    Drawn,
    /// One vector for all.
    #[wire("2")]
    Fixed,
    /// Nothing.
    #[wire("3")]
    Open,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
