// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::OpenEnum;

/// Kind of grant.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Grant {
    /// By a code.
    #[wire("code")]
    Code,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Kind of grant.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum RefreshTokenRequestGrant {
    /// By a token.
    #[wire("refresh")]
    Refresh,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
