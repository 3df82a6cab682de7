// Written by `koo generate`; do not edit.

//! Result codes.

/// Result codes of Result codes (结果码).
#[derive(Clone, Debug, PartialEq, Eq, Hash, koo_runtime::ResultCode)]
pub enum ResultCode {
    /// Done.
    ///
    /// Sites: north, south; source: `orders`.
    #[code("200", role = success)]
    Success,
    /// Not done yet.
    ///
    /// Sites: north, south; source: `orders`.
    #[code("202", role = pending, retryable)]
    Pending,
    /// A "parameter" is wrong.
    ///
    /// Sites: north, south; source: `orders`.
    #[code("400", role = parameter)]
    BadParameter,
    /// The signature is wrong.
    ///
    /// Sites: north, south; source: `orders`.
    #[code("401", role = signature)]
    BadSignature,
    /// There is no such order.
    ///
    /// Answered by `placeOrder`.
    ///
    /// Sites: north; source: `orders`.
    #[code("404", role = not_found)]
    NotFound,
    /// The merchant's server has failed for a reason of its own that it does not want to name,
    /// which happens now and then to the best of servers.
    ///
    /// Seen in examples only.
    ///
    /// Sites: north, south; source: `orders`; read in a fragment only.
    #[code("500", role = internal, retryable)]
    InternalError,
    /// A code that is no number.
    ///
    /// Sites: north, south; source: `orders`; concluded, not printed.
    #[code("A.1-b")]
    Odd,
    /// A code the contract does not list, kept as received.
    #[code(other)]
    Other(String),
}
