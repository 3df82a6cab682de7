//! Bytes as text and back.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::CryptoError;

/// Lower-case hexadecimal text of `data`.
pub fn hex(data: impl AsRef<[u8]>) -> String {
    let data = data.as_ref();
    let mut text = vec![0; data.len() * 2];
    // There is room for two digits a byte, and digits are ASCII.
    let _ = ::hex::encode_to_slice(data, &mut text);
    String::from_utf8(text).unwrap_or_default()
}

/// Upper-case hexadecimal text of `data`.
pub fn hex_upper(data: impl AsRef<[u8]>) -> String {
    let mut text = hex(data);
    text.make_ascii_uppercase();
    text
}

/// The bytes written as hexadecimal `text`, in either letter case.
///
/// # Errors
/// [`CryptoError::Hex`] on an odd length or a character that is no hexadecimal digit.
pub fn hex_decode(text: impl AsRef<str>) -> Result<Vec<u8>, CryptoError> {
    ::hex::decode(text.as_ref()).map_err(|_| CryptoError::Hex)
}

/// Base64 text (RFC 4648 section 4, with padding) of `data`.
pub fn base64(data: impl AsRef<[u8]>) -> String {
    STANDARD.encode(data)
}

/// The bytes written as base64 `text` (RFC 4648 section 4, with padding).
///
/// # Errors
/// [`CryptoError::Base64`] on a foreign character, missing padding, or trailing bits that are not zero.
pub fn base64_decode(text: impl AsRef<str>) -> Result<Vec<u8>, CryptoError> {
    STANDARD
        .decode(text.as_ref())
        .map_err(|_| CryptoError::Base64)
}

/// The text whose UTF-8 form is `data`.
///
/// # Errors
/// [`CryptoError::Utf8`] if the bytes are not UTF-8.
pub fn utf8(data: impl Into<Vec<u8>>) -> Result<String, CryptoError> {
    String::from_utf8(data.into()).map_err(|_| CryptoError::Utf8)
}
