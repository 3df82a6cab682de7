//! The text of a decimal number, taken apart.

use std::cmp::Ordering;

/// A decimal number as JSON writes it: `-12.50`, `1.5e-7`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NumberText<'a> {
    negative: bool,
    /// Digits before the point, without leading zeros.
    integer: &'a str,
    /// Digits after the point, as written.
    fraction: &'a str,
    exponent: i64,
}

impl<'a> NumberText<'a> {
    /// Reads `text`, which must be a number in the grammar of JSON, and nothing else.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)?),
            None => (rest, 0),
        };
        let (integer, fraction) = match mantissa.split_once('.') {
            Some((_, "")) => return None,
            Some((integer, fraction)) => (integer, fraction),
            None => (mantissa, ""),
        };
        let starts_well = match integer.strip_prefix('0') {
            Some(more) => more.is_empty(),
            None => !integer.is_empty(),
        };
        if !(starts_well && all_digits(integer) && all_digits(fraction)) {
            return None;
        }
        Some(Self {
            negative,
            integer: integer.strip_prefix('0').unwrap_or(integer),
            fraction,
            exponent,
        })
    }

    /// Digits before the point without leading zeros, and digits after the point as written, once the exponent has
    /// moved the point.
    pub(crate) fn digits(&self) -> (usize, usize) {
        let fraction = length(self.fraction).saturating_sub(self.exponent);
        (to_count(self.magnitude().unwrap_or(0)), to_count(fraction))
    }

    /// Where the first digit other than zero stands: 1 for `1.5`, 2 for `15`, 0 for `0.15`. `None` for zero.
    fn magnitude(&self) -> Option<i64> {
        let leading_zeros = self.all_digits().position(|digit| digit != b'0')?;
        let point = length(self.integer).saturating_add(self.exponent);
        Some(point.saturating_sub(i64::try_from(leading_zeros).unwrap_or(i64::MAX)))
    }

    fn all_digits(&self) -> impl Iterator<Item = u8> + use<'a> {
        self.integer.bytes().chain(self.fraction.bytes())
    }

    /// The digits from the first to the last that is not zero.
    pub(crate) fn significant(&self) -> impl Iterator<Item = u8> + use<'a> {
        let significant = match self.fraction.trim_end_matches('0') {
            "" => (self.integer.trim_end_matches('0'), ""),
            fraction => (self.integer, fraction),
        };
        significant
            .0
            .bytes()
            .chain(significant.1.bytes())
            .skip_while(|digit| *digit == b'0')
    }

    /// Sign and magnitude: what differs first between two numbers. `None` for zero, whatever its sign.
    pub(crate) fn scale(&self) -> Option<(bool, i64)> {
        self.magnitude().map(|magnitude| (self.negative, magnitude))
    }

    /// Compares the numbers, not the texts: `1.0` equals `1`.
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        let sign = |number: &Self| match number.scale() {
            None => 0,
            Some((true, _)) => -1,
            Some((false, _)) => 1,
        };
        let by_sign = sign(self).cmp(&sign(other));
        if by_sign.is_ne() || self.scale().is_none() {
            return by_sign;
        }
        let by_size = self
            .magnitude()
            .cmp(&other.magnitude())
            .then_with(|| self.significant().cmp(other.significant()));
        if self.negative {
            by_size.reverse()
        } else {
            by_size
        }
    }
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads an exponent. One too large for an `i64` becomes the largest: no text is long enough to tell the difference.
fn parse_exponent(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || !all_digits(digits) {
        return None;
    }
    let size = digits.bytes().fold(0i64, |sum, digit| {
        sum.saturating_mul(10)
            .saturating_add(i64::from(digit - b'0'))
    });
    Some(if negative { -size } else { size })
}

fn length(digits: &str) -> i64 {
    i64::try_from(digits.len()).unwrap_or(i64::MAX)
}

/// A count of digits; before the point there can be no fewer than none.
fn to_count(digits: i64) -> usize {
    usize::try_from(digits.max(0)).unwrap_or(usize::MAX)
}

/// Whether `text` is a decimal number of at most `precision` digits, `scale` of them kept for the places after the
/// point.
///
/// As in SQL's `DECIMAL(precision, scale)`, at most `precision - scale` digits may stand before the point. Leading
/// zeros do not count; zeros at the end of the fraction do, being written. An exponent moves the point first.
///
/// ```
/// use koo_runtime::validate::decimal_fits;
///
/// assert!(decimal_fits("-12345678.1234", 12, 4));
/// assert!(!decimal_fits("123456789", 12, 4)); // nine digits before the point, eight allowed
/// assert!(!decimal_fits("1.23456", 12, 4));
/// assert!(decimal_fits("1.5e3", 4, 0)); // 1500
/// assert!(!decimal_fits("a lot", 12, 4));
/// ```
pub fn decimal_fits(text: &str, precision: u32, scale: u32) -> bool {
    decimal_digits(text).is_some_and(|(integer, fraction)| {
        integer <= most(precision.saturating_sub(scale)) && fraction <= most(scale)
    })
}

fn most(digits: u32) -> usize {
    usize::try_from(digits).unwrap_or(usize::MAX)
}

/// How many digits a decimal number has before the point (without leading zeros) and after it (as written); `None` if
/// `text` is no decimal number.
///
/// ```
/// use koo_runtime::validate::decimal_digits;
///
/// assert_eq!(decimal_digits("120.50"), Some((3, 2)));
/// assert_eq!(decimal_digits("0.5"), Some((0, 1)));
/// assert_eq!(decimal_digits("1,5"), None);
/// ```
pub fn decimal_digits(text: &str) -> Option<(usize, usize)> {
    NumberText::parse(text).map(|number| number.digits())
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use proptest::prelude::*;
    use serde_json::value::RawValue;

    use super::{NumberText, decimal_digits, decimal_fits};

    #[test]
    fn reads_the_grammar_of_json_and_nothing_else() {
        for text in ["0", "-0", "10", "0.0", "-1.25", "1e5", "1E+5", "1.5e-7"] {
            assert!(NumberText::parse(text).is_some(), "{text}");
        }
        for text in [
            "", "-", "+1", "01", "00", ".5", "5.", "1.e3", "1e", "1e+", "1.2.3", "1 ", " 1", "٣",
            "NaN", "0x1", "1_000", "--1", "e5",
        ] {
            assert!(NumberText::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn counts_digits_after_moving_the_point() {
        let cases = [
            ("0", (0, 0)),
            ("0.00", (0, 2)),
            ("7", (1, 0)),
            ("120.50", (3, 2)),
            ("0.05", (0, 2)),
            ("1.5e3", (4, 0)),
            ("1.2345e2", (3, 2)),
            ("12e-1", (1, 1)),
            ("0.001e3", (1, 0)),
            ("1e-3", (0, 3)),
            ("0e9", (0, 0)),
        ];
        for (text, digits) in cases {
            assert_eq!(decimal_digits(text), Some(digits), "{text}");
        }
    }

    #[test]
    fn huge_exponents_neither_overflow_nor_fit() {
        assert!(!decimal_fits("1e99999999999999999999", 12, 4));
        assert!(!decimal_fits("1e-99999999999999999999", 12, 4));
        assert!(!decimal_fits("1.5e9223372036854775807", 12, 4));
    }

    #[test]
    fn limits_are_inclusive() {
        assert!(decimal_fits("99999999.9999", 12, 4));
        assert!(!decimal_fits("100000000", 12, 4));
        assert!(!decimal_fits("0.00001", 12, 4));
        assert!(decimal_fits("0.9999", 4, 4));
        assert!(!decimal_fits("1", 4, 4));
        assert!(decimal_fits("-5", 1, 0));
    }

    #[test]
    fn compares_numbers_not_texts() {
        let ordered = [
            "-1e3", "-20", "-3", "-0.5", "0", "0.05", "0.5", "0.51", "1", "1.5", "2", "10", "1e2",
        ];
        for (left, a) in ordered.iter().enumerate() {
            for (right, b) in ordered.iter().enumerate() {
                let order = NumberText::parse(a)
                    .unwrap()
                    .compare(&NumberText::parse(b).unwrap());
                assert_eq!(order, left.cmp(&right), "{a} {b}");
            }
        }
        for (a, b) in [
            ("1", "1.000"),
            ("-0", "0e5"),
            ("100", "1e2"),
            ("0.5", "5e-1"),
            ("-1.50", "-1.5"),
        ] {
            let order = NumberText::parse(a)
                .unwrap()
                .compare(&NumberText::parse(b).unwrap());
            assert_eq!(order, Ordering::Equal, "{a} {b}");
        }
    }
    proptest! {
        #[test]
        fn agrees_with_integers(a in -99_999i64..99_999, b in -99_999i64..99_999, shift in 0u32..8, exponent in -5i32..5) {
            // The same number in three spellings: with a point, with trailing zeros, with an exponent.
            let scale = 10i64.pow(shift);
            let spell = |number: i64| {
                let sign = if number < 0 { "-" } else { "" };
                let (whole, rest) = (number.unsigned_abs() / scale.unsigned_abs(), number.unsigned_abs() % scale.unsigned_abs());
                let width = shift as usize;
                let point = if shift == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:0width$}") };
                let zeros = if shift == 0 { format!("{point}.00") } else { format!("{point}00") };
                [point.clone(), zeros, format!("{number}e-{shift}"), format!("{point}e0")]
            };
            for left in spell(a) {
                for right in spell(b) {
                    let order = NumberText::parse(&left).unwrap().compare(&NumberText::parse(&right).unwrap());
                    prop_assert_eq!(order, a.cmp(&b), "{} {}", left, right);
                    // Both a power of ten larger or smaller: the order stays.
                    let (left, right) = (format!("{a}e{exponent}"), format!("{b}e{exponent}"));
                    let order = NumberText::parse(&left).unwrap().compare(&NumberText::parse(&right).unwrap());
                    prop_assert_eq!(order, a.cmp(&b), "{} {}", left, right);
                }
            }
        }

        #[test]
        fn never_panics(text in "[-+0-9.eE]{0,24}") {
            if let Some(number) = NumberText::parse(&text) {
                prop_assert!(number.compare(&number).is_eq());
                number.digits();
            }
            prop_assert_eq!(NumberText::parse(&text).is_some(), serde_json::from_str::<&RawValue>(&text).is_ok());
        }
    }
}
