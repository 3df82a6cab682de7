//! A long stream, line by line, in little memory.

use std::io::{self, Read};
use std::ops::Range;

/// One line without its end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line<'b> {
    /// Its bytes.
    Whole(&'b [u8]),
    /// More bytes than are kept; they were passed over.
    TooLong,
}

/// Reads lines. Keeps at most one of them, and of that at most `most` bytes.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    reader: R,
    buffer: Vec<u8>,
    /// The part of the buffer that was read and not yet given out.
    start: usize,
    end: usize,
    most: usize,
    at_end: bool,
}

// Small enough to stay in the cache between being read and being checked.
const CHUNK: usize = 64 * 1024;

impl<R: Read> Lines<R> {
    pub(crate) fn new(reader: R, most: usize) -> Self {
        Self {
            reader,
            buffer: vec![0; CHUNK],
            start: 0,
            end: 0,
            most,
            at_end: false,
        }
    }

    /// The next line; `None` at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        // Bytes of the line in which there is no break.
        let mut searched = 0;
        let mut too_long = false;
        loop {
            let unread = self.buffer.get(self.start + searched..self.end);
            if let Some(found) = memchr::memchr(b'\n', unread.unwrap_or_default()) {
                let line = self.start..self.start + searched + found;
                self.start = line.end + 1;
                return Ok(Some(self.give(line, too_long)));
            }
            searched = self.end - self.start;
            if self.at_end {
                let line = self.start..self.end;
                self.start = self.end;
                return Ok((too_long || !line.is_empty()).then(|| self.give(line, too_long)));
            }
            if searched > self.most {
                too_long = true;
                (self.start, searched) = (self.end, 0);
            }
            self.fill()?;
        }
    }

    /// Reads more behind what is kept, which is moved to the front first if there is no room.
    fn fill(&mut self) -> io::Result<()> {
        if self.end == self.buffer.len() {
            self.buffer.copy_within(self.start..self.end, 0);
            (self.start, self.end) = (0, self.end - self.start);
            if self.end > self.buffer.len() / 2 {
                self.buffer.resize(self.buffer.len() * 2, 0);
            }
        }
        let free = self.buffer.get_mut(self.end..).unwrap_or_default();
        let read = loop {
            match self.reader.read(free) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.end += read;
        self.at_end = read == 0;
        Ok(())
    }

    fn give(&self, line: Range<usize>, too_long: bool) -> Line<'_> {
        let line = self.buffer.get(line).unwrap_or_default();
        if too_long || line.len() > self.most {
            return Line::TooLong;
        }
        Line::Whole(line.strip_suffix(b"\r").unwrap_or(line))
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Read};

    use proptest::prelude::*;

    use super::{Line, Lines};

    /// Gives few bytes at a time.
    struct Dribble<'a>(&'a [u8], usize);

    impl Read for Dribble<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.0.len().min(self.1).min(buffer.len());
            buffer[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn read(text: &[u8], at_a_time: usize, most: usize) -> Vec<Option<Vec<u8>>> {
        let mut lines = Lines::new(Dribble(text, at_a_time), most);
        let mut read = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            read.push(match line {
                Line::Whole(line) => Some(line.to_vec()),
                Line::TooLong => None,
            });
        }
        read
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let long = vec![b'x'; 2_000_000];
        let text = [b"a\r\n", long.as_slice(), b"\n\nb\n", &long].concat();
        let expected = [
            Some(b"a".to_vec()),
            None,
            Some(Vec::new()),
            Some(b"b".to_vec()),
            None,
        ];
        assert_eq!(read(&text, 100_000, 1_000_000), expected);
        assert_eq!(read(&text, 100_000, 3_000_000)[1], Some(long));
    }

    proptest! {
        #[test]
        fn lines_are_those_of_the_text(text in "[ab\r\n]{0,40}", at_a_time in 1..9_usize) {
            let mut expected: Vec<_> = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line).as_bytes().to_vec()).map(Some).collect();
            if text.is_empty() || text.ends_with('\n') {
                expected.pop();
            }
            prop_assert_eq!(read(text.as_bytes(), at_a_time, 100), expected);
        }
    }
}
