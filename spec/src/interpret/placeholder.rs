//! Placeholders in texts and JSON: `{name}`, `{name.member}`, `{name:form}`.
//!
//! A text that is one placeholder becomes the value as it is; among other text it becomes the text of the value.
//! Through lists a path leads to all elements. `{now:LAYOUT}` is this moment; the form `json` is the value as JSON text.

use koo_runtime::scheme::timestamp;
use serde_json::{Map, Value};

/// The name of this moment.
pub const NOW: &str = "now";
/// The form of a value as JSON text.
const JSON: &str = "json";

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Text that stands for itself.
    Text(&'t str),
    /// Text that stands for a value.
    Placeholder {
        /// Name and members, joined with points.
        path: &'t str,
        /// Form in which the value is written.
        form: Option<&'t str>,
    },
}

/// The pieces of a text. Braces around anything but a path are text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|rest| rest.find('{')) {
        let open = from + at;
        let inside = rest.get(open + 1..).unwrap_or_default();
        let Some(close) = inside.find('}') else {
            break;
        };
        let (within, after) = inside.split_at(close);
        let (path, form) = match within.split_once(':') {
            Some((path, form)) => (path, Some(form)),
            None => (within, None),
        };
        if !is_path(path) {
            from = open + 1;
            continue;
        }
        let before = rest.get(..open).unwrap_or_default();
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        pieces.push(Piece::Placeholder { path, form });
        rest = after.get(1..).unwrap_or_default();
        from = 0;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

fn is_path(text: &str) -> bool {
    let is_name = |name: &str| {
        let mut letters = name.chars();
        letters
            .next()
            .is_some_and(|first| first.is_alphabetic() || first == '_')
            && letters.all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-'))
    };
    text.split('.').all(is_name)
}

/// What placeholders stand for.
#[derive(Debug, Clone, Copy)]
pub struct Values<'a> {
    /// Values by name.
    pub named: &'a Map<String, Value>,
    /// This moment, in milliseconds since 1970.
    pub now_millis: i64,
}

impl Values<'_> {
    /// The value of a template. Members whose placeholder stands for nothing are left out.
    pub fn fill(&self, template: &Value) -> Value {
        match template {
            Value::String(text) => self.fill_text(text),
            Value::Array(elements) => elements.iter().map(|it| self.fill(it)).collect(),
            Value::Object(members) => members
                .iter()
                .map(|(name, member)| (name, member, self.fill(member)))
                .filter(|(_, member, filled)| !filled.is_null() || member.is_null())
                .map(|(name, _, filled)| (name.clone(), filled))
                .collect(),
            other => other.clone(),
        }
    }

    /// The text of a template; what stands for nothing is empty.
    pub fn text(&self, template: &str) -> String {
        let pieces = pieces(template).into_iter();
        pieces
            .map(|piece| match piece {
                Piece::Text(text) => text.to_owned(),
                Piece::Placeholder { path, form } => written(&self.value(path, form)),
            })
            .collect()
    }

    fn fill_text(&self, text: &str) -> Value {
        match pieces(text).as_slice() {
            [Piece::Placeholder { path, form }] => self.value(path, *form),
            _ => Value::String(self.text(text)),
        }
    }

    fn value(&self, path: &str, form: Option<&str>) -> Value {
        if path == NOW {
            return match form {
                Some(layout) => timestamp::written(self.now_millis, layout).into(),
                None => self.now_millis.into(),
            };
        }
        let (name, rest) = match path.split_once('.') {
            Some((name, rest)) => (name, Some(rest)),
            None => (path, None),
        };
        let value = self.named.get(name);
        let value = value.map(|value| match rest {
            Some(rest) => member(value, rest),
            None => value.clone(),
        });
        match (value, form) {
            (Some(value), Some(JSON)) if !value.is_null() => value.to_string().into(),
            (value, _) => value.unwrap_or_default(),
        }
    }
}

/// The value at a path below another; of a list that of every element.
pub fn member(value: &Value, path: &str) -> Value {
    let (name, rest) = match path.split_once('.') {
        Some((name, rest)) => (name, Some(rest)),
        None => (path, None),
    };
    match value {
        Value::Array(elements) => {
            let elements = elements.iter().map(|element| member(element, path));
            elements.filter(|element| !element.is_null()).collect()
        }
        _ => match (value.get(name), rest) {
            (Some(value), Some(rest)) => member(value, rest),
            (value, _) => value.cloned().unwrap_or_default(),
        },
    }
}

/// The text of a value.
pub fn written(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Values;

    fn fill(template: &Value) -> Value {
        let named = json!({
            "id": "a", "count": 3, "lines": [{"id": "l1"}, {"id": "l2"}, {}],
            "order": {"buyer": {"name": "b"}},
        });
        let Value::Object(named) = named else {
            unreachable!()
        };
        let values = Values {
            named: &named,
            now_millis: 1_710_686_557_000,
        };
        values.fill(template)
    }

    #[test]
    fn a_lone_placeholder_is_the_value_itself() {
        assert_eq!(fill(&json!("{count}")), json!(3));
        assert_eq!(fill(&json!("{order.buyer}")), json!({"name": "b"}));
        assert_eq!(fill(&json!("{lines.id}")), json!(["l1", "l2"]));
        assert_eq!(fill(&json!("{nothing}")), Value::Null);
    }

    #[test]
    fn among_text_it_is_the_text_of_the_value() {
        assert_eq!(fill(&json!("{id}/{count}{nothing}.")), json!("a/3."));
        assert_eq!(
            fill(&json!("{now:yyyyMMddHHmmss}Z")),
            json!("20240317144237Z")
        );
        assert_eq!(fill(&json!("{order.buyer:json}")), json!(r#"{"name":"b"}"#));
    }

    #[test]
    fn other_braces_are_text() {
        for text in ["{", "{}", "{ id }", "{\"a\":1}", "a}b{", "{{"] {
            assert_eq!(fill(&json!(text)), json!(text), "{text}");
        }
        assert_eq!(fill(&json!("{\"x\":\"{id}\"}")), json!("{\"x\":\"a\"}"));
    }

    #[test]
    fn members_that_stand_for_nothing_are_left_out() {
        let template = json!({"a": "{id}", "b": "{nothing}", "c": null, "d": ["{nothing}"]});
        assert_eq!(fill(&template), json!({"a": "a", "c": null, "d": [null]}));
    }
}
