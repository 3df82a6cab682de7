//! Plain text as HTML or Markdown: what stands between backquotes and names of code are set as code, addresses link.

use minijinja::Value;

use crate::markdown as md;
use crate::words::{is_code, sentence};

/// Plain text as HTML within a line.
pub(super) fn rich(text: &str) -> Value {
    Value::from_safe_string(line(text))
}

/// Plain text as HTML paragraphs; blank lines separate them.
pub(super) fn blocks(text: &str) -> Value {
    let paragraphs = text
        .split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty());
    let html = paragraphs.map(|paragraph| format!("<p>{}</p>", line(&sentence(paragraph))));
    Value::from_safe_string(html.collect::<Vec<_>>().join("\n"))
}

/// Plain text as Markdown paragraphs.
pub(super) fn markdown(text: &str) -> String {
    let paragraphs = text
        .split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty());
    let markdown = paragraphs.map(|paragraph| md::inline(&sentence(paragraph)).replace("\\|", "|"));
    markdown.collect::<Vec<_>>().join("\n\n")
}

/// Plain text for a cell of a Markdown table.
pub(super) fn cell(text: &str) -> String {
    md::inline(text)
}

/// A text as part of an anchor.
pub(super) fn slug(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            letter if letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_') => letter,
            _ => '-',
        })
        .collect()
}

fn line(text: &str) -> String {
    let mut html = String::new();
    for (index, part) in text.split('`').enumerate() {
        if index % 2 == 1 {
            html.push_str("<code>");
            html.push_str(&escape(part));
            html.push_str("</code>");
        } else {
            let words: Vec<_> = part.split(' ').map(word).collect();
            html.push_str(&words.join(" "));
        }
    }
    html
}

fn word(word: &str) -> String {
    if let Some(start) = word.find("https://").or_else(|| word.find("http://"))
        && let Some((before, rest)) = word.split_at_checked(start)
    {
        let end = rest
            .find(|letter: char| {
                !letter.is_ascii() || matches!(letter, '<' | '>' | '"' | '…' | '{' | ')')
            })
            .unwrap_or(rest.len());
        let address = rest
            .get(..end)
            .unwrap_or(rest)
            .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
        // Something must stand behind the scheme, and a placeholder is no address.
        if address.len() > 10 && !rest.contains('{') {
            let behind = rest.get(address.len()..).unwrap_or_default();
            let shown = escape(address);
            return format!(
                "{}<a href=\"{shown}\" rel=\"noreferrer\">{shown}</a>{}",
                escape(before),
                escape(behind)
            );
        }
    }
    let is_edge = |letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '/';
    let core = word.trim_matches(is_edge);
    match word.split_once(core) {
        Some((before, behind)) if !core.is_empty() && is_code(core) => {
            format!(
                "{}<code>{}</code>{}",
                escape(before),
                escape(core),
                escape(behind)
            )
        }
        _ => escape(word),
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn nothing_is_taken_for_markup() {
        for (plain, html) in [
            (
                "<script>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
            ),
            (
                "`<b>` & orderId.",
                "<code>&lt;b&gt;</code> &amp; <code>orderId</code>.",
            ),
            (
                "see https://example.com/a?b=1&c.",
                "see <a href=\"https://example.com/a?b=1&amp;c\" rel=\"noreferrer\">https://example.com/a?b=1&amp;c</a>.",
            ),
            (
                "https://example.com/\"onmouseover=x",
                "<a href=\"https://example.com/\" rel=\"noreferrer\">https://example.com/</a>&quot;onmouseover=x",
            ),
        ] {
            assert_eq!(line(plain), html);
        }
    }
}
