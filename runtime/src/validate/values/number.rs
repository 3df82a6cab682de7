//! Types that hold a number.

/// A type that holds a number: what the rules about bounds work on.
///
/// Something that is not there, an absent `Option`, is within any bound.
#[diagnostic::on_unimplemented(
    message = "a bound is on a field of type `{Self}`, which is no number",
    label = "this field's type has no `Number`",
    note = "`minimum` and `maximum` work on integers, floating-point numbers, `Decimal`, and options of those"
)]
pub trait Number {
    /// Whether the number is less than `bound`, or is no number that could be compared.
    fn is_below(&self, bound: i128) -> bool;

    /// Whether the number is more than `bound`, or is no number that could be compared.
    fn is_above(&self, bound: i128) -> bool;
}

impl<T: Number> Number for Option<T> {
    #[inline]
    fn is_below(&self, bound: i128) -> bool {
        self.as_ref().is_some_and(|number| number.is_below(bound))
    }

    #[inline]
    fn is_above(&self, bound: i128) -> bool {
        self.as_ref().is_some_and(|number| number.is_above(bound))
    }
}

impl<T: Number + ?Sized> Number for &T {
    #[inline]
    fn is_below(&self, bound: i128) -> bool {
        T::is_below(self, bound)
    }

    #[inline]
    fn is_above(&self, bound: i128) -> bool {
        T::is_above(self, bound)
    }
}

impl<T: Number + ?Sized> Number for Box<T> {
    #[inline]
    fn is_below(&self, bound: i128) -> bool {
        T::is_below(self, bound)
    }

    #[inline]
    fn is_above(&self, bound: i128) -> bool {
        T::is_above(self, bound)
    }
}

macro_rules! integers {
    ($($integer:ty),*) => {$(
        impl Number for $integer {
            #[inline]
            fn is_below(&self, bound: i128) -> bool {
                // Lossless: every integer type here fits. `From` does not exist for the pointer-sized ones.
                #[allow(clippy::cast_lossless)]
                let number = *self as i128;
                number < bound
            }

            #[inline]
            fn is_above(&self, bound: i128) -> bool {
                #[allow(clippy::cast_lossless)]
                let number = *self as i128;
                number > bound
            }
        }
    )*};
}

integers!(u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, i128);

macro_rules! floats {
    ($($float:ty),*) => {$(
        impl Number for $float {
            // Bounds are small integers in practice; one beyond 2^53 is compared after rounding.
            // Negated, so that NaN is outside every bound.
            #[inline]
            #[allow(clippy::cast_precision_loss, clippy::neg_cmp_op_on_partial_ord)]
            fn is_below(&self, bound: i128) -> bool {
                !(*self >= bound as $float)
            }

            #[inline]
            #[allow(clippy::cast_precision_loss, clippy::neg_cmp_op_on_partial_ord)]
            fn is_above(&self, bound: i128) -> bool {
                !(*self <= bound as $float)
            }
        }
    )*};
}

floats!(f32, f64);

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn integers_at_their_ends() {
        assert!(!u64::MAX.is_above(i128::from(u64::MAX)));
        assert!(u64::MAX.is_above(i128::from(u64::MAX) - 1));
        assert!(i64::MIN.is_below(0));
        assert!(!0usize.is_below(0));
        assert!(0u8.is_below(1));
    }

    #[test]
    fn floats_and_what_is_no_number() {
        assert!(0.5f64.is_below(1));
        assert!(!1.0f64.is_below(1));
        assert!(f64::NAN.is_below(-1) && f64::NAN.is_above(1));
    }

    #[test]
    fn absent_is_within_any_bound() {
        assert!(!None::<i32>.is_below(1) && !None::<i32>.is_above(1));
        assert!(Some(0).is_below(1));
    }
}
