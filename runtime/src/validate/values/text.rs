//! Types that hold a text.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

/// A type that holds a text: what the rules about length, form and allowed texts work on.
///
/// `#[derive(OpenEnum)]` and `#[derive(ResultCode)]` write it for enums.
///
/// ```
/// use koo_runtime::validate::AsText;
///
/// struct OrderId(String);
///
/// impl AsText for OrderId {
///     fn as_text(&self) -> Option<&str> {
///         Some(&self.0)
///     }
/// }
///
/// assert_eq!(OrderId("CS1".to_owned()).as_text(), Some("CS1"));
/// assert_eq!(None::<OrderId>.as_text(), None);
/// ```
#[diagnostic::on_unimplemented(
    message = "a rule for texts is on a field of type `{Self}`, which is no text",
    label = "this field's type has no `AsText`",
    note = "lengths in characters, formats and lists of allowed texts work on `String`, `&str`, `Cow<str>`, \
            `Decimal`, open enums, and options and boxes of those"
)]
pub trait AsText {
    /// The text, or `None` if there is none; then no rule about texts is violated.
    fn as_text(&self) -> Option<&str>;
}

impl AsText for str {
    #[inline]
    fn as_text(&self) -> Option<&str> {
        Some(self)
    }
}

impl AsText for String {
    #[inline]
    fn as_text(&self) -> Option<&str> {
        Some(self)
    }
}

impl<T: AsText + ToOwned + ?Sized> AsText for Cow<'_, T> {
    #[inline]
    fn as_text(&self) -> Option<&str> {
        T::as_text(self)
    }
}

impl<T: AsText> AsText for Option<T> {
    #[inline]
    fn as_text(&self) -> Option<&str> {
        self.as_ref()?.as_text()
    }
}

macro_rules! through_pointer {
    ($($pointer:ty),*) => {$(
        impl<T: AsText + ?Sized> AsText for $pointer {
            #[inline]
            fn as_text(&self) -> Option<&str> {
                T::as_text(self)
            }
        }
    )*};
}

through_pointer!(&T, Box<T>, Rc<T>, Arc<T>);
