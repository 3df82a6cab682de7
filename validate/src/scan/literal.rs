//! Texts as they stand in JSON.

use std::borrow::Cow;
use std::ops::Range;

/// A text between its quotes, escapes and all.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Literal<'d> {
    raw: &'d str,
    start: usize,
    escaped: bool,
}

impl<'d> Literal<'d> {
    pub(super) const fn new(raw: &'d str, start: usize, escaped: bool) -> Self {
        Self {
            raw,
            start,
            escaped,
        }
    }

    /// The bytes it takes in the document, quotes included.
    pub(crate) const fn span(&self) -> Range<usize> {
        self.start - 1..self.start + self.raw.len() + 1
    }

    /// The text that is meant.
    #[inline]
    pub(crate) fn text(&self) -> Cow<'d, str> {
        if self.escaped {
            Cow::Owned(decode(self.raw))
        } else {
            Cow::Borrowed(self.raw)
        }
    }

    /// Finds the places in the document from which bytes of the text that is meant come.
    pub(crate) const fn origins(&self) -> Origins<'d> {
        Origins {
            literal: *self,
            at: 0,
            decoded: 0,
        }
    }
}

/// Finds places from left to right, so that many of them cost one reading of the text.
#[derive(Debug, Clone)]
pub(crate) struct Origins<'d> {
    literal: Literal<'d>,
    /// Bytes read as they stand, and as they are meant.
    at: usize,
    decoded: usize,
}

impl Origins<'_> {
    /// Where in the document the byte `offset` of the text that is meant comes from.
    pub(crate) fn find(&mut self, offset: usize) -> usize {
        if offset < self.decoded {
            (self.at, self.decoded) = (0, 0);
        }
        while self.decoded < offset {
            let rest = self.literal.raw.get(self.at..).unwrap_or_default();
            let Some((character, length)) = unescape(rest) else {
                break;
            };
            if self.decoded + character.len_utf8() > offset {
                break;
            }
            self.decoded += character.len_utf8();
            self.at += length;
        }
        self.literal.start + self.at
    }

    /// Where in the document some bytes of the text that is meant come from.
    pub(crate) fn span(&mut self, span: &Range<usize>) -> Range<usize> {
        let start = self.find(span.start);
        // Values overlap, so what comes next may begin before this ends.
        start..self.clone().find(span.end)
    }
}

fn decode(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(escape) = memchr::memchr(b'\\', rest.as_bytes()) {
        let (plain, escaped) = rest.split_at(escape);
        text.push_str(plain);
        let Some((character, length)) = unescape(escaped) else {
            break;
        };
        text.push(character);
        rest = escaped.get(length..).unwrap_or_default();
    }
    text + rest
}

/// The first character that is meant, and the bytes it takes. The scanner let only good escapes pass.
fn unescape(raw: &str) -> Option<(char, usize)> {
    if raw.as_bytes().first() != Some(&b'\\') {
        let first = raw.chars().next()?;
        return Some((first, first.len_utf8()));
    }
    let unit = |at: usize| unit(*raw.as_bytes().get(at..)?.first_chunk()?);
    Some(match raw.as_bytes().get(1)? {
        b'b' => ('\u{8}', 2),
        b'f' => ('\u{c}', 2),
        b'n' => ('\n', 2),
        b'r' => ('\r', 2),
        b't' => ('\t', 2),
        b'u' => match unit(2)? {
            high @ 0xD800..=0xDBFF => {
                let low = unit(8)?.checked_sub(0xDC00)?;
                let code = 0x1_0000 + ((high - 0xD800) << 10) + low;
                (char::from_u32(code)?, 12)
            }
            code => (char::from_u32(code)?, 6),
        },
        other => (char::from(*other), 2),
    })
}

/// Four hexadecimal digits as a number.
#[inline]
pub(super) fn unit(digits: [u8; 4]) -> Option<u32> {
    digits.iter().try_fold(0, |number, digit| {
        Some(number << 4 | char::from(*digit).to_digit(16)?)
    })
}

#[cfg(test)]
mod tests {
    use crate::scan::Scanner;

    #[test]
    fn positions_inside_escaped_text_lead_back() {
        let document = r#"  "a\u4e91\ud83d\ude00\"z""#;
        let mut scanner = Scanner::new(document);
        scanner.peek();
        let literal = scanner.string().unwrap();
        assert_eq!(literal.text(), "a云😀\"z");
        let mut origins = literal.origins();
        for (letter, written) in [
            ("a", "a"),
            ("云", r"\u4e91"),
            ("😀", r"\ud83d"),
            ("\"", "\\\"z"),
            ("z", "z"),
        ] {
            let origin = origins.find(literal.text().find(letter).unwrap());
            assert!(document[origin..].starts_with(written), "{letter}");
        }
        assert_eq!(origins.find(1000), document.len() - 1);
        assert_eq!(origins.span(&(1..2)), 4..4);
        assert_eq!(origins.span(&(1..4)), 4..10);
        assert_eq!(literal.span(), 2..document.len());
    }
}
