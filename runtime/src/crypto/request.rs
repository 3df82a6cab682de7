//! The parts of an HTTP request in the one form that both sides sign.

use super::params::by_code_units;
use super::{CryptoError, url_decode, url_encode};

/// The path with every segment percent-encoded once and a slash at the end.
///
/// ```
/// use koo_runtime::crypto::canonical_path;
///
/// assert_eq!(canonical_path("/v1/order query"), "/v1/order%20query/");
/// assert_eq!(canonical_path("/v1/order%20query/"), "/v1/order%20query/");
/// assert_eq!(canonical_path(""), "/");
/// ```
pub fn canonical_path(path: &str) -> String {
    let mut canonical: String = path
        .split('/')
        .map(|segment| {
            // In a path `+` is no space, so it is kept from being decoded as one.
            let decoded = url_decode(segment.replace('+', "%2B"));
            url_encode(decoded.unwrap_or_else(|_| segment.to_owned()))
        })
        .collect::<Vec<_>>()
        .join("/");
    if !canonical.ends_with('/') {
        canonical.push('/');
    }
    canonical
}

/// The query with names and values percent-encoded, ordered by name and then by value.
///
/// ```
/// use koo_runtime::crypto::canonical_query;
///
/// let query = [("b", "2 3"), ("a", ""), ("B", "1")].map(|(name, value)| (name.into(), value.into()));
/// assert_eq!(canonical_query(&query), "B=1&a=&b=2%203");
/// ```
pub fn canonical_query(query: &[(String, String)]) -> String {
    let mut encoded: Vec<_> = query
        .iter()
        .map(|(name, value)| (url_encode(name), url_encode(value)))
        .collect();
    encoded.sort_by(|left, right| {
        by_code_units(&left.0, &right.0).then_with(|| by_code_units(&left.1, &right.1))
    });
    super::join(&encoded, "=", "&")
}

/// The headers called `names`, which are in lower case and separated by `;`: each as `name:value` with the value
/// trimmed, a line feed after each.
///
/// ```
/// use koo_runtime::crypto::canonical_headers;
///
/// let headers = [("X-B", " 2 "), ("A", "1")].map(|(name, value)| (name.into(), value.into()));
/// assert_eq!(canonical_headers(&headers, "a;x-b").as_deref(), Ok("a:1\nx-b:2\n"));
/// ```
///
/// # Errors
///
/// [`CryptoError::NoParam`] if one of them is not there.
pub fn canonical_headers(headers: &[(String, String)], names: &str) -> Result<String, CryptoError> {
    let mut text = String::new();
    for name in names.split(';') {
        let header = headers
            .iter()
            .find(|(other, _)| other.eq_ignore_ascii_case(name));
        let (_, value) = header.ok_or(CryptoError::NoParam)?;
        text.push_str(&name.to_ascii_lowercase());
        text.push(':');
        text.push_str(value.trim());
        text.push('\n');
    }
    Ok(text)
}

/// The names of headers in lower case, ordered and separated by `;`, each once.
///
/// ```
/// use koo_runtime::crypto::names;
///
/// let headers = [("X-B", "2"), ("A", "1")].map(|(name, value)| (name.into(), value.into()));
/// assert_eq!(names(&headers), "a;x-b");
/// ```
pub fn names(headers: &[(String, String)]) -> String {
    let mut names: Vec<_> = headers
        .iter()
        .map(|(name, _)| name.to_ascii_lowercase())
        .collect();
    names.sort();
    names.dedup();
    names.join(";")
}
