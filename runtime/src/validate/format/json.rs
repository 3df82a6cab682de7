//! The grammar of JSON (RFC 8259), read without building anything.

use std::iter::Peekable;

/// Whether `bytes` are one JSON text in UTF-8.
pub(super) fn matches(bytes: impl Iterator<Item = u8>) -> bool {
    let mut scanner = Scanner {
        bytes: bytes.peekable(),
    };
    scanner.document().is_some()
}

/// What may come next.
#[derive(Clone, Copy, PartialEq)]
enum Expected {
    Value,
    /// A value, or the end of the list that just began.
    FirstItem,
    Name,
    /// A name, or the end of the object that just began.
    FirstName,
    /// A comma or the end of the innermost list or object, if there is one.
    After,
}

/// The lists and objects that are open: one bit each, the innermost last, set for an object.
#[derive(Default)]
struct Nesting {
    objects: u128,
    depth: u32,
}

impl Nesting {
    fn open(&mut self, object: bool) -> Option<()> {
        self.depth = Some(self.depth + 1).filter(|depth| *depth <= u128::BITS)?;
        self.objects = self.objects << 1 | u128::from(object);
        Some(())
    }

    /// Closes the innermost if it is of that kind.
    fn close(&mut self, object: bool) -> Option<()> {
        if self.innermost() != Some(object) {
            return None;
        }
        self.depth -= 1;
        self.objects >>= 1;
        Some(())
    }

    /// Whether the innermost is an object.
    fn innermost(&self) -> Option<bool> {
        (self.depth > 0).then_some(self.objects & 1 == 1)
    }
}

/// Reads bytes; every method answers `None` at something malformed.
struct Scanner<I: Iterator<Item = u8>> {
    bytes: Peekable<I>,
}

impl<I: Iterator<Item = u8>> Scanner<I> {
    fn document(&mut self) -> Option<()> {
        let mut nesting = Nesting::default();
        let mut expected = Expected::Value;
        loop {
            self.skip_space();
            if expected == Expected::After && nesting.innermost().is_none() {
                return self.bytes.next().is_none().then_some(());
            }
            expected = self.step(expected, &mut nesting)?;
        }
    }

    /// Reads one token, and a name's colon with it.
    fn step(&mut self, expected: Expected, nesting: &mut Nesting) -> Option<Expected> {
        let byte = self.bytes.next()?;
        match (expected, byte) {
            (Expected::After, b',') => {
                return Some(if nesting.innermost()? {
                    Expected::Name
                } else {
                    Expected::Value
                });
            }
            (Expected::After | Expected::FirstName, b'}') => nesting.close(true)?,
            (Expected::After | Expected::FirstItem, b']') => nesting.close(false)?,
            (Expected::Name | Expected::FirstName, b'"') => {
                self.string()?;
                self.skip_space();
                self.exactly(b":")?;
                return Some(Expected::Value);
            }
            (Expected::Value | Expected::FirstItem, byte) => match byte {
                b'{' => {
                    nesting.open(true)?;
                    return Some(Expected::FirstName);
                }
                b'[' => {
                    nesting.open(false)?;
                    return Some(Expected::FirstItem);
                }
                b'"' => self.string()?,
                b't' => self.exactly(b"rue")?,
                b'f' => self.exactly(b"alse")?,
                b'n' => self.exactly(b"ull")?,
                _ => self.number(byte)?,
            },
            _ => return None,
        }
        Some(Expected::After)
    }

    fn skip_space(&mut self) {
        while self.take(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')) {}
    }

    /// Takes the next byte if it is as wanted.
    fn take(&mut self, wanted: impl Fn(u8) -> bool) -> bool {
        self.bytes.next_if(|byte| wanted(*byte)).is_some()
    }

    fn exactly(&mut self, wanted: &[u8]) -> Option<()> {
        wanted
            .iter()
            .all(|byte| self.bytes.next() == Some(*byte))
            .then_some(())
    }

    /// The rest of a number after its first byte.
    fn number(&mut self, first: u8) -> Option<()> {
        let digit = if first == b'-' {
            self.bytes.next()?
        } else {
            first
        };
        match digit {
            b'0' => {}
            b'1'..=b'9' => self.more_digits(),
            _ => return None,
        }
        if self.take(|byte| byte == b'.') {
            self.digits()?;
        }
        if self.take(|byte| matches!(byte, b'e' | b'E')) {
            self.take(|byte| matches!(byte, b'+' | b'-'));
            self.digits()?;
        }
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        self.take(|byte| byte.is_ascii_digit())
            .then(|| self.more_digits())
    }

    fn more_digits(&mut self) {
        while self.take(|byte| byte.is_ascii_digit()) {}
    }

    /// The rest of a string after its opening quote.
    fn string(&mut self) -> Option<()> {
        loop {
            match self.bytes.next()? {
                b'"' => return Some(()),
                b'\\' => self.escape()?,
                0x00..=0x1F => return None,
                0x20..=0x7F => {}
                lead => self.beyond_ascii(lead)?,
            }
        }
    }

    fn escape(&mut self) -> Option<()> {
        match self.bytes.next()? {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(()),
            b'u' => (0..4)
                .all(|_| self.take(|byte| byte.is_ascii_hexdigit()))
                .then_some(()),
            _ => None,
        }
    }

    /// The rest of a character of several bytes.
    fn beyond_ascii(&mut self, lead: u8) -> Option<()> {
        let width = match lead {
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            _ => return None,
        };
        let mut character = [lead, 0, 0, 0];
        let character = character.get_mut(..width)?;
        for byte in character.iter_mut().skip(1) {
            *byte = self.bytes.next()?;
        }
        std::str::from_utf8(character).ok().map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;
    use serde_json::value::RawValue;

    use super::matches;

    fn is_json(text: &str) -> bool {
        matches(text.bytes())
    }

    #[test]
    fn accepts_what_the_grammar_accepts() {
        for text in [
            "{}",
            "[]",
            "null",
            "true",
            "false",
            "0",
            "-0",
            "1.5e+7",
            "\"\"",
            " \t\r\n1\n",
            "[1,2]",
            "[[],{}]",
            r#"{"a":1,"b":[true,{"c":null}]}"#,
            r#" { "a" : [ 1 , 2 ] } "#,
            r#""\"\\\/\b\f\n\r\té😀云""#,
            r#"{"":""}"#,
        ] {
            assert!(is_json(text), "{text}");
            assert!(
                serde_json::from_str::<serde_json::Value>(text).is_ok(),
                "{text}"
            );
        }
    }

    #[test]
    fn refuses_what_the_grammar_refuses() {
        for text in [
            "",
            " ",
            "{",
            "}",
            "[",
            "]",
            "[1",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            "{1:1}",
            "[}",
            "{]",
            "{\"a\":1]",
            "[1}",
            "01",
            "1.",
            ".5",
            "-",
            "+1",
            "1e",
            "1e+",
            "NaN",
            "nul",
            "True",
            "'a'",
            "\"a",
            "\"\t\"",
            r#""\x""#,
            r#""\u12g4""#,
            "1 2",
            "{}{}",
            "[1]]",
            "//x\n1",
            "\u{feff}1",
            "[\"a\" \"b\"]",
            "{\"a\" 1}",
            "1,2",
        ] {
            assert!(!is_json(text), "{text}");
            assert!(
                serde_json::from_str::<serde_json::Value>(text).is_err(),
                "{text}"
            );
        }
    }

    #[test]
    fn refuses_what_is_not_utf_8() {
        for bytes in [
            &b"\"\xFF\""[..],
            b"\"\xC0\xAF\"",
            b"\"\xE4\xBA\"",
            b"\"\xED\xA0\x80\"",
            b"\"\xF4\x90\x80\x80\"",
            b"\xFF",
        ] {
            assert!(!matches(bytes.iter().copied()), "{bytes:?}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(is_json(&nested(128)));
        assert!(!is_json(&nested(129)));
        assert!(!is_json(&"[".repeat(100_000)));
    }
    proptest! {
        /// Nothing but the tokens of JSON, so that many of the texts are JSON or nearly so.
        #[test]
        fn agrees_with_serde_json(tokens in vec(select(TOKENS), 0..12)) {
            let text = tokens.concat();
            // Unlike a value, raw JSON is judged by the grammar alone.
            prop_assert_eq!(is_json(&text), serde_json::from_str::<&RawValue>(&text).is_ok(), "{}", text);
        }
    }

    const TOKENS: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"a\"",
        "\"",
        "\\",
        "\\u00",
        "云",
        "0",
        "12",
        "-",
        ".5",
        "e",
        "E+1",
        "true",
        "null",
        "f",
        " ",
        "\n",
        "\u{1}",
        "\"k\":",
        "[1,2]",
        "{\"k\":{}}",
    ];
}
