// Written by `koo generate`; do not edit.

//! Result codes.

/// Result codes of Calling the market (调用).
#[derive(Clone, Debug, PartialEq, Eq, Hash, koo_runtime::ResultCode)]
pub enum ResultCode {
    /// Done.
    ///
    /// Sites: north, south; source: `calls`.
    #[code("0", role = success)]
    Done,
    /// Not allowed.
    ///
    /// Sites: north, south; source: `calls`.
    #[code("4")]
    NotAllowed,
    /// Try again.
    ///
    /// Sites: north, south; source: `calls`.
    #[code("5", retryable)]
    Busy,
    /// Closed.
    ///
    /// Sites: north, south; source: `calls`.
    #[code("6")]
    Closed,
    /// A code the contract does not list, kept as received.
    #[code(other)]
    Other(String),
}
