//! Enums whose variants are texts on the wire: what `OpenEnum` and `ResultCode` share.

mod check;
mod emit;

use syn::{Ident, LitStr, Path, Visibility};

pub(crate) use check::{Kind, Marker, check, text_or_other};
pub(crate) use emit::emit;

/// An enum of texts.
pub(crate) struct TextEnum<T> {
    /// Path of koo-runtime.
    pub(crate) runtime: Path,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    /// The variants with a text of their own, in the order written.
    pub(crate) known: Vec<Known<T>>,
    /// The variant that keeps every other text.
    pub(crate) other: Ident,
}

/// A variant with a text of its own.
pub(crate) struct Known<T> {
    pub(crate) variant: Ident,
    pub(crate) text: LitStr,
    /// What else its attribute says.
    pub(crate) more: T,
}
