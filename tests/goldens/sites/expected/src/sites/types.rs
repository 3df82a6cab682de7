// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::OpenEnum;

/// Whether it is a trial.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Flag {
    /// A trial.
    #[wire("1")]
    Trial,
    /// For real.
    ///
    /// Sites: south.
    #[wire("0")]
    Real,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
