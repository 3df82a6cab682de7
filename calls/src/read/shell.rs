//! Splits a command line into words as a POSIX shell does, with the `$'…'` quotes that browsers write.

use super::{CaptureError, line_of};

/// The words of a command. Variables and substitutions are no words: they stay as they are written.
pub(super) fn words(command: &str) -> Result<Vec<String>, CaptureError> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut rest = command.char_indices().peekable();
    while let Some((at, letter)) = rest.next() {
        match letter {
            '\\' => match rest.next() {
                // A backslash at the end of a line continues it.
                Some((_, '\n')) | None => {}
                Some((_, '\r')) => {
                    rest.next_if(|(_, letter)| *letter == '\n');
                }
                Some((_, letter)) => word.get_or_insert_default().push(letter),
            },
            '\'' => {
                let quoted = word.get_or_insert_default();
                take_until(command, at, &mut rest, '\'', |_, _| false, quoted)?;
            }
            '"' => {
                let quoted = word.get_or_insert_default();
                take_until(command, at, &mut rest, '"', double_escape, quoted)?;
            }
            '$' if rest.next_if(|(_, letter)| *letter == '\'').is_some() => {
                let quoted = word.get_or_insert_default();
                take_until(command, at, &mut rest, '\'', ansi_escape, quoted)?;
            }
            letter if letter.is_whitespace() => words.extend(word.take()),
            letter => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    Ok(words)
}

type Letters<'a> = std::iter::Peekable<std::str::CharIndices<'a>>;

/// Takes letters up to a closing quote. `escape` handles what follows a backslash; `false` means it is none.
fn take_until(
    command: &str,
    from: usize,
    rest: &mut Letters<'_>,
    quote: char,
    escape: fn(&mut Letters<'_>, &mut String) -> bool,
    word: &mut String,
) -> Result<(), CaptureError> {
    while let Some((_, letter)) = rest.next() {
        if letter == quote {
            return Ok(());
        }
        if letter != '\\' || !escape(rest, word) {
            word.push(letter);
        }
    }
    Err(CaptureError::Malformed {
        line: line_of(command.as_bytes(), from),
        form: "curl command",
        problem: "a quote that opens here is never closed".to_owned(),
    })
}

/// In double quotes a backslash escapes a few letters only.
fn double_escape(rest: &mut Letters<'_>, word: &mut String) -> bool {
    if rest.next_if(|(_, letter)| *letter == '\n').is_some() {
        return true;
    }
    match rest.next_if(|(_, letter)| matches!(letter, '"' | '\\' | '$' | '`')) {
        Some((_, letter)) => {
            word.push(letter);
            true
        }
        None => false,
    }
}

/// In `$'…'` a backslash escapes as in C.
fn ansi_escape(rest: &mut Letters<'_>, word: &mut String) -> bool {
    let Some((_, letter)) = rest.next() else {
        return false;
    };
    let plain = match letter {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'x' => return coded(rest, word, 2),
        'u' => return coded(rest, word, 4),
        'U' => return coded(rest, word, 8),
        letter => letter,
    };
    word.push(plain);
    true
}

fn coded(rest: &mut Letters<'_>, word: &mut String, most: usize) -> bool {
    let mut code = String::new();
    while code.len() < most {
        let Some((_, digit)) = rest.next_if(|(_, letter)| letter.is_ascii_hexdigit()) else {
            break;
        };
        code.push(digit);
    }
    let unit = u32::from_str_radix(&code, 16).unwrap_or(0xfffd);
    // Browsers write letters beyond the first plane as two halves.
    let low = (0xd800..0xdc00)
        .contains(&unit)
        .then(|| low_half(rest))
        .flatten();
    let scalar = low.map_or(unit, |low| {
        0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00)
    });
    word.push(char::from_u32(scalar).unwrap_or('\u{fffd}'));
    true
}

/// The second half of a surrogate pair, if it follows.
fn low_half(rest: &mut Letters<'_>) -> Option<u32> {
    let mut ahead = rest.clone();
    let prefix: String = ahead.by_ref().take(2).map(|(_, letter)| letter).collect();
    let digits: String = ahead.by_ref().take(4).map(|(_, letter)| letter).collect();
    let low = u32::from_str_radix(&digits, 16).ok()?;
    if prefix != "\\u" || !(0xdc00..0xe000).contains(&low) {
        return None;
    }
    *rest = ahead;
    Some(low)
}
