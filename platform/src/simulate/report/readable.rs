//! Texts for documents that are read as XML.

use serde_json::Value;

/// JSON whose texts have no character that XML does not have, such as a control character or an escape of a terminal.
pub(super) fn readable(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.chars().filter(|it| is_sound(*it)).collect()),
        Value::Array(list) => list.into_iter().map(readable).collect(),
        Value::Object(object) => {
            let members = object.into_iter();
            members
                .map(|(name, value)| (name, readable(value)))
                .collect()
        }
        other => other,
    }
}

/// Whether XML has a character. A carriage return is left out too: it would come back as a line feed.
fn is_sound(letter: char) -> bool {
    let is_shown = !letter.is_control() || matches!(letter, '\n' | '\t');
    is_shown && !matches!(letter, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::readable;

    #[test]
    fn what_xml_does_not_have_is_left_out() {
        let told = json!({"a": ["x\u{1b}[31m\ty\r\n\u{0}\u{ffff}\u{85}é😀"], "b": 1});
        assert_eq!(readable(told), json!({"a": ["x[31m\ty\né😀"], "b": 1}));
    }
}
