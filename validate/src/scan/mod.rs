//! The tokens of JSON (RFC 8259), each with its bytes: a reader that builds nothing.

mod literal;

pub(crate) use literal::{Literal, Origins};

/// Nesting beyond this is refused: reading follows it on the stack.
pub(crate) const MAX_DEPTH: usize = 128;

/// Why a text is not JSON, and where that shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Byte at which it shows.
    pub(crate) at: usize,
    /// What is wrong, in words that hold nothing of the text.
    pub(crate) what: &'static str,
}

const TRUNCATED: &str = "the JSON ends in the middle, as if it were cut off";

/// Reads one JSON text from left to right.
#[derive(Debug)]
pub(crate) struct Scanner<'d> {
    text: &'d str,
    at: usize,
}

impl<'d> Scanner<'d> {
    /// A reader at the beginning of `text`.
    pub(crate) const fn new(text: &'d str) -> Self {
        Self { text, at: 0 }
    }

    /// The byte that is read next.
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    /// The text from `start` to where the reader is.
    pub(crate) fn since(&self, start: usize) -> &'d str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    #[inline]
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The byte that begins the next token, white space passed over.
    #[inline]
    pub(crate) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.byte() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                other => return other,
            }
        }
    }

    #[cold]
    const fn fault(&self, what: &'static str) -> Fault {
        Fault { at: self.at, what }
    }

    /// What is wrong here: `what`, or that there is nothing more.
    #[cold]
    fn expected(&mut self, what: &'static str) -> Fault {
        match self.peek() {
            Some(_) => self.fault(what),
            None => self.fault(TRUNCATED),
        }
    }

    /// Makes sure that nothing follows the value.
    pub(crate) fn end(&mut self) -> Result<(), Fault> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.fault("more text after the end of the JSON value")),
        }
    }

    /// Takes the bracket that begins a list or an object inside `depth` others.
    #[inline]
    pub(crate) fn open(&mut self, depth: usize) -> Result<(), Fault> {
        if depth >= MAX_DEPTH {
            return Err(self.fault("nested more than 128 deep"));
        }
        self.at += 1;
        Ok(())
    }

    /// Whether the object has another member, whose name comes next.
    #[inline]
    pub(crate) fn next_member(&mut self, is_first: &mut bool) -> Result<bool, Fault> {
        match self.peek() {
            Some(b'}') => {
                self.at += 1;
                return Ok(false);
            }
            _ if std::mem::take(is_first) => {}
            Some(b',') => self.at += 1,
            _ => return Err(self.expected("expected `,` or `}`")),
        }
        if self.peek() != Some(b'"') {
            return Err(self.expected("expected the name of a member in double quotes"));
        }
        Ok(true)
    }

    /// Takes a name that is written exactly like this, quotes and colon included.
    #[inline]
    pub(crate) fn take_name(&mut self, quoted: &str) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let is_there = rest.starts_with(quoted.as_bytes());
        if is_there {
            self.at += quoted.len();
        }
        is_there
    }

    /// Takes the name of a member, and the colon behind it.
    pub(crate) fn name(&mut self) -> Result<Literal<'d>, Fault> {
        let name = self.string()?;
        if self.peek() != Some(b':') {
            return Err(self.expected("expected `:`"));
        }
        self.at += 1;
        Ok(name)
    }

    /// The name of the object's next member, with the colon behind it; `None` at its end.
    pub(crate) fn next_name(&mut self, is_first: &mut bool) -> Result<Option<Literal<'d>>, Fault> {
        if self.next_member(is_first)? {
            self.name().map(Some)
        } else {
            Ok(None)
        }
    }

    /// Whether the list has another element.
    #[inline]
    pub(crate) fn next_item(&mut self, is_first: &mut bool) -> Result<bool, Fault> {
        match self.peek() {
            Some(b']') if *is_first => {
                self.at += 1;
                return Ok(false);
            }
            _ if std::mem::take(is_first) => {}
            Some(b',') => self.at += 1,
            Some(b']') => {
                self.at += 1;
                return Ok(false);
            }
            _ => return Err(self.expected("expected `,` or `]`")),
        }
        Ok(true)
    }

    /// Passes over one value.
    pub(crate) fn skip(&mut self, depth: usize) -> Result<(), Fault> {
        match self.peek() {
            Some(b'"') => self.string().map(drop),
            Some(b'{') => {
                self.open(depth)?;
                let mut first = true;
                while self.next_name(&mut first)?.is_some() {
                    self.skip(depth + 1)?;
                }
                Ok(())
            }
            Some(b'[') => {
                self.open(depth)?;
                let mut first = true;
                while self.next_item(&mut first)? {
                    self.skip(depth + 1)?;
                }
                Ok(())
            }
            Some(b't') => self.word("true"),
            Some(b'f') => self.word("false"),
            Some(b'n') => self.word("null"),
            Some(b'-' | b'0'..=b'9') => self.number().map(drop),
            _ => Err(self.expected("expected a value")),
        }
    }

    /// Takes `true`, `false` or `null`.
    #[inline]
    pub(crate) fn word(&mut self, word: &'static str) -> Result<(), Fault> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        if rest.starts_with(word.as_bytes()) {
            self.at += word.len();
            return Ok(());
        }
        Err(self.fault(if word.as_bytes().starts_with(rest) {
            TRUNCATED
        } else {
            "expected a value"
        }))
    }

    /// Takes a number and gives its text.
    pub(crate) fn number(&mut self) -> Result<&'d str, Fault> {
        let start = self.at;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        match self.byte() {
            Some(b'0') => self.at += 1,
            _ => self.digits()?,
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            self.digits()?;
        }
        if let Some(b'0'..=b'9') = self.byte() {
            return Err(self.fault("a number cannot begin with 0"));
        }
        Ok(self.since(start))
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        if self.at > start {
            return Ok(());
        }
        Err(self.fault(match self.byte() {
            Some(_) => "expected a digit",
            None => TRUNCATED,
        }))
    }

    /// Takes a text in double quotes.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Literal<'d>, Fault> {
        self.at += 1;
        let start = self.at;
        let mut escaped = false;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            self.at += plain(rest);
            match self.byte() {
                Some(b'"') => {
                    let raw = self.since(start);
                    self.at += 1;
                    return Ok(Literal::new(raw, start, escaped));
                }
                Some(b'\\') => {
                    escaped = true;
                    self.escape()?;
                    // In a text that is not ASCII, one escape follows another.
                    while self.byte() == Some(b'\\') {
                        self.escape()?;
                    }
                }
                Some(_) => return Err(self.control_character()),
                None => return Err(self.fault(TRUNCATED)),
            }
        }
    }

    #[cold]
    fn control_character(&self) -> Fault {
        self.fault("a control character cannot stand in a text; write it as an escape")
    }

    /// Takes one escape, or the two that stand for one character.
    fn escape(&mut self) -> Result<(), Fault> {
        let start = self.at;
        self.at += 1;
        match self.byte() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 1;
                return Ok(());
            }
            Some(b'u') => self.at += 1,
            Some(_) => return Err(self.fault("there is no such escape")),
            None => return Err(self.fault(TRUNCATED)),
        }
        match self.hex()? {
            0xD800..=0xDBFF => {
                let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
                if rest.starts_with(b"\\u") {
                    self.at += 2;
                    if (0xDC00..=0xDFFF).contains(&self.hex()?) {
                        return Ok(());
                    }
                }
                self.at = start;
                Err(self.fault("half of a surrogate pair"))
            }
            0xDC00..=0xDFFF => {
                self.at = start;
                Err(self.fault("half of a surrogate pair"))
            }
            _ => Ok(()),
        }
    }

    fn hex(&mut self) -> Result<u32, Fault> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        if let Some(number) = rest.first_chunk().copied().and_then(literal::unit) {
            self.at += 4;
            return Ok(number);
        }
        Err(self.no_hex())
    }

    /// Says where what should be four hexadecimal digits is none.
    #[cold]
    fn no_hex(&mut self) -> Fault {
        while let Some(byte) = self.byte() {
            if !byte.is_ascii_hexdigit() {
                return self.fault("expected four hexadecimal digits");
            }
            self.at += 1;
        }
        self.fault(TRUNCATED)
    }
}

/// Whether there is no quote, no backslash and no control character. Has no branch, so vector instructions do it.
#[inline]
fn is_plain(block: &[u8; 16]) -> bool {
    let special = block.iter().fold(0, |found, byte| {
        let (quote, escape) = (*byte == b'"', *byte == b'\\');
        found | u8::from(quote) | u8::from(escape) | u8::from(*byte < 0x20)
    });
    special == 0
}

/// How many bytes from the beginning are no quote, no backslash and no control character. Many at a time.
#[inline]
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // Vector instructions pass over long texts; what they stop at, and short texts, are left to the words.
    let passed = 16
        * bytes
            .as_chunks()
            .0
            .iter()
            .take_while(|block| is_plain(block))
            .count();
    let bytes = bytes.get(passed..).unwrap_or_default();
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let (quote, backslash) = (word ^ (ONES * 0x22), word ^ (ONES * 0x5C));
        // The highest bit of a byte is set where it is zero, and for a control character where it is below 0x20. Only
        // bytes after the first that is found can be set by mistake.
        let found = (quote.wrapping_sub(ONES) & !quote
            | backslash.wrapping_sub(ONES) & !backslash
            | word.wrapping_sub(ONES * 0x20) & !word)
            & HIGH;
        if found != 0 {
            return passed + index * 8 + (found.trailing_zeros() / 8) as usize;
        }
    }
    let before = bytes.len() - rest.len();
    passed
        + before
        + rest
            .iter()
            .position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F))
            .unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::{Scanner, plain};

    fn accepts(text: &str) -> bool {
        let mut scanner = Scanner::new(text);
        scanner.skip(0).and_then(|()| scanner.end()).is_ok()
    }

    #[test]
    fn faults_say_where_and_what() {
        for (text, at, what) in [
            ("", 0, "the JSON ends in the middle, as if it were cut off"),
            (
                "[1,",
                3,
                "the JSON ends in the middle, as if it were cut off",
            ),
            (
                "{\"a\":tru",
                5,
                "the JSON ends in the middle, as if it were cut off",
            ),
            ("{\"a\" 1}", 5, "expected `:`"),
            (
                "{\"a\":1,}",
                7,
                "expected the name of a member in double quotes",
            ),
            ("[1 2]", 3, "expected `,` or `]`"),
            ("[1,]", 3, "expected a value"),
            ("007", 1, "a number cannot begin with 0"),
            ("\"\\x\"", 2, "there is no such escape"),
            ("\"\\ud800\"", 1, "half of a surrogate pair"),
            ("{} {}", 3, "more text after the end of the JSON value"),
            (
                "\"a\u{1}\"",
                2,
                "a control character cannot stand in a text; write it as an escape",
            ),
        ] {
            let mut scanner = Scanner::new(text);
            let fault = scanner.skip(0).and_then(|()| scanner.end()).unwrap_err();
            assert_eq!((fault.at, fault.what), (at, what), "{text}");
        }
    }

    #[test]
    fn nesting_is_bounded() {
        assert!(accepts(&("[".repeat(128) + &"]".repeat(128))));
        assert!(!accepts(&("[".repeat(129) + &"]".repeat(129))));
        assert!(!accepts(&"[".repeat(1_000_000)));
    }

    proptest! {
        /// What counts as JSON is what the other reader takes for it.
        #[test]
        fn agrees_with_serde_json(text in "[\\[\\]{}:,\" \n0-9eE+.\\\\/utrfalsn\\-\u{e9}\u{4e91}\u{1}]{0,12}") {
            prop_assert_eq!(accepts(&text), serde_json::from_str::<Value>(&text).is_ok());
        }

        #[test]
        fn texts_are_read_as_the_other_reader_reads_them(text in "([a-z\"\\\\\u{1}\n\u{4e91}\u{1f600}]|\\\\u[dD][89cCfF][0-9a-f]{2}|\\\\[nrt/u]){0,12}") {
            let quoted = format!("\"{text}\"");
            let mut scanner = Scanner::new(&quoted);
            let read = scanner.string().ok().filter(|_| scanner.end().is_ok());
            prop_assert_eq!(
                read.map(|literal| literal.text().into_owned()),
                serde_json::from_str::<String>(&quoted).ok()
            );
        }

        #[test]
        fn many_at_a_time_or_one(bytes in proptest::collection::vec(prop_oneof![any::<u8>(), Just(b'a')], 0..80)) {
            let one = bytes.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F));
            prop_assert_eq!(plain(&bytes), one.unwrap_or(bytes.len()));
        }
    }
}
