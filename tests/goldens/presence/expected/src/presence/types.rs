// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::OpenEnum;

/// What kind of order it is.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Kind {
    /// A present.
    #[wire("GIFT")]
    Gift,
    /// Nothing special.
    #[wire("PLAIN")]
    Plain,
    /// In a hurry.
    #[wire("RUSH")]
    Rush,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
