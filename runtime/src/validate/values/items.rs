//! Types that hold several values.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use super::AsText;
use crate::validate::Path;

/// A type that holds several values: a list, a set, or a map with names as keys.
///
/// What the rules about the number of elements, and the rules for `each` element, work on.
#[diagnostic::on_unimplemented(
    message = "a rule for lists is on a field of type `{Self}`, which is no list",
    label = "this field's type has no `Items`",
    note = "numbers of elements work on `Vec`, `VecDeque`, slices, arrays, sets, maps with text keys, and options \
            and boxes of those"
)]
pub trait Items {
    /// What one element is. Of a map, the value.
    type Item;

    /// How many there are, or `None` if there is no list at all.
    fn count(&self) -> Option<usize>;

    /// Shows every element to `visit`, with its path, where `at` is the path of the list.
    fn each(&self, at: &Path<'_>, visit: impl FnMut(&Self::Item, Path<'_>));
}

impl<C: Items> Items for Option<C> {
    type Item = C::Item;

    #[inline]
    fn count(&self) -> Option<usize> {
        self.as_ref()?.count()
    }

    #[inline]
    fn each(&self, at: &Path<'_>, visit: impl FnMut(&Self::Item, Path<'_>)) {
        if let Some(items) = self {
            items.each(at, visit);
        }
    }
}

macro_rules! through_pointer {
    ($($pointer:ty),*) => {$(
        impl<C: Items + ?Sized> Items for $pointer {
            type Item = C::Item;

            #[inline]
            fn count(&self) -> Option<usize> {
                C::count(self)
            }

            #[inline]
            fn each(&self, at: &Path<'_>, visit: impl FnMut(&Self::Item, Path<'_>)) {
                C::each(self, at, visit);
            }
        }
    )*};
}

through_pointer!(&C, Box<C>);

macro_rules! lists {
    ($({$($generics:tt)*} $list:ty),* $(,)?) => {$(
        impl<$($generics)*> Items for $list {
            type Item = T;

            #[inline]
            fn count(&self) -> Option<usize> {
                Some(self.len())
            }

            #[inline]
            fn each(&self, at: &Path<'_>, mut visit: impl FnMut(&T, Path<'_>)) {
                for (index, item) in self.iter().enumerate() {
                    visit(item, at.index(index));
                }
            }
        }
    )*};
}

lists!(
    {T} [T],
    {T, const N: usize} [T; N],
    {T} Vec<T>,
    {T} VecDeque<T>,
    {T} BTreeSet<T>,
    {T, S} HashSet<T, S>,
);

macro_rules! maps {
    ($({$($generics:tt)*} $map:ty),* $(,)?) => {$(
        impl<$($generics)*> Items for $map {
            type Item = V;

            #[inline]
            fn count(&self) -> Option<usize> {
                Some(self.len())
            }

            #[inline]
            fn each(&self, at: &Path<'_>, mut visit: impl FnMut(&V, Path<'_>)) {
                for (name, item) in self {
                    visit(item, at.field(name.as_text().unwrap_or_default()));
                }
            }
        }
    )*};
}

maps!({K: AsText, V, S} HashMap<K, V, S>, {K: AsText, V} BTreeMap<K, V>);
