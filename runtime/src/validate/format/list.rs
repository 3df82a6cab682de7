//! Lists inside a text.

use std::fmt;

use crate::validate::{LengthUnit, exceeds};

/// Whether `text` is a list of texts separated by commas.
pub(super) fn matches(text: &str, max_items: Option<usize>, max_chars_each: Option<usize>) -> bool {
    let mut count = 0;
    text.split(',').all(|item| {
        count += 1;
        !item.is_empty()
            && max_items.is_none_or(|max| count <= max)
            && max_chars_each.is_none_or(|max| exceeds(item, max, LengthUnit::Characters).is_none())
    })
}

/// Says in words what [`matches`] accepts.
pub(super) fn describe(
    out: &mut fmt::Formatter<'_>,
    max_items: Option<usize>,
    max_chars_each: Option<usize>,
) -> fmt::Result {
    out.write_str("a list of ")?;
    if let Some(max) = max_items {
        write!(out, "at most {max} ")?;
    }
    out.write_str("texts ")?;
    if let Some(max) = max_chars_each {
        write!(
            out,
            "of at most {max} {} each ",
            LengthUnit::Characters.noun(max)
        )?;
    }
    out.write_str("separated by commas")
}

#[cfg(test)]
mod tests {
    use crate::validate::Format;

    #[test]
    fn limits() {
        let list = Format::CommaList {
            max_items: Some(2),
            max_chars_each: Some(3),
        };
        for text in ["a", "abc,def", "数据库,云"] {
            assert!(list.matches(text), "{text}");
        }
        for text in ["", ",", "a,", ",a", "a,,b", "a,b,c", "abcd", "abc,数据库表"] {
            assert!(!list.matches(text), "{text}");
        }
        assert_eq!(
            list.to_string(),
            "a list of at most 2 texts of at most 3 characters each separated by commas"
        );
    }

    #[test]
    fn no_limits() {
        let list = Format::CommaList {
            max_items: None,
            max_chars_each: None,
        };
        assert!(list.matches("x,".repeat(999).trim_end_matches(',')));
        assert_eq!(list.to_string(), "a list of texts separated by commas");
    }
}
