//! Collects running text into lines, each with the bytes it comes from.

use std::ops::Range;

use crate::clean::clean;
use crate::page::Piece;

/// Lines being collected.
#[derive(Debug, Default)]
pub(super) struct Lines {
    done: Vec<Piece>,
    open: String,
    at: Option<Range<usize>>,
}

impl Lines {
    /// Adds text to the open line. `at` are its bytes.
    pub(super) fn push(&mut self, text: &str, at: Range<usize>) {
        if self.at.is_none() && clean(text).is_empty() {
            return;
        }
        // White space in front of the text is no part of its place, where source and text agree byte by byte.
        let lead = text.len() - text.trim_start().len();
        let start = if self.at.is_none() && at.len() == text.len() {
            at.start + lead
        } else {
            at.start
        };
        self.open.push_str(text);
        match &mut self.at {
            Some(open) => open.end = at.end,
            None => self.at = Some(start..at.end),
        }
    }

    /// Ends the open line.
    pub(super) fn end_line(&mut self) {
        let text = clean(&std::mem::take(&mut self.open));
        if let Some(at) = self.at.take()
            && !text.is_empty()
        {
            self.done.push(Piece { text, at });
        }
    }

    /// All lines; afterwards there are none.
    pub(super) fn take(&mut self) -> Vec<Piece> {
        self.end_line();
        std::mem::take(&mut self.done)
    }
}
