//! Texts that encode bytes.

use super::json;

/// A byte that neither base64 nor JSON allows anywhere: stands for what could not be decoded.
const MALFORMED: u8 = 0xFF;

/// Whether `text` is hexadecimal digits.
pub(super) fn is_hex(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether `text` is a UUID with hyphens.
pub(super) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Whether `text` is base64 with padding.
pub(super) fn is_base64(text: &str) -> bool {
    !text.is_empty() && Base64::of(text.bytes()).all(|byte| byte.is_some())
}

/// Whether `text` is JSON in base64, URL-encoded.
pub(super) fn is_url_encoded_base64_json(text: &str) -> bool {
    let encoded = percent_decoded(text.bytes()).map(|byte| byte.unwrap_or(MALFORMED));
    json::matches(Base64::of(encoded).map(|byte| byte.unwrap_or(MALFORMED)))
}

/// Undoes URL encoding as forms have it; a `+` is a space. `None` where a `%` starts no byte.
fn percent_decoded(mut bytes: impl Iterator<Item = u8>) -> impl Iterator<Item = Option<u8>> {
    std::iter::from_fn(move || {
        Some(match bytes.next()? {
            b'+' => Some(b' '),
            b'%' => hex_digit(bytes.next())
                .zip(hex_digit(bytes.next()))
                .map(|(high, low)| high << 4 | low),
            other => Some(other),
        })
    })
}

fn hex_digit(byte: Option<u8>) -> Option<u8> {
    let digit = char::from(byte?).to_digit(16)?;
    u8::try_from(digit).ok()
}

/// Decodes base64, byte by byte. After something malformed comes one `None`, then the end.
struct Base64<I> {
    encoded: I,
    /// Decoded and not given out, the next one last.
    pending: [u8; 3],
    left: usize,
    finished: bool,
}

impl<I: Iterator<Item = u8>> Base64<I> {
    fn of(encoded: I) -> Self {
        Self {
            encoded,
            pending: [0; 3],
            left: 0,
            finished: false,
        }
    }

    /// Decodes the next four characters into `pending`. `None` if they are malformed.
    fn refill(&mut self, first: u8) -> Option<()> {
        let bits = sextet(first)? << 18 | sextet(self.encoded.next()?)? << 12;
        let (third, fourth) = (self.encoded.next()?, self.encoded.next()?);
        let (bits, padding) = match (third, fourth) {
            (b'=', b'=') => (bits, 2),
            (third, b'=') => (bits | sextet(third)? << 6, 1),
            (third, fourth) => (bits | sextet(third)? << 6 | sextet(fourth)?, 0),
        };
        let [_, high, middle, low] = bits.to_be_bytes();
        // Bits beyond the last byte must be zero, or two texts would decode to the same bytes.
        (self.pending, self.left) = match padding {
            0 => ([low, middle, high], 3),
            1 if low == 0 => ([middle, high, 0], 2),
            2 if low == 0 && middle == 0 => ([high, 0, 0], 1),
            _ => return None,
        };
        self.finished = padding > 0;
        Some(())
    }
}

impl<I: Iterator<Item = u8>> Iterator for Base64<I> {
    type Item = Option<u8>;

    fn next(&mut self) -> Option<Option<u8>> {
        if self.left == 0 {
            let first = self.encoded.next()?;
            // Nothing may follow the padding.
            if self.finished || self.refill(first).is_none() {
                self.finished = true;
                return Some(None);
            }
        }
        self.left -= 1;
        Some(self.pending.get(self.left).copied())
    }
}

fn sextet(letter: u8) -> Option<u32> {
    let value = match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use proptest::prelude::*;

    use super::Base64;
    use crate::validate::Format;

    #[test]
    fn hex_and_uuid() {
        assert!(Format::Hex.matches("00ffAB"));
        assert!(
            !Format::Hex.matches("")
                && !Format::Hex.matches("0x12")
                && !Format::Hex.matches("ab cd")
        );
        assert!(Format::Uuid.matches("123e4567-e89b-12d3-A456-426614174000"));
        for text in [
            "",
            "123e4567e89b12d3a456426614174000",
            "123e4567-e89b-12d3-a456-42661417400g",
            "123e4567-e89b-12d3-a456-4266141740000",
            "{123e4567-e89b-12d3-a456-426614174000}",
            "123e4567-e89b-12d3-a456-42661417-000",
        ] {
            assert!(!Format::Uuid.matches(text), "{text}");
        }
    }

    #[test]
    fn base64() {
        for (encoded, decoded) in [
            ("Zg==", "f"),
            ("Zm8=", "fo"),
            ("Zm9v", "foo"),
            ("Zm9vYmE=", "fooba"),
        ] {
            assert!(Format::Base64.matches(encoded), "{encoded}");
            let bytes: Option<Vec<u8>> = Base64::of(encoded.bytes()).collect();
            assert_eq!(bytes.as_deref(), Some(decoded.as_bytes()));
        }
        for text in [
            "", "Zg", "Zg=", "Zm9", "Zg==Zg==", "Zm9v=", "====", "Zh==", "Zm9=", "Zm 9", "Zm-_",
            "Z===", "=Zg=",
        ] {
            assert!(!Format::Base64.matches(text), "{text}");
        }
    }

    #[test]
    fn layers() {
        // {"a":"云>>>"} : its base64 has a plus sign.
        assert!(Format::UrlEncodedBase64Json.matches("eyJhIjoi5LqRPj4%2BIn0%3D"));
        assert!(Format::UrlEncodedBase64Json.matches("eyJhIjoi5LqRPj4%2bIn0="));
        for text in [
            "",
            "eyJhIjoi5LqRPj4+In0%3D", // the plus sign not encoded: a space to the receiver
            "eyJhIjoi5LqRPj4%2BIn0",  // no padding
            "eyJhIjoi5LqRPj4%2",      // half a byte
            "Zm9v",                   // foo
            "%7B%7D",                 // {}, URL-encoded only
        ] {
            assert!(!Format::UrlEncodedBase64Json.matches(text), "{text}");
        }
    }
    proptest! {
        #[test]
        fn base64_agrees_with_the_crate(text in "[A-Za-z0-9+/]{0,9}={0,3}[A=]?") {
            let expected = STANDARD.decode(&text).ok().filter(|bytes| !bytes.is_empty());
            let decoded: Option<Vec<u8>> = Base64::of(text.bytes()).collect();
            prop_assert_eq!(Format::Base64.matches(&text), expected.is_some());
            prop_assert_eq!(decoded.filter(|bytes| !bytes.is_empty()), expected);
        }

        #[test]
        fn url_encoded_base64_json_of_any_json(text in ".{0,20}") {
            let json = serde_json::to_string(&text).unwrap();
            let encoded = STANDARD.encode(&json).replace('+', "%2B").replace('/', "%2f").replace('=', "%3D");
            prop_assert!(Format::UrlEncodedBase64Json.matches(&encoded));
        }
    }
}
