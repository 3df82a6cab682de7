//! Lengths of texts, and what they are counted in.

use std::fmt::{self, Display};

/// What the length of a text is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LengthUnit {
    /// Unicode scalar values: `云` is 1, an emoji outside the basic plane is 1.
    #[default]
    Characters,
    /// Bytes of the UTF-8 form: `云` is 3, an emoji outside the basic plane is 4.
    Bytes,
    /// UTF-16 code units, as Java and JavaScript count: `云` is 1, an emoji outside the basic plane is 2.
    Utf16,
}

impl LengthUnit {
    /// The unit's name for a count of `count`: `1 character`, `2 characters`.
    pub const fn noun(self, count: usize) -> &'static str {
        match (self, count) {
            (Self::Characters, 1) => "character",
            (Self::Characters, _) => "characters",
            (Self::Bytes, 1) => "byte",
            (Self::Bytes, _) => "bytes",
            (Self::Utf16, 1) => "UTF-16 unit",
            (Self::Utf16, _) => "UTF-16 units",
        }
    }

    /// The most bytes of UTF-8 that one unit can stand for.
    const fn most_bytes(self) -> usize {
        match self {
            Self::Characters => 4,
            Self::Bytes => 1,
            // What takes four bytes takes two units.
            Self::Utf16 => 3,
        }
    }
}

impl Display for LengthUnit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.noun(2))
    }
}

/// The length of `text`.
///
/// ```
/// use koo_runtime::validate::{LengthUnit, length};
///
/// assert_eq!(length("数据库😀", LengthUnit::Characters), 4);
/// assert_eq!(length("数据库😀", LengthUnit::Bytes), 13);
/// assert_eq!(length("数据库😀", LengthUnit::Utf16), 5);
/// ```
pub fn length(text: &str, unit: LengthUnit) -> usize {
    match unit {
        LengthUnit::Characters => text.chars().count(),
        LengthUnit::Bytes => text.len(),
        // Counting lead bytes, and those of four-byte sequences twice, needs no decoding.
        LengthUnit::Utf16 => text
            .bytes()
            .map(|byte| usize::from(is_lead(byte)) + usize::from(byte >= 0xF0))
            .sum(),
    }
}

/// The length of `text` if it is more than `max`.
///
/// A text has at least as many bytes as characters or UTF-16 units, so one that has at most `max` bytes is passed
/// without being counted.
///
/// ```
/// use koo_runtime::validate::{LengthUnit, exceeds};
///
/// assert_eq!(exceeds("instance-1", 10, LengthUnit::Characters), None);
/// assert_eq!(exceeds("instance-12", 10, LengthUnit::Characters), Some(11));
/// // Twelve bytes, but four characters.
/// assert_eq!(exceeds("实例名称", 4, LengthUnit::Characters), None);
/// assert_eq!(exceeds("实例名称", 4, LengthUnit::Bytes), Some(12));
/// ```
#[inline]
pub fn exceeds(text: &str, max: usize, unit: LengthUnit) -> Option<usize> {
    match unit {
        _ if text.len() <= max => None,
        LengthUnit::Characters if has_at_most(text, max) => None,
        _ => count_above(text, max, unit),
    }
}

/// The length of `text` if it is less than `min`.
///
/// ```
/// use koo_runtime::validate::{LengthUnit, falls_short};
///
/// assert_eq!(falls_short("secret", 6, LengthUnit::Characters), None);
/// assert_eq!(falls_short("密码", 6, LengthUnit::Characters), Some(2));
/// ```
#[inline]
pub fn falls_short(text: &str, min: usize, unit: LengthUnit) -> Option<usize> {
    // With that many bytes there are enough units, however they are spread.
    if text.len() / unit.most_bytes() >= min {
        None
    } else {
        count_below(text, min, unit)
    }
}

/// Whether `text` has at most `max` characters.
///
/// A character has one byte that begins it, and every other byte takes one off the length in bytes. Once they have
/// taken off enough, the rest need not be read.
#[inline(never)]
fn has_at_most(text: &str, max: usize) -> bool {
    let mut surplus = text.len().saturating_sub(max);
    let (words, rest) = text.as_bytes().as_chunks();
    let (blocks, words) = words.as_chunks::<4>();
    for block in blocks {
        let others = count_others(block);
        if others >= surplus {
            return true;
        }
        surplus -= others;
    }
    let rest = rest.iter().filter(|byte| !is_lead(**byte)).count();
    count_others(words) + rest >= surplus
}

/// How many of the bytes in a few words, 31 at most, begin no character. Has no branch, so vector instructions do it.
#[inline]
fn count_others(words: &[[u8; 8]]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let in_each_place: u64 = words
        .iter()
        .map(|word| u64::from_ne_bytes(*word))
        // Such a byte starts with the bits 1 and 0.
        .map(|word| (word & !(word << 1)) >> 7 & ONES)
        .sum();
    // The eight counts, one in each byte, added up in the highest.
    usize::from(in_each_place.wrapping_mul(ONES).to_be_bytes()[0])
}

/// Whether a byte of UTF-8 begins a character.
#[inline]
const fn is_lead(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[inline(never)]
fn count_above(text: &str, max: usize, unit: LengthUnit) -> Option<usize> {
    Some(length(text, unit)).filter(|&count| count > max)
}

#[inline(never)]
fn count_below(text: &str, min: usize, unit: LengthUnit) -> Option<usize> {
    Some(length(text, unit)).filter(|&count| count < min)
}

#[cfg(test)]
mod tests {
    use super::{LengthUnit, exceeds, falls_short, length};

    const UNITS: [LengthUnit; 3] = [LengthUnit::Characters, LengthUnit::Bytes, LengthUnit::Utf16];

    /// One text per width of UTF-8, alone and mixed.
    const TEXTS: [&str; 8] = ["", "a", "é", "云", "😀", "aé云😀", "👩‍👩‍👧", "实例 ok"];

    #[test]
    fn units_agree_with_the_standard_library() {
        for text in TEXTS {
            assert_eq!(length(text, LengthUnit::Characters), text.chars().count());
            assert_eq!(length(text, LengthUnit::Bytes), text.len());
            assert_eq!(length(text, LengthUnit::Utf16), text.encode_utf16().count());
        }
    }

    #[test]
    fn long_texts_are_counted_to_the_byte() {
        // Every width, every place in a block of 32 bytes, and lengths of several blocks.
        for text in TEXTS.iter().filter(|text| !text.is_empty()) {
            for ascii in 0..=32 {
                let text = format!("{}{}{text}", "a".repeat(ascii), text.repeat(40));
                let count = text.chars().count();
                for limit in count - 2..=count + 2 {
                    let expected = (count > limit).then_some(count);
                    assert_eq!(exceeds(&text, limit, LengthUnit::Characters), expected);
                }
                assert_eq!(exceeds(&text, 0, LengthUnit::Characters), Some(count));
            }
        }
    }

    #[test]
    fn shortcuts_never_change_the_answer() {
        for text in TEXTS {
            for unit in UNITS {
                let count = length(text, unit);
                for limit in 0..=30 {
                    assert_eq!(exceeds(text, limit, unit), (count > limit).then_some(count));
                    assert_eq!(
                        falls_short(text, limit, unit),
                        (count < limit).then_some(count)
                    );
                }
            }
        }
    }
}
