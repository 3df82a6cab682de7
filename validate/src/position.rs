//! Bytes → lines and columns.

use std::ops::Range;
use std::sync::Arc;

use crate::finding::Place;

/// Counts lines and columns from left to right, so that many places in one text cost one reading of it.
#[derive(Debug, Clone)]
pub(crate) struct Cursor<'d> {
    text: &'d str,
    first_line: u64,
    offset: usize,
    line: u64,
    column: u64,
}

impl<'d> Cursor<'d> {
    /// A cursor at the beginning of a text, which is on line `first_line` of its file.
    pub(crate) const fn new(text: &'d str, first_line: u64) -> Self {
        Self {
            text,
            first_line,
            offset: 0,
            line: first_line,
            column: 1,
        }
    }

    /// The place of some bytes.
    pub(crate) fn place(&mut self, file: &Arc<str>, span: &Range<usize>) -> Place {
        let (line, column) = self.locate(span.start);
        // Values overlap, so what comes next may begin before this ends.
        let (end_line, end_column) = self.clone().locate(span.end.max(span.start));
        Place {
            file: Arc::clone(file),
            line,
            column,
            end_line,
            end_column,
        }
    }

    fn locate(&mut self, offset: usize) -> (u64, u64) {
        if offset < self.offset {
            *self = Self::new(self.text, self.first_line);
        }
        let offset = (0..=offset.min(self.text.len()))
            .rev()
            .find(|at| self.text.is_char_boundary(*at))
            .unwrap_or(0);
        let passed = self.text.get(self.offset..offset).unwrap_or_default();
        let breaks = memchr::memchr_iter(b'\n', passed.as_bytes()).count();
        let in_line = match memchr::memrchr(b'\n', passed.as_bytes()) {
            Some(last) => {
                self.column = 1;
                passed.get(last + 1..).unwrap_or_default()
            }
            None => passed,
        };
        self.line += breaks as u64;
        self.column += in_line.chars().count() as u64;
        self.offset = offset;
        (self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::Cursor;

    #[test]
    fn columns_count_characters_and_lines_go_on_from_the_first() {
        let text = "ab\r\n云云x\n\nz";
        let mut cursor = Cursor::new(text, 7);
        assert_eq!(cursor.locate(1), (7, 2));
        assert_eq!(cursor.locate(text.find('x').unwrap()), (8, 3));
        assert_eq!(cursor.locate(text.len()), (10, 2));
        // Backwards, inside a character, beyond the end.
        assert_eq!(cursor.locate(0), (7, 1));
        assert_eq!(cursor.locate(5), (8, 1));
        assert_eq!(cursor.locate(1000), (10, 2));
    }
}
