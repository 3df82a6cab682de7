// Written by `koo generate`; do not edit.

//! Parameters and types of the interfaces that manage an instance, that is, one subscription of
//! one buyer.

use koo_runtime::OpenEnum;

/// Status an instance is to take.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum InstanceStatus {
    /// The instance becomes unusable, and its data are kept.
    #[wire("FREEZE")]
    Freeze,
    /// The instance becomes usable again.
    #[wire("UNFREEZE")]
    Unfreeze,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
