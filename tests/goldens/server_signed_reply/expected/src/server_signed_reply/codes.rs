// Written by `koo generate`; do not edit.

//! Result codes.

/// Result codes of Server whose replies are always signed (服务).
#[derive(Clone, Debug, PartialEq, Eq, Hash, koo_runtime::ResultCode)]
pub enum ResultCode {
    /// Done.
    ///
    /// Sites: north, south; source: `orders`.
    #[code("0", role = success)]
    Success,
    /// The signature is wrong.
    ///
    /// Sites: north, south; source: `orders`.
    #[code("1", role = signature)]
    BadSignature,
    /// A parameter is wrong.
    ///
    /// Sites: north, south; source: `orders`.
    #[code("2", role = parameter)]
    BadParameter,
    /// The call is too old.
    ///
    /// Sites: north, south; source: `orders`.
    #[code("3")]
    Stale,
    /// A code the contract does not list, kept as received.
    #[code(other)]
    Other(String),
}
