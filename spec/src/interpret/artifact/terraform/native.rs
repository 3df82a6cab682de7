//! The language of its own that Terraform has.

use super::{Kind, Mention};

/// Everything code names.
pub(super) fn code(text: &str) -> Vec<Mention> {
    scan(text, Frame::Code { braces: 0 })
}

/// Everything the expressions inside a text name.
pub(super) fn template(text: &str) -> Vec<Mention> {
    scan(text, Frame::Template)
}

fn scan<'t>(text: &'t str, frame: Frame<'t>) -> Vec<Mention> {
    let mut scanner = Scanner::new(text, frame);
    scanner.run();
    scanner.mentions
}

/// Where in nested code and text the scanner is.
enum Frame<'t> {
    /// Code; inside text, with the braces open in it.
    Code { braces: usize },
    /// Text in quotation marks.
    Quoted,
    /// Text up to a line with this word.
    Heredoc(&'t str),
    /// Text up to the end.
    Template,
}

/// A word or a quoted label of the statement being read.
struct Word<'t> {
    text: &'t str,
    at: usize,
}

/// Reads the native language word by word.
struct Scanner<'t> {
    text: &'t str,
    at: usize,
    frames: Vec<Frame<'t>>,
    /// Kinds of the blocks that are open; `None` for braces of an expression.
    blocks: Vec<Option<&'t str>>,
    /// The statement being read, as long as it may be the head of a block.
    head: Option<Vec<Word<'t>>>,
    mentions: Vec<Mention>,
}

impl<'t> Scanner<'t> {
    fn new(text: &'t str, frame: Frame<'t>) -> Self {
        Self {
            text,
            at: 0,
            frames: vec![frame],
            blocks: Vec::new(),
            head: Some(Vec::new()),
            mentions: Vec::new(),
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip(&mut self, bytes: usize) {
        self.at += bytes;
    }

    fn run(&mut self) {
        while let Some(next) = self.rest().chars().next() {
            let before = self.at;
            match self.frames.last() {
                Some(Frame::Code { .. }) | None => self.code(next),
                Some(Frame::Quoted) => self.quoted(next),
                Some(Frame::Heredoc(end)) => self.heredoc(end, next),
                Some(Frame::Template) => self.literal(next),
            }
            if self.at == before {
                self.skip(next.len_utf8());
            }
        }
    }

    /// Whether what is read belongs to statements, not to an expression inside text.
    fn is_outermost(&self) -> bool {
        self.frames.len() == 1
    }

    fn code(&mut self, next: char) {
        let rest = self.rest();
        if next == '#' || rest.starts_with("//") {
            self.skip(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.skip(rest.find("*/").map_or(rest.len(), |end| end + 2));
        } else if next == '"' {
            self.quotation();
        } else if let Some(end) = heredoc_end(rest) {
            self.skip(rest.find('\n').map_or(rest.len(), |line| line + 1));
            self.head = None;
            self.frames.push(Frame::Heredoc(end));
        } else if next.is_alphabetic() || next == '_' {
            self.word();
        } else {
            self.mark(next);
        }
    }

    fn quotation(&mut self) {
        let inside = self.rest().get(1..).unwrap_or_default();
        let label = inside
            .find(['"', '\\', '\n', '$', '%'])
            .filter(|end| inside.get(*end..).is_some_and(|rest| rest.starts_with('"')));
        match label.and_then(|end| inside.get(..end)) {
            // Text without anything special, which may be the label of a block.
            Some(text) => {
                let at = self.at + 1;
                if let (true, Some(head)) = (self.is_outermost(), &mut self.head) {
                    head.push(Word { text, at });
                }
                self.skip(text.len() + 2);
            }
            None => {
                self.head = None;
                self.skip(1);
                self.frames.push(Frame::Quoted);
            }
        }
    }

    fn word(&mut self) {
        let rest = self.rest();
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
        let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        let text = rest.get(..end).unwrap_or_default();
        let behind = rest.get(end..).unwrap_or_default();
        if behind.trim_start_matches([' ', '\t']).starts_with('(') {
            self.mentions.push(Mention {
                kind: Kind::Function,
                name: text.to_owned(),
                at: self.at,
            });
        }
        let at = self.at;
        if let (true, Some(head)) = (self.is_outermost(), &mut self.head) {
            head.push(Word { text, at });
        }
        self.skip(end);
    }

    fn mark(&mut self, next: char) {
        match next {
            '{' => {
                if self.is_outermost() {
                    self.open_block();
                } else if let Some(Frame::Code { braces }) = self.frames.last_mut() {
                    *braces += 1;
                }
            }
            '}' if self.is_outermost() => {
                self.blocks.pop();
                self.head = Some(Vec::new());
            }
            '}' => match self.frames.last_mut() {
                Some(Frame::Code { braces }) if *braces > 0 => *braces -= 1,
                // The expression inside the text ends.
                _ => {
                    self.frames.pop();
                }
            },
            '\n' if self.is_outermost() => self.head = Some(Vec::new()),
            mark if mark.is_whitespace() => {}
            _ if self.is_outermost() => self.head = None,
            _ => {}
        }
        self.skip(next.len_utf8());
    }

    /// A brace behind words and labels opens a block, if everything around it is a block too.
    fn open_block(&mut self) {
        let head = self.head.replace(Vec::new()).unwrap_or_default();
        // Inside an expression everything is one.
        let in_blocks = self.blocks.last().is_none_or(Option::is_some);
        let Some((first, labels)) = head.split_first().filter(|_| in_blocks) else {
            self.blocks.push(None);
            return;
        };
        let around = self.blocks.first().copied().flatten().map(str::to_owned);
        if let (None, "resource", Some(label)) = (&around, first.text, labels.first()) {
            self.mentions.push(Mention {
                kind: Kind::Resource,
                name: label.text.to_owned(),
                at: label.at,
            });
        }
        self.mentions.push(Mention {
            kind: Kind::Block(around),
            name: first.text.to_owned(),
            at: first.at,
        });
        self.blocks.push(Some(first.text));
    }

    fn quoted(&mut self, next: char) {
        match next {
            '\\' => {
                let escaped = self.rest().chars().nth(1).map_or(0, char::len_utf8);
                self.skip(1 + escaped);
            }
            // Text in quotation marks ends with its line, so a lost mark does not hide the rest of the file.
            '"' | '\n' => {
                self.frames.pop();
                self.skip(1);
            }
            _ => self.literal(next),
        }
    }

    fn heredoc(&mut self, end: &str, next: char) {
        let rest = self.rest();
        let starts_line = self
            .at
            .checked_sub(1)
            .and_then(|before| self.text.as_bytes().get(before))
            .is_some_and(|before| *before == b'\n');
        // Only beginnings of lines are looked at, so that a long line is read once.
        let line = starts_line.then(|| rest.split('\n').next().unwrap_or_default());
        match line.filter(|line| line.trim() == end) {
            Some(line) => {
                self.frames.pop();
                self.skip(line.len());
            }
            None => self.literal(next),
        }
    }

    /// A character of text, or the beginning of an expression in it.
    fn literal(&mut self, next: char) {
        let rest = self.rest();
        if rest.starts_with("$${") || rest.starts_with("%%{") {
            self.skip(3);
        } else if rest.starts_with("${") || rest.starts_with("%{") {
            self.skip(2);
            self.frames.push(Frame::Code { braces: 0 });
        } else {
            self.skip(next.len_utf8());
        }
    }
}

/// The word that ends the text which begins here with `<<WORD` or `<<-WORD`.
fn heredoc_end(rest: &str) -> Option<&str> {
    let behind = rest.strip_prefix("<<")?;
    let line = behind.strip_prefix('-').unwrap_or(behind);
    let line = line.split('\n').next().unwrap_or_default().trim_end();
    let is_word = line
        .chars()
        .all(|letter| letter.is_alphanumeric() || letter == '_' || letter == '-');
    (!line.is_empty() && is_word).then_some(line)
}
