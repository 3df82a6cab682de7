//! Parts of texts, and JSON members as parameters.

use std::collections::HashMap;

use super::CryptoError;
use crate::json;

/// The first `count` characters of `text`; all of it if it is shorter.
///
/// ```
/// assert_eq!(koo_runtime::crypto::first("数据 data", 2), "数据");
/// ```
pub fn first(text: &str, count: usize) -> String {
    split(text, count).0.to_owned()
}

/// `text` without its first `count` characters; nothing if it is shorter.
///
/// ```
/// assert_eq!(koo_runtime::crypto::skip("数据 data", 3), "data");
/// ```
pub fn skip(text: &str, count: usize) -> String {
    split(text, count).1.to_owned()
}

fn split(text: &str, count: usize) -> (&str, &str) {
    let at = text
        .char_indices()
        .nth(count)
        .map_or(text.len(), |(at, _)| at);
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// The top-level members of a JSON object as parameters, in the order written: text as it is, anything else as
/// compact JSON, numbers as they were written. Members that are `null` or blank are left out. Of members with the
/// same name the last one counts, in the place of the first.
///
/// ```
/// let params = koo_runtime::crypto::json_params(br#"{"b":1.10,"a":"x","c":null,"d":" "}"#).unwrap();
/// assert_eq!(params, [("b", "1.10"), ("a", "x")].map(|(name, value)| (name.into(), value.into())));
/// ```
///
/// # Errors
/// [`CryptoError::Utf8`] if the bytes are not UTF-8, [`CryptoError::Json`] if they are not a JSON object.
pub fn json_params(json: &[u8]) -> Result<Vec<(String, String)>, CryptoError> {
    let text = std::str::from_utf8(json).map_err(|_| CryptoError::Utf8)?;
    let members = json::members(text).map_err(|_| CryptoError::Json)?;
    let mut places = HashMap::with_capacity(members.len());
    let mut params: Vec<(String, String)> = Vec::with_capacity(members.len());
    for (name, value) in members {
        let value = param(value.get())?;
        let earlier = places.get(&name).and_then(|place| params.get_mut(*place));
        if let Some((_, earlier)) = earlier {
            *earlier = value;
        } else {
            params.push((name.clone().into_owned(), value));
            places.insert(name, params.len() - 1);
        }
    }
    params.retain(|(_, value)| !value.trim().is_empty());
    Ok(params)
}

/// One JSON value as a parameter, empty for null.
fn param(value: &str) -> Result<String, CryptoError> {
    if value == "null" {
        return Ok(String::new());
    }
    if value.starts_with('"') {
        return serde_json::from_str(value).map_err(|_| CryptoError::Json);
    }
    let mut compact = String::with_capacity(value.len());
    json::write_compact(value, &mut compact).map_err(|_| CryptoError::Json)?;
    Ok(compact)
}
