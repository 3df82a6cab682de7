//! Text of others on a terminal: names of members and files, captured calls.

/// A text on one line, in which what a terminal would obey is written out: control characters, line ends, and marks that
/// turn the direction of writing.
pub fn visible(text: &str) -> String {
    escaped(text, is_obeyed)
}

/// The same for a text of several lines, which stay.
pub fn visible_lines(text: &str) -> String {
    escaped(text, |letter| is_obeyed(letter) && letter != '\n')
}

/// The same for a text with colours of its own, and with line ends of HTTP.
pub fn visible_styled(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|letter| is_obeyed(letter) && !matches!(letter, '\n' | '\t')) {
        let (plain, obeyed) = rest.split_at(at);
        visible.push_str(plain);
        let kept = style(obeyed).or_else(|| obeyed.get(..2).filter(|end| *end == "\r\n"));
        let length = kept.map_or_else(|| obeyed.chars().next().map_or(0, char::len_utf8), str::len);
        let (this, behind) = obeyed.split_at(length);
        match kept {
            Some(kept) => visible.push_str(kept),
            None => visible.extend(this.chars().flat_map(char::escape_default)),
        }
        rest = behind;
    }
    visible + rest
}

/// The sequence that sets colour and weight, if a text begins with one.
fn style(text: &str) -> Option<&str> {
    let parameters = text.strip_prefix("\u{1b}[")?;
    let end = parameters.find(|letter: char| !matches!(letter, '0'..='9' | ';'))?;
    let sequence = text.get(..text.len() - parameters.len() + end + 1)?;
    sequence.ends_with('m').then_some(sequence)
}

fn escaped(text: &str, is_escaped: impl Fn(char) -> bool) -> String {
    let mut visible = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_escaped(letter) {
            visible.extend(letter.escape_default());
        } else {
            visible.push(letter);
        }
    }
    visible
}

/// A mark of direction can make a name look like another one ("Trojan Source").
fn is_obeyed(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

#[cfg(test)]
mod tests {
    use super::{visible, visible_lines, visible_styled};

    #[test]
    fn nothing_reaches_the_terminal_that_it_obeys() {
        assert_eq!(
            visible("订单 \u{1b}[31m\r\n\u{202e}"),
            "订单 \\u{1b}[31m\\r\\n\\u{202e}"
        );
        assert_eq!(visible_lines("a\u{7}\nb"), "a\\u{7}\nb");
        for kept in ["", "\u{1b}[1m\u{1b}[38;5;9m订\u{1b}[0m\t\n", "a\r\nb"] {
            assert_eq!(visible_styled(kept), kept);
        }
        for (obeyed, written) in [
            ("a\u{1b}[2Jb", "a\\u{1b}[2Jb"),
            ("\u{1b}]0;x\u{7}", "\\u{1b}]0;x\\u{7}"),
            ("\u{1b}", "\\u{1b}"),
            ("\u{1b}[31", "\\u{1b}[31"),
            ("ok\rno", "ok\\rno"),
            ("\u{9b}2J\u{202e}", "\\u{9b}2J\\u{202e}"),
        ] {
            assert_eq!(visible_styled(obeyed), written);
        }
    }
}
