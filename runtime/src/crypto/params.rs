//! Text and parameters put in order and put together.

use super::CryptoError;

use std::cmp::Ordering;

/// The parts one after the other, with nothing between them.
pub fn concat(parts: &[&str]) -> String {
    parts.concat()
}

/// The parameters sorted by name, in the order of UTF-16 code units, as Java's and JavaScript's string
/// comparison has it. Parameters of one name keep their order.
pub fn sort_params(params: &[(String, String)]) -> Vec<(String, String)> {
    let mut sorted = params.to_vec();
    sorted.sort_by(|(left, _), (right, _)| by_code_units(left, right));
    sorted
}

/// The parameters but those called `name`, such as the signature itself.
pub fn without(params: &[(String, String)], name: &str) -> Vec<(String, String)> {
    params
        .iter()
        .filter(|(other, _)| other != name)
        .cloned()
        .collect()
}

/// Each parameter as its name, `between`, its value; the parameters separated by `separator`.
///
/// ```
/// use koo_runtime::crypto::join;
///
/// let params = [("a".into(), "1".into()), ("b".into(), "2".into())];
/// assert_eq!(join(&params, "=", "&"), "a=1&b=2");
/// ```
pub fn join(params: &[(String, String)], between: &str, separator: &str) -> String {
    let mut text = String::new();
    for (index, (name, value)) in params.iter().enumerate() {
        if index > 0 {
            text.push_str(separator);
        }
        text.push_str(name);
        text.push_str(between);
        text.push_str(value);
    }
    text
}

/// Compares by UTF-16 code units. Differs from the order of UTF-8 bytes only where a character beyond
/// U+FFFF meets one between U+E000 and U+FFFF.
pub(crate) fn by_code_units(left: &str, right: &str) -> Ordering {
    if left.is_ascii() || right.is_ascii() {
        // ASCII sorts before the rest in both orders.
        left.cmp(right)
    } else {
        left.encode_utf16().cmp(right.encode_utf16())
    }
}

/// The first value of `name` among `params`.
///
/// ```
/// let params = [("a".to_owned(), "1".to_owned())];
/// assert_eq!(koo_runtime::crypto::value(&params, "a").as_deref(), Ok("1"));
/// assert!(koo_runtime::crypto::value(&params, "b").is_err());
/// ```
///
/// # Errors
///
/// [`CryptoError::NoParam`] if there is none.
pub fn value(params: &[(String, String)], name: &str) -> Result<String, CryptoError> {
    let found = params.iter().find(|(other, _)| other == name);
    found
        .map(|(_, value)| value.clone())
        .ok_or(CryptoError::NoParam)
}
