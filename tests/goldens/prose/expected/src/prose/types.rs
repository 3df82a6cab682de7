// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use koo_runtime::OpenEnum;

/// Vec\<String> or Option\<T> or \&lt;b\&gt; in words, with \~\~tildes\~\~ and C:\\path\\to.
///
/// Sites: north, south.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Thing {
    /// A "quotation" mark.
    #[wire("a\"b")]
    Quote,
    /// A backslash followed by u4e2d: \\u4e2d.
    #[wire("c\\d")]
    Backslash,
    /// Braces {x} and `{y}`.
    #[wire("e{f}")]
    Braces,
    /// 中文说明，没有空格的长句子需要在合适的地方断行但是不能断在词中间所以这一行会非常长直到结束为止。
    #[wire("中文")]
    Chinese,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
