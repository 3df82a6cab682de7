//! Plain text as Markdown: what a description says is what the documentation shows.

use crate::words::is_code;

/// Stands for a space inside code, so that code is not broken over lines.
const GLUE: char = '\u{1}';

/// Plain text as Markdown: nothing in it is taken for markup, addresses become links, names of code are set as code,
/// and so is what stands between backquotes.
pub(crate) fn escape(text: &str) -> String {
    let text = text.replace(char::is_whitespace, " ");
    let mut escaped = String::new();
    let mut rest = text.as_str();
    while let Some((before, behind)) = rest.split_once('`') {
        escaped.push_str(&words(before));
        match behind.split_once('`') {
            Some((code, after)) if !code.trim().is_empty() => {
                let code: Vec<_> = code.split_whitespace().collect();
                escaped.push('`');
                escaped.push_str(&code.join(&GLUE.to_string()));
                escaped.push('`');
                rest = after;
            }
            _ => {
                escaped.push_str("\\`");
                rest = behind;
            }
        }
    }
    escaped + &words(rest)
}

/// Plain text as Markdown on one line, also in a cell of a table.
pub(crate) fn inline(text: &str) -> String {
    escape(text.trim()).replace(GLUE, " ").replace('|', "\\|")
}

/// Plain text for the text of a link or a cell of a table, where no other link may stand.
pub(crate) fn escape_cell(text: &str) -> String {
    text.split_whitespace()
        .map(punctuation)
        .collect::<Vec<_>>()
        .join(" ")
        .replace('|', "\\|")
}

/// An address between angle brackets, in a cell of a table.
pub(crate) fn escape_address(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len());
    for character in address.trim().chars() {
        match character {
            '<' => escaped.push_str("%3C"),
            '>' => escaped.push_str("%3E"),
            '|' => escaped.push_str("%7C"),
            '\\' => escaped.push_str("%5C"),
            space if space.is_whitespace() => escaped.push_str("%20"),
            other => escaped.push(other),
        }
    }
    escaped
}

fn words(text: &str) -> String {
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn word(word: &str) -> String {
    let start = [word.find("https://"), word.find("http://")]
        .into_iter()
        .flatten()
        .min();
    if let Some((before, rest)) = start.and_then(|start| word.split_at_checked(start)) {
        let end = rest
            .find(|character: char| !is_of_address(character))
            .unwrap_or(rest.len());
        let address = rest
            .get(..end)
            .unwrap_or(rest)
            .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ')', ']', '}']);
        if !address.ends_with('/') || address.matches('/').count() > 2 {
            let behind = rest.get(address.len()..).unwrap_or_default();
            return format!("{}<{address}>{}", punctuation(before), self::word(behind));
        }
    }
    let is_edge =
        |character: char| !character.is_alphanumeric() && character != '_' && character != '/';
    let core = word.trim_matches(is_edge);
    match word.split_once(core) {
        Some((before, behind)) if is_code(core) && !word.contains('\\') => {
            format!("{}`{core}`{}", punctuation(before), punctuation(behind))
        }
        _ => punctuation(word),
    }
}

fn is_of_address(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%{}".contains(character)
}

/// Marks of Markdown and HTML, each made to stand for itself.
fn punctuation(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(
            character,
            '\\' | '`' | '[' | ']' | '<' | '_' | '*' | '~' | '&'
        ) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Breaks Markdown into lines of at most `width` columns; wide characters count twice, code stays in one piece.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let columns: usize = word
            .chars()
            .map(|character| if character.is_ascii() { 1 } else { 2 })
            .sum();
        if used > 0 && used + 1 + columns > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += columns;
    }
    lines.push(line);
    lines
        .iter()
        .map(|line| plain_start(line).replace(GLUE, " "))
        .collect()
}

/// A line that begins like a list, a heading or a quotation would become one.
fn plain_start(line: &str) -> String {
    if line.starts_with(['-', '+', '#', '>', '=', '|', ':']) {
        return format!("\\{line}");
    }
    let digits = line.len()
        - line
            .trim_start_matches(|first: char| first.is_ascii_digit())
            .len();
    match line.split_at_checked(digits) {
        Some((number, rest)) if digits > 0 && rest.starts_with(['.', ')']) => {
            format!("{number}\\{rest}")
        }
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{escape, wrap};

    #[test]
    fn nothing_is_taken_for_markup() {
        for (plain, markdown) in [
            ("a [link](x) and [^1]", r"a \[link\](x) and \[^1\]"),
            ("<b>bold</b> List<String>", r"\<b>bold\</b> List\<String>"),
            ("*much* ~~less~~ &lt;", r"\*much\* \~\~less\~\~ \&lt;"),
            (r"write \u4e2d", r"write \\u4e2d"),
            ("an `odd one", r"an \`odd one"),
            ("set `a [b]` here", "set `a\u{1}[b]` here"),
            (
                "orderId, order_id (ORDER_ID)!",
                "`orderId`, `order_id` (`ORDER_ID`)!",
            ),
            ("[userName]", r"\[`userName`\]"),
        ] {
            assert_eq!(escape(plain), markdown);
        }
    }

    #[test]
    fn addresses_become_links() {
        for (plain, markdown) in [
            (
                "see https://a.example/x_y?z=[1].",
                "see <https://a.example/x_y?z=[1>\\].",
            ),
            (
                "见https://a.example/b。然后",
                "见<https://a.example/b>。然后",
            ),
            ("(http://a.example/)", "(<http://a.example/>)"),
            ("begins with https://", "begins with https://"),
        ] {
            assert_eq!(escape(plain), markdown);
        }
    }

    #[test]
    fn lines_do_not_become_lists() {
        assert_eq!(wrap("a - b", 2), ["a", r"\-", "b"]);
        assert_eq!(wrap("a 1. b", 2), ["a", r"1\.", "b"]);
        assert_eq!(wrap("a `b\u{1}c` d", 5), ["a", "`b c`", "d"]);
    }
}
