//! The canonical form of a JSON object.

use super::{CryptoError, by_code_units};
use crate::json;

/// Rewrites a JSON object in the form that signatures cover: the top-level members sorted by name (order of
/// UTF-16 code units), those whose value is `null` left out, no white space between tokens.
///
/// Nested members keep their order and their nulls, numbers keep their text. Text is written with the
/// fewest escapes: `"`, `\`, and control characters (`\b \t \n \f \r`, otherwise `\u00XX` in upper case);
/// everything else stands for itself. Of top-level members with the same name the last one counts.
///
/// ```
/// use koo_runtime::crypto::canonical_json;
///
/// let body = br#"{ "b": 1.10, "a": "\u4e2d", "c": null }"#;
/// assert_eq!(canonical_json(body)?, "{\"a\":\"中\",\"b\":1.10}".as_bytes());
/// # Ok::<(), koo_runtime::crypto::CryptoError>(())
/// ```
///
/// # Errors
/// [`CryptoError::Utf8`] if the bytes are not UTF-8, [`CryptoError::Json`] if they are not a JSON object.
pub fn canonical_json(json: &[u8]) -> Result<Vec<u8>, CryptoError> {
    let text = std::str::from_utf8(json).map_err(|_| CryptoError::Utf8)?;
    let mut members = json::members(text).map_err(|_| CryptoError::Json)?;
    // Stable, so that the last of several members with one name is the last of its run.
    members.sort_by(|(left, _), (right, _)| by_code_units(left, right));
    let mut out = String::with_capacity(text.len());
    out.push('{');
    for (index, (name, value)) in members.iter().enumerate() {
        let repeated = members.get(index + 1).is_some_and(|(next, _)| next == name);
        if repeated || value.get() == "null" {
            continue;
        }
        if out.len() > 1 {
            out.push(',');
        }
        json::write_text(name, &mut out);
        out.push(':');
        json::write_compact(value.get(), &mut out).map_err(|_| CryptoError::Json)?;
    }
    out.push('}');
    Ok(out.into_bytes())
}
