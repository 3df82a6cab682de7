//! Edits of a text, byte by byte.

use std::ops::Range;

/// A stretch of one file and what takes its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    /// Index of the file.
    pub(super) file: u32,
    /// The bytes replaced; empty where something is inserted.
    pub(super) at: Range<usize>,
    /// What stands there afterwards.
    pub(super) text: String,
}

/// The text with the edits made. What is inserted at the same place keeps its order.
///
/// # Errors
///
/// When two edits want the same bytes.
pub(super) fn apply(text: &str, mut edits: Vec<Edit>) -> Result<String, String> {
    edits.sort_by_key(|edit| (edit.at.start, edit.at.end));
    edits.dedup_by(|later, earlier| later == earlier && !later.at.is_empty());
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        let between = text
            .get(done..edit.at.start)
            .ok_or("two edits want the same place; apply one of the pages first")?;
        result.push_str(between);
        result.push_str(&edit.text);
        done = edit.at.end;
    }
    let rest = text.get(done..).ok_or("an edit reaches beyond the file")?;
    result.push_str(rest);
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::{Edit, apply};

    fn edit(at: std::ops::Range<usize>, text: &str) -> Edit {
        Edit {
            file: 0,
            at,
            text: text.to_owned(),
        }
    }

    #[test]
    fn edits_are_made_in_order() {
        let edits = vec![
            edit(4..5, "E"),
            edit(1..1, "x"),
            edit(1..1, "y"),
            edit(2..2, "z"),
        ];
        assert_eq!(apply("abcde", edits).as_deref(), Ok("axybzcdE"));
    }

    #[test]
    fn the_same_edit_twice_is_one() {
        assert_eq!(
            apply("abc", vec![edit(0..1, "X"), edit(0..1, "X")]).as_deref(),
            Ok("Xbc")
        );
    }

    #[test]
    fn edits_that_collide_are_refused() {
        assert!(apply("abcde", vec![edit(0..3, "X"), edit(1..2, "Y")]).is_err());
    }
}
