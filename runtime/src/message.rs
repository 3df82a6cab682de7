//! A message as a signing scheme sees it.

use std::collections::HashSet;

use crate::crypto::decode_form_lossy;
#[cfg(any(feature = "client", feature = "mock"))]
use crate::crypto::{join, url_encode};
use crate::scheme::SchemeError;

/// As many names are looked through.
const FEW: usize = 16;

/// A request or a reply whose signature is made or checked. Borrowed: nothing is copied to check it.
#[derive(Clone, Copy)]
pub struct Message<'a> {
    /// HTTP method; empty for a reply.
    pub method: &'a str,
    /// Path as sent, without the query; empty for a reply.
    pub path: &'a str,
    /// Query parameters in the order sent, names and values decoded, each name once (see [`parse_query`]).
    pub query: &'a [(String, String)],
    /// Headers in the order sent. Names compare without regard to letter case.
    pub headers: &'a [(String, String)],
    /// The body, byte for byte.
    pub body: &'a [u8],
}

impl<'a> Message<'a> {
    /// Value of the query parameter `name`, `None` if there is none.
    pub fn query_get(&self, name: &str) -> Option<&'a str> {
        self.query
            .iter()
            .find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }

    /// Value of the first header called `name`, letter case aside, `None` if there is none.
    pub fn header_get(&self, name: &str) -> Option<&'a str> {
        self.headers
            .iter()
            .find(|(other, _)| other.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// Value of the query parameter `name`, which the scheme needs.
    ///
    /// # Errors
    /// [`SchemeError::Missing`] if it is absent or empty.
    pub fn query_value(&self, name: &'static str) -> Result<&'a str, SchemeError> {
        required(self.query_get(name), name)
    }

    /// Value of the header `name`, which the scheme needs.
    ///
    /// # Errors
    /// [`SchemeError::Missing`] if it is absent or empty.
    pub fn header_value(&self, name: &'static str) -> Result<&'a str, SchemeError> {
        required(self.header_get(name), name)
    }
}

fn required<'a>(value: Option<&'a str>, name: &'static str) -> Result<&'a str, SchemeError> {
    value
        .filter(|value| !value.is_empty())
        .ok_or(SchemeError::Missing(name))
}

/// Splits and decodes the query of a URL (`%XX` and `+`). Of a repeated parameter the first value counts,
/// as in servlet containers; bytes that are not UTF-8 become U+FFFD, so that no signature fits them.
///
/// ```
/// use koo_runtime::message::parse_query;
///
/// assert_eq!(
///     parse_query("a=1+2&b=%E4%B8%AD&a=3&c"),
///     [("a", "1 2"), ("b", "中"), ("c", "")].map(|(name, value)| (name.into(), value.into())),
/// );
/// ```
pub fn parse_query(query: &str) -> Vec<(String, String)> {
    let mut seen = HashSet::new();
    let mut kept: Vec<(String, String)> = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let name = decode_form_lossy(name);
        // Looking through a few names is quicker than hashing them.
        let is_new = if kept.len() < FEW {
            kept.iter().all(|(other, _)| *other != name)
        } else {
            if seen.is_empty() {
                seen.extend(kept.iter().map(|(name, _)| name.clone()));
            }
            seen.insert(name.clone())
        };
        if is_new {
            kept.push((name, decode_form_lossy(value)));
        }
    }
    kept
}

/// A path with a query behind it, names and values percent-encoded.
#[cfg(any(feature = "client", feature = "mock"))]
pub(crate) fn path_and_query(path: &str, query: &[(String, String)]) -> String {
    if query.is_empty() {
        return path.to_owned();
    }
    format!("{path}?{}", form_encode(query))
}

/// Names and values, percent-encoded, as a query or a form.
#[cfg(any(feature = "client", feature = "mock"))]
pub(crate) fn form_encode(pairs: &[(String, String)]) -> String {
    let encoded: Vec<_> = pairs
        .iter()
        .map(|(name, value)| (url_encode(name), url_encode(value)))
        .collect();
    join(&encoded, "=", "&")
}
