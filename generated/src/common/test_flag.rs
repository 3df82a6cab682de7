// Written by `koo generate`; do not edit.

//! The mark of debug requests in the guides that also name a value for real ones.

use koo_runtime::OpenEnum;

/// Whether a request is a debug request.
///
/// Sites: mainland.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum TestFlag {
    /// Debug request.
    #[wire("1")]
    Debug,
    /// Real request.
    #[wire("0")]
    Real,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
