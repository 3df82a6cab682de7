//! Types that can be absent.

/// A type whose value can be absent: what `required` and `required_if` work on.
///
/// Only `None` is absent. An empty text is there; `min_chars = 1` refuses it.
#[diagnostic::on_unimplemented(
    message = "a field of type `{Self}` is always there, so it cannot be required",
    label = "only an `Option` can be absent",
    note = "a field that is no `Option` is required by its type; to refuse an empty text use `min_chars = 1`, to \
            refuse an empty list use `min_items = 1`"
)]
pub trait Presence {
    /// Whether the value is there.
    fn is_present(&self) -> bool;
}

impl<T> Presence for Option<T> {
    #[inline]
    fn is_present(&self) -> bool {
        self.is_some()
    }
}

impl<T: Presence + ?Sized> Presence for Box<T> {
    #[inline]
    fn is_present(&self) -> bool {
        T::is_present(self)
    }
}

impl<T: Presence + ?Sized> Presence for &T {
    #[inline]
    fn is_present(&self) -> bool {
        T::is_present(self)
    }
}
