//! Text as it is compared: without invisible characters, with half-width forms and single spaces.

/// Tidies a text. Full-width letters, digits and signs become their half-width forms, every kind of space one space;
/// what cannot be seen goes.
pub(crate) fn clean(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for character in text.chars().filter_map(visible) {
        if character == ' ' && (tidy.is_empty() || tidy.ends_with(' ')) {
            continue;
        }
        tidy.push(character);
    }
    tidy.truncate(tidy.trim_end().len());
    tidy
}

fn visible(character: char) -> Option<char> {
    Some(match character {
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}' => {
            return None;
        }
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0)?,
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2018}' | '\u{2019}' => '\'',
        _ if character.is_whitespace() => ' ',
        _ if character.is_control() => return None,
        _ => character,
    })
}

/// A text reduced to what tells words apart: lower case, without spaces and punctuation.
pub(crate) fn key(text: &str) -> String {
    text.chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether a word stands in a text on its own, not as part of a longer word.
pub(crate) fn has_word(text: &str, word: &str, ignore_case: bool) -> bool {
    if word.is_empty() {
        return false;
    }
    let (text, word) = if ignore_case {
        (text.to_lowercase(), word.to_lowercase())
    } else {
        (text.to_owned(), word.to_owned())
    };
    let belongs = |character: char| character.is_ascii_alphanumeric() || character == '_';
    text.match_indices(&word).any(|(at, found)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text
            .get(at + found.len()..)
            .and_then(|text| text.chars().next());
        !before.is_some_and(belongs) && !after.is_some_and(belongs)
    })
}

#[cfg(test)]
mod tests {
    use super::{clean, has_word, key};

    #[test]
    fn noise_goes() {
        assert_eq!(clean("\u{a0}６４\u{200b}\u{3000}ｃｈａｒｓ\n "), "64 chars");
        assert_eq!(clean("取值：１－调试"), "取值:1-调试");
        assert_eq!(clean("\u{feff}"), "");
    }

    #[test]
    fn keys_compare_words() {
        assert_eq!(
            key("Maximum Length (characters)"),
            "maximumlengthcharacters"
        );
        assert_eq!(key("是否 必选？"), "是否必选");
    }

    #[test]
    fn words_stand_alone() {
        assert!(has_word("取值FREEZE或UNFREEZE", "FREEZE", false));
        assert!(!has_word("UNFREEZE", "FREEZE", false));
        assert!(has_word("freeze", "FREEZE", true));
    }
}
