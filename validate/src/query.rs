//! Query strings and forms.

use std::ops::Range;

use koo_runtime::crypto::url_decode;

use crate::check::Pair;
use crate::scan::{Fault, Origins};

/// Tells where in a file a byte of a text stands.
pub(crate) trait Places {
    /// The place of byte `at`.
    fn place(&mut self, at: usize) -> usize;
}

/// The text is that of the file, so many bytes further on.
impl Places for usize {
    fn place(&mut self, at: usize) -> usize {
        *self + at
    }
}

impl Places for Origins<'_> {
    fn place(&mut self, at: usize) -> usize {
        self.find(at)
    }
}

/// No server reads so many. A parameter of four bytes takes twenty times as much when it was read.
const MOST_PAIRS: usize = 100_000;

/// Takes a query string or form apart, which begins at byte `begin` of the text whose places are given.
pub(crate) fn pairs(
    text: &str,
    begin: usize,
    places: &mut impl Places,
) -> Result<Vec<Pair>, Fault> {
    let mut pairs = Vec::new();
    let mut start = begin;
    for part in text.split('&') {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        if !part.is_empty() {
            let name_start = places.place(start);
            if pairs.len() == MOST_PAIRS {
                return Err(Fault {
                    at: name_start,
                    what: "more parameters than are read",
                });
            }
            let name_end = places.place(start + name.len());
            let value_start = places.place(start + part.len() - value.len());
            let value_end = places.place(start + part.len());
            let decode = |text: &str, at: usize| {
                url_decode(text).map_err(|_| Fault {
                    at,
                    what: "the percent-encoded bytes are no UTF-8",
                })
            };
            pairs.push(Pair {
                name: decode(name, name_start)?,
                value: decode(value, value_start)?,
                name_span: name_start..name_end,
                value_span: value_start..value_end,
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
        let pairs = pairs(text, 0, &mut 0).unwrap();
        let read: Vec<_> = pairs
            .iter()
            .map(|pair| {
                (
                    pair.name.as_str(),
                    pair.value.as_str(),
                    &text[pair.value_span.clone()],
                )
            })
            .collect();
        assert_eq!(
            read,
            [
                ("a", "云 1", "%E4%BA%91+1"),
                ("b", "", ""),
                ("c", "x=y", "x=y")
            ]
        );
        assert_eq!(super::pairs("a=1&b=%FF", 0, &mut 0).unwrap_err().at, 6);
        let many = "a=1&".repeat(super::MOST_PAIRS);
        assert!(super::pairs(&many, 0, &mut 0).is_ok());
        let fault = super::pairs(&(many + "b=1"), 0, &mut 0).unwrap_err();
        assert_eq!(fault.at, 4 * super::MOST_PAIRS);
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
