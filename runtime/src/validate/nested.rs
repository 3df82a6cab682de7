//! Values inside values: lists, options and boxes of what has [`Validate`].

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use super::{AsText, Items, Path, Validate, Violations};

impl<T: Validate> Validate for Option<T> {
    #[inline]
    fn violations(&self, at: &Path<'_>, found: &mut Violations) {
        if let Some(value) = self {
            value.violations(at, found);
        }
    }
}

impl<T: Validate + ToOwned + ?Sized> Validate for Cow<'_, T> {
    #[inline]
    fn violations(&self, at: &Path<'_>, found: &mut Violations) {
        T::violations(self, at, found);
    }
}

macro_rules! through_pointer {
    ($($pointer:ty),*) => {$(
        impl<T: Validate + ?Sized> Validate for $pointer {
            #[inline]
            fn violations(&self, at: &Path<'_>, found: &mut Violations) {
                T::violations(self, at, found);
            }
        }
    )*};
}

through_pointer!(&T, Box<T>, Rc<T>, Arc<T>);

macro_rules! through_items {
    ($({$($generics:tt)*} $items:ty),* $(,)?) => {$(
        impl<$($generics)*> Validate for $items {
            #[inline]
            fn violations(&self, at: &Path<'_>, found: &mut Violations) {
                self.each(at, |item, at| item.violations(&at, found));
            }
        }
    )*};
}

through_items!(
    {T: Validate} [T],
    {T: Validate, const N: usize} [T; N],
    {T: Validate} Vec<T>,
    {T: Validate} VecDeque<T>,
    {T: Validate} BTreeSet<T>,
    {T: Validate, S} HashSet<T, S>,
    {K: AsText, T: Validate, S} HashMap<K, T, S>,
    {K: AsText, T: Validate} BTreeMap<K, T>,
);
