//! Query strings and forms.

use std::ops::Range;

use koo_runtime::crypto::url_decode;

use crate::check::Pair;
use crate::scan::Fault;

/// Takes a query string or form apart; `origin` tells where in the file a byte of it stands.
pub(crate) fn pairs(
    text: &str,
    origin: impl Fn(usize) -> usize,
) -> Result<Vec<Pair>, Fault> {
    let mut pairs = Vec::new();
    let mut start = 0;
    for part in text.split('&') {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let value_start = start + part.len() - value.len();
        let place = |range: Range<usize>| origin(range.start)..origin(range.end);
        if !part.is_empty() {
            let decode = |text: &str, at: usize| {
                url_decode(text).map_err(|_| Fault {
                    at: origin(at),
                    what: "the percent-encoded bytes are no UTF-8",
                })
            };
            pairs.push(Pair {
                name: decode(name, start)?,
                value: decode(value, value_start)?,
                name_span: place(start..start + name.len()),
                value_span: place(value_start..value_start + value.len()),
            });
        }
        start += part.len() + 1;
    }
    Ok(pairs)
}

/// The part of a URL or of a line of an access log that is the query string; a text without `?` is one itself.
pub(crate) fn part_of(text: &str) -> Range<usize> {
    let mark = text.find('?').filter(|mark| {
        let before = text.get(..*mark).unwrap_or_default();
        !before.contains(['=', '&'])
    });
    let start = mark.map_or(0, |mark| mark + 1);
    let rest = text.get(start..).unwrap_or_default();
    let length = rest
        .find(|letter: char| letter == '#' || letter.is_whitespace() || letter == '"')
        .unwrap_or(rest.len());
    start..start + length
}

#[cfg(test)]
mod tests {
    use super::{pairs, part_of};

    #[test]
    fn pairs_know_their_places() {
        let text = "a=%E4%BA%91+1&&b&c=x=y";
        let pairs = pairs(text, |at| at).unwrap();
        let read: Vec<_> = pairs
            .iter()
            .map(|pair| (pair.name.as_str(), pair.value.as_str(), &text[pair.value_span.clone()]))
            .collect();
        assert_eq!(read, [("a", "云 1", "%E4%BA%91+1"), ("b", "", ""), ("c", "x=y", "x=y")]);
        assert_eq!(super::pairs("a=1&b=%FF", |at| at).unwrap_err().at, 6);
    }

    #[test]
    fn queries_are_found_in_urls_and_log_lines() {
        for (text, query) in [
            ("a=1&b=2", "a=1&b=2"),
            ("https://isv.example/produce?a=1#x", "a=1"),
            ("GET /produce?a=1&b=? HTTP/1.1", "a=1&b=?"),
            ("?a=1", "a=1"),
            ("redirect=/x?y", "redirect=/x?y"),
        ] {
            assert_eq!(&text[part_of(text)], query);
        }
    }
}
