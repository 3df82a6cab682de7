//! Comparison in constant time.

use subtle::ConstantTimeEq as _;

/// Whether `a` and `b` are the same bytes, in a time that depends on their lengths only.
pub fn equal(a: impl AsRef<[u8]>, b: impl AsRef<[u8]>) -> bool {
    a.as_ref().ct_eq(b.as_ref()).into()
}

/// Whether `a` and `b` are the same text when the case of ASCII letters does not count, in a time that
/// depends on their lengths only.
pub fn equal_ignoring_case(a: impl AsRef<str>, b: impl AsRef<str>) -> bool {
    equal(lower(a.as_ref()), lower(b.as_ref()))
}

/// Lower-cases ASCII letters without a branch on the letter.
fn lower(text: &str) -> Vec<u8> {
    text.bytes()
        .map(|byte| {
            let is_upper = byte.wrapping_sub(b'A') < 26;
            byte | (u8::from(is_upper) << 5)
        })
        .collect()
}
