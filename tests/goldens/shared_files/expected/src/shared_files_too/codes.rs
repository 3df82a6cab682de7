// Written by `koo generate`; do not edit.

//! Result codes.

/// Result codes of Another guide that shares (也共用).
#[derive(Clone, Debug, PartialEq, Eq, Hash, koo_runtime::ResultCode)]
pub enum ResultCode {
    /// The call succeeded.
    ///
    /// Sites: south; source: `returns`.
    #[code("0", role = success)]
    Accepted,
    /// The signature is wrong.
    ///
    /// Sites: south; source: `returns`.
    #[code("1", role = signature)]
    BadSignature,
    /// A code the contract does not list, kept as received.
    #[code(other)]
    Other(String),
}
