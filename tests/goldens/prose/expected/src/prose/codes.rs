// Written by `koo generate`; do not edit.

//! Result codes.

/// Result codes of Words with \[brackets\], \<tags> \& \*stars\* (文字\_与|符号).
#[derive(Clone, Debug, PartialEq, Eq, Hash, koo_runtime::ResultCode)]
pub enum ResultCode {
    /// It is done (really!)
    ///
    /// Sites: north, south; source: `a_page`.
    #[code("0", role = success, meaning = "It is done (really!)")]
    Success,
    /// Says "no", and \\n is no new line.
    ///
    /// Sites: north, south; source: `a_page`.
    #[code("1", meaning = "Says \"no\", and \\n is no new line")]
    Quotes,
    /// A code the contract does not list, kept as received.
    #[code(other)]
    Other(String),
}
