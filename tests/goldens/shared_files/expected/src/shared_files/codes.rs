// Written by `koo generate`; do not edit.

//! Result codes.

/// Result codes of What several guides share (共用).
#[derive(Clone, Debug, PartialEq, Eq, Hash, koo_runtime::ResultCode)]
pub enum ResultCode {
    /// The call succeeded.
    ///
    /// Sites: north; source: `orders`.
    #[code("0", role = success)]
    Accepted,
    /// The signature is wrong.
    ///
    /// Sites: north; source: `orders`.
    #[code("1", role = signature)]
    BadSignature,
    /// A code the contract does not list, kept as received.
    #[code(other)]
    Other(String),
}
