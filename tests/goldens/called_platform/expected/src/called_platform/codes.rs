// Written by `koo generate`; do not edit.

//! Result codes.

/// Result codes of What merchants call (平台).
#[derive(Clone, Debug, PartialEq, Eq, Hash, koo_runtime::ResultCode)]
pub enum ResultCode {
    /// Done.
    ///
    /// Sites: north, south; source: `orders`.
    #[code("0", role = success)]
    Success,
    /// Not allowed.
    ///
    /// Sites: north, south; source: `orders`.
    #[code("A.1")]
    NotAllowed,
    /// A parameter is wrong.
    ///
    /// Sites: north, south; source: `orders`.
    #[code("A.2")]
    BadParameter,
    /// There is no such order.
    ///
    /// Sites: north, south; source: `orders`.
    #[code("A.3")]
    NoOrder,
    /// The platform failed.
    ///
    /// Sites: north, south; source: `orders`.
    #[code("A.9")]
    Failed,
    /// A code the contract does not list, kept as received.
    #[code(other)]
    Other(String),
}
