//! Comparison in constant time.

use subtle::{Choice, ConstantTimeEq as _};

/// Whether `a` and `b` are the same bytes, in a time that depends on their lengths only.
pub fn equal(a: impl AsRef<[u8]>, b: impl AsRef<[u8]>) -> bool {
    compare(a.as_ref(), b.as_ref(), |word| word)
}

/// Whether `a` and `b` are the same text when the case of ASCII letters does not count, in a time that
/// depends on their lengths only.
pub fn equal_ignoring_case(a: impl AsRef<str>, b: impl AsRef<str>) -> bool {
    compare(a.as_ref().as_bytes(), b.as_ref().as_bytes(), |word| {
        word.map(lower)
    })
}

/// Compares eight bytes at a time, each eight as `seen`.
fn compare(a: &[u8], b: &[u8], seen: impl Fn([u8; 8]) -> [u8; 8]) -> bool {
    let same = |a: [u8; 8], b: [u8; 8]| {
        let (a, b) = (u64::from_le_bytes(seen(a)), u64::from_le_bytes(seen(b)));
        a.ct_eq(&b)
    };
    let ((a_words, a_rest), (b_words, b_rest)) = (a.as_chunks(), b.as_chunks());
    let words = a_words.iter().zip(b_words);
    let all = words.fold(Choice::from(1), |all, (a, b)| all & same(*a, *b));
    let rests = same(padded(a_rest), padded(b_rest));
    a.len() == b.len() && (all & rests).into()
}

/// Less than eight bytes, zeros behind them.
fn padded(rest: &[u8]) -> [u8; 8] {
    let mut word = [0; 8];
    for (to, from) in word.iter_mut().zip(rest) {
        *to = *from;
    }
    word
}

/// Lower-cases an ASCII letter without a branch on it.
fn lower(byte: u8) -> u8 {
    let is_upper = byte.wrapping_sub(b'A') < 26;
    byte | (u8::from(is_upper) << 5)
}
