//! Forms that a text can have to have.

mod encoded;
mod json;
mod list;
mod timestamp;
mod url;

use std::fmt::{self, Display};

pub use timestamp::layout_is_known;

/// The form a text must have.
///
/// No form accepts the empty text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format<'a> {
    /// An absolute `http` or `https` URL. Characters outside ASCII may stand for themselves.
    Url,
    /// A UUID with hyphens, in either letter case.
    Uuid,
    /// Hexadecimal digits, in either letter case.
    Hex,
    /// Base64 with padding (RFC 4648, section 4).
    Base64,
    /// Milliseconds since 1970 began in UTC, as 13 digits.
    EpochMillis,
    /// A date, a time or both, in one of these layouts.
    ///
    /// A layout is made of `yyyy`, `MM`, `dd`, `HH`, `mm`, `ss` and `SSS`, and of characters that stand for
    /// themselves: digits, punctuation, spaces, `T`, `Z`, and anything between single quotes. The date must exist:
    /// `20250229` does not match `yyyyMMdd`.
    Timestamp(&'a [&'a str]),
    /// A JSON text (RFC 8259) of any kind, nested at most 128 deep.
    Json,
    /// A JSON text in base64 with padding, URL-encoded.
    UrlEncodedBase64Json,
    /// Texts separated by commas, none of them empty.
    CommaList {
        /// Most texts allowed, if there is a limit.
        max_items: Option<usize>,
        /// Most characters of each text, if there is a limit.
        max_chars_each: Option<usize>,
    },
}

impl Format<'_> {
    /// Whether `text` has this form. Allocates nothing.
    ///
    /// ```
    /// use koo_runtime::validate::Format;
    ///
    /// assert!(Format::Url.matches("https://example.com/console?id=7"));
    /// assert!(!Format::Url.matches("example.com"));
    ///
    /// let stamp = Format::Timestamp(&["yyyyMMddHHmmssSSS", "yyyy-MM-ddTHH:mm:ssZ"]);
    /// assert!(stamp.matches("20240229235959999"));
    /// assert!(stamp.matches("2024-02-29T23:59:59Z"));
    /// assert!(!stamp.matches("20230229235959999"));
    /// ```
    pub fn matches(&self, text: &str) -> bool {
        match *self {
            Self::Url => url::matches(text),
            Self::Uuid => encoded::is_uuid(text),
            Self::Hex => encoded::is_hex(text),
            Self::Base64 => encoded::is_base64(text),
            Self::EpochMillis => timestamp::is_epoch_millis(text),
            Self::Timestamp(layouts) => layouts
                .iter()
                .any(|layout| timestamp::matches(text, layout)),
            Self::Json => json::matches(text.bytes()),
            Self::UrlEncodedBase64Json => encoded::is_url_encoded_base64_json(text),
            Self::CommaList {
                max_items,
                max_chars_each,
            } => list::matches(text, max_items, max_chars_each),
        }
    }
}

/// What a text of this form is, in words: `an absolute http or https URL`.
impl Display for Format<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match *self {
            Self::Url => "an absolute http or https URL",
            Self::Uuid => "a UUID",
            Self::Hex => "hexadecimal",
            Self::Base64 => "base64",
            Self::EpochMillis => "milliseconds since 1970 in 13 digits",
            Self::Timestamp(layouts) => {
                return write!(out, "a time of the form {}", layouts.join(" or "));
            }
            Self::Json => "JSON",
            Self::UrlEncodedBase64Json => "JSON in base64, URL-encoded",
            Self::CommaList {
                max_items,
                max_chars_each,
            } => return list::describe(out, max_items, max_chars_each),
        })
    }
}
