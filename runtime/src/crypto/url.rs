//! Percent encoding.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::CryptoError;

/// Everything but the unreserved characters of RFC 3986: letters, digits, `-`, `.`, `_`, `~`.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Percent-encodes `text`: unreserved characters of RFC 3986 are kept, a space is `%20`, hexadecimal digits
/// are upper case.
pub fn url_encode(text: impl AsRef<str>) -> String {
    utf8_percent_encode(text.as_ref(), RESERVED).to_string()
}

/// Decodes a form-encoded value: `%XX` is a byte and `+` is a space. A `%` that no two hexadecimal digits
/// follow stands for itself.
///
/// # Errors
/// [`CryptoError::Utf8`] if the decoded bytes are not UTF-8.
pub fn url_decode(text: impl AsRef<str>) -> Result<String, CryptoError> {
    let text = plus_to_space(text.as_ref());
    percent_decode_str(&text)
        .decode_utf8()
        .map(Cow::into_owned)
        .map_err(|_| CryptoError::Utf8)
}

/// [`url_decode`] for text whose sender is not known yet: bytes that are not UTF-8 become U+FFFD.
pub(crate) fn decode_form_lossy(text: &str) -> String {
    percent_decode_str(&plus_to_space(text))
        .decode_utf8_lossy()
        .into_owned()
}

fn plus_to_space(text: &str) -> Cow<'_, str> {
    if text.contains('+') {
        Cow::Owned(text.replace('+', " "))
    } else {
        Cow::Borrowed(text)
    }
}
