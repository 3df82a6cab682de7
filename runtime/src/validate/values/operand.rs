//! Types that a condition can compare.

use std::borrow::Cow;

/// A type that the condition of a `required_if` can compare with a literal or with another field.
///
/// ```
/// use koo_runtime::validate::Operand;
///
/// assert_eq!("FREEZE".operand(), Some("FREEZE"));
/// assert_eq!(Some(String::from("FREEZE")).operand(), Some("FREEZE"));
/// assert_eq!(None::<String>.operand(), None);
/// assert_eq!(7u16.operand(), Some(7i128));
/// ```
#[diagnostic::on_unimplemented(
    message = "a condition cannot compare a field of type `{Self}`",
    label = "this field's type has no `Operand`",
    note = "conditions compare `String`, `&str`, open enums, integers, `bool`, and options and boxes of those; of \
            any other `Option` they can ask `present(field)`"
)]
pub trait Operand {
    /// What is compared: `&str`, `i128` or `bool`.
    type Value<'a>: PartialEq
    where
        Self: 'a;

    /// The value, or `None` if there is none; then it equals no literal.
    fn operand(&self) -> Option<Self::Value<'_>>;
}

impl Operand for str {
    type Value<'a> = &'a str;

    #[inline]
    fn operand(&self) -> Option<&str> {
        Some(self)
    }
}

impl Operand for String {
    type Value<'a> = &'a str;

    #[inline]
    fn operand(&self) -> Option<&str> {
        Some(self)
    }
}

impl<T: Operand + ToOwned + ?Sized> Operand for Cow<'_, T> {
    type Value<'a>
        = T::Value<'a>
    where
        Self: 'a;

    #[inline]
    fn operand(&self) -> Option<T::Value<'_>> {
        T::operand(self)
    }
}

impl<T: Operand> Operand for Option<T> {
    type Value<'a>
        = T::Value<'a>
    where
        Self: 'a;

    #[inline]
    fn operand(&self) -> Option<T::Value<'_>> {
        self.as_ref()?.operand()
    }
}

impl<T: Operand + ?Sized> Operand for &T {
    type Value<'a>
        = T::Value<'a>
    where
        Self: 'a;

    #[inline]
    fn operand(&self) -> Option<T::Value<'_>> {
        T::operand(self)
    }
}

impl<T: Operand + ?Sized> Operand for Box<T> {
    type Value<'a>
        = T::Value<'a>
    where
        Self: 'a;

    #[inline]
    fn operand(&self) -> Option<T::Value<'_>> {
        T::operand(self)
    }
}

impl Operand for bool {
    type Value<'a> = bool;

    #[inline]
    fn operand(&self) -> Option<bool> {
        Some(*self)
    }
}

macro_rules! integers {
    ($($integer:ty),*) => {$(
        impl Operand for $integer {
            type Value<'a> = i128;

            #[inline]
            fn operand(&self) -> Option<i128> {
                // Lossless: every integer type here fits. `From` does not exist for the pointer-sized ones.
                #[allow(clippy::cast_lossless)]
                Some(*self as i128)
            }
        }
    )*};
}

integers!(u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, i128);
