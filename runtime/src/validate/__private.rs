//! What derived code needs besides the rules.

use std::fmt;
use std::marker::PhantomData;

pub use serde;
use serde::de::{Deserializer, Error, Visitor};

/// Asks any field whether it is there: `Probe(&self.field).is_present()`, with [`AlwaysPresent`] in scope.
///
/// On an `Option` the method of the type itself is found first; on anything else only that of the trait.
#[derive(Debug)]
pub struct Probe<'a, T: ?Sized>(pub &'a T);

impl<T> Probe<'_, Option<T>> {
    #[inline]
    pub fn is_present(&self) -> bool {
        self.0.is_some()
    }
}

/// What is no `Option` is there.
pub trait AlwaysPresent {
    #[inline]
    fn is_present(&self) -> bool {
        true
    }
}

impl<T: ?Sized> AlwaysPresent for Probe<'_, T> {}

/// Reads a text; allocates only for one that `T` keeps.
pub fn deserialize_text<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: From<String> + for<'t> From<&'t str>,
{
    struct Text<T>(PhantomData<T>);

    impl<T: From<String> + for<'t> From<&'t str>> Visitor<'_> for Text<T> {
        type Value = T;

        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("a text")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            Ok(T::from(text))
        }

        fn visit_string<E: Error>(self, text: String) -> Result<T, E> {
            Ok(T::from(text))
        }
    }

    deserializer.deserialize_str(Text(PhantomData))
}
