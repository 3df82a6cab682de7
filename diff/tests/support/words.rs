//! Every word a guide writes, and what it could say instead.

use std::collections::BTreeMap;

use koo_spec::language::{Form, Shape};
use serde_json::{Map, Value, json};

/// A word of the language: a form and one of its keys.
pub(crate) type Word = (&'static str, &'static str);

/// A word where a guide writes it.
#[derive(Clone)]
pub(crate) struct Written {
    /// The words it stands in, outermost first, itself last.
    pub(crate) words: Vec<Word>,
    /// Where it stands.
    pub(crate) pointer: String,
    shape: Shape,
}

impl Written {
    /// Whether parameters by name stand here.
    pub(crate) fn holds_parameters(&self) -> bool {
        matches!(self.shape, Shape::Named(Shape::Map(form)) if form.name == "parameter")
    }
}

/// Texts by the key they are written under: what a reference could name instead.
pub(crate) type Known = BTreeMap<&'static str, Vec<Value>>;

/// Every word of a document of a form.
pub(crate) fn written(form: &'static Form, document: &Value) -> Vec<Written> {
    let mut found = Vec::new();
    of_form(form, document, "", &[], &mut found);
    found
}

fn of_form(
    form: &'static Form,
    value: &Value,
    pointer: &str,
    above: &[Word],
    found: &mut Vec<Written>,
) {
    for key in form.keys {
        let Some(inner) = value.get(key.name) else {
            continue;
        };
        let pointer = format!("{pointer}/{}", escaped(key.name));
        let mut words = above.to_vec();
        words.push((form.name, key.name));
        found.push(Written {
            words: words.clone(),
            pointer: pointer.clone(),
            shape: key.shape,
        });
        of_shape(key.shape, inner, &pointer, &words, found);
    }
}

fn of_shape(shape: Shape, value: &Value, pointer: &str, above: &[Word], found: &mut Vec<Written>) {
    match (shape, value) {
        (Shape::Map(form), Value::Object(_)) => of_form(form, value, pointer, above, found),
        (Shape::Named(inner), Value::Object(entries)) => {
            for (name, value) in entries {
                let pointer = format!("{pointer}/{}", escaped(name));
                of_shape(*inner, value, &pointer, above, found);
            }
        }
        (Shape::List(inner), Value::Array(elements)) => {
            for (at, value) in elements.iter().enumerate() {
                of_shape(*inner, value, &format!("{pointer}/{at}"), above, found);
            }
        }
        (Shape::Either(shapes), _) => {
            if let Some(shape) = chosen(shapes, value) {
                of_shape(shape, value, pointer, above, found);
            }
        }
        _ => {}
    }
}

/// The shape a value has, as the structure check tells: by its kind.
fn chosen(shapes: &[Shape], value: &Value) -> Option<Shape> {
    shapes.iter().copied().find(|shape| match shape {
        Shape::Map(_) | Shape::Named(_) => value.is_object(),
        Shape::List(_) => value.is_array(),
        Shape::Count | Shape::Number => value.is_number(),
        Shape::Boolean => value.is_boolean(),
        Shape::Word(words) => value.as_str().is_some_and(|text| words.contains(&text)),
        Shape::Text | Shape::Scalar => !value.is_object() && !value.is_array(),
        Shape::Any | Shape::Either(_) => true,
    })
}

/// Every word there is below a form. What stands in a form again is not followed a second time.
pub(crate) fn all_words(form: &'static Form, found: &mut Vec<Word>) {
    for key in form.keys {
        let word = (form.name, key.name);
        if !found.contains(&word) {
            found.push(word);
            words_of(&key.shape, found);
        }
    }
}

fn words_of(shape: &Shape, found: &mut Vec<Word>) {
    match shape {
        Shape::Map(form) => all_words(form, found),
        Shape::Named(inner) | Shape::List(inner) => words_of(inner, found),
        Shape::Either(shapes) => shapes.iter().for_each(|shape| words_of(shape, found)),
        _ => {}
    }
}

/// What texts stand under which key.
pub(crate) fn known(all: &[Written], document: &Value) -> Known {
    let mut known = Known::new();
    for one in all {
        let Some((_, key)) = one.words.last() else {
            continue;
        };
        let Some(value) = document.pointer(&one.pointer) else {
            continue;
        };
        let values = known.entry(key).or_default();
        let texts = match value {
            Value::Array(elements) => elements.clone(),
            other => vec![other.clone()],
        };
        for text in texts.into_iter().filter(Value::is_string) {
            if !values.contains(&text) {
                values.push(text);
            }
        }
    }
    known
}

/// The document with each thing that a word could say instead. Whether it is a sound guide is not looked at.
pub(crate) fn mutants(one: &Written, document: &Value, known: &Known) -> Vec<Value> {
    let Some(value) = document.pointer(&one.pointer) else {
        return Vec::new();
    };
    let (_, key) = one.words.last().copied().unwrap_or_default();
    let mut others = instead(one.shape, value, known.get(key).map_or(&[], Vec::as_slice));
    others.retain(|other| other != value);
    let mut documents: Vec<_> = others
        .into_iter()
        .filter_map(|other| {
            let mut document = document.clone();
            *document.pointer_mut(&one.pointer)? = other;
            Some(document)
        })
        .collect();
    documents.extend(without(&one.pointer, document));
    documents
}

fn without(pointer: &str, document: &Value) -> Option<Value> {
    let mut document = document.clone();
    let (above, key) = pointer.rsplit_once('/')?;
    let key = key.replace("~1", "/").replace("~0", "~");
    document
        .pointer_mut(above)?
        .as_object_mut()?
        .shift_remove(&key)?;
    Some(document)
}

fn instead(shape: Shape, value: &Value, known: &[Value]) -> Vec<Value> {
    match shape {
        Shape::Boolean => vec![json!(!value.as_bool().unwrap_or_default())],
        Shape::Word(words) => words.iter().map(|word| json!(word)).collect(),
        Shape::Count | Shape::Number => value
            .as_i64()
            .map(|number| vec![json!(number + 1), json!(number - 1)])
            .unwrap_or_default(),
        Shape::Text | Shape::Scalar | Shape::Any => leaves(value, known),
        Shape::List(inner) => {
            let mut others = Vec::new();
            let elements = value.as_array().cloned().unwrap_or_default();
            for (at, element) in elements.iter().enumerate() {
                others.extend(instead(*inner, element, known).into_iter().map(|other| {
                    let mut elements = elements.clone();
                    elements[at] = other;
                    Value::from(elements)
                }));
                let mut fewer = elements.clone();
                fewer.remove(at);
                others.push(fewer.into());
            }
            others.extend(
                known
                    .iter()
                    .filter(|known| !elements.contains(known))
                    .map(|known| {
                        let mut more = elements.clone();
                        more.push(known.clone());
                        Value::from(more)
                    }),
            );
            others
        }
        Shape::Named(inner) => {
            let mut others = Vec::new();
            let entries = value.as_object().cloned().unwrap_or_default();
            for (name, entry) in &entries {
                let mut fewer = entries.clone();
                fewer.shift_remove(name);
                others.push(fewer.into());
                others.push(renamed(&entries, name));
                others.extend(instead(*inner, entry, known).into_iter().map(|other| {
                    let mut entries = entries.clone();
                    entries.insert(name.clone(), other);
                    Value::from(entries)
                }));
            }
            others
        }
        // The words of a form are tried by themselves.
        Shape::Map(_) => Vec::new(),
        Shape::Either(shapes) => {
            let mut others = chosen(shapes, value)
                .map(|shape| instead(shape, value, known))
                .unwrap_or_default();
            others.extend(shapes.iter().filter_map(|shape| match shape {
                Shape::Word(words) => words.first().map(|word| json!(word)),
                _ => None,
            }));
            others
        }
    }
}

/// The same with another name for one entry, in the same place.
fn renamed(entries: &Map<String, Value>, from: &str) -> Value {
    entries
        .iter()
        .map(|(name, value)| {
            let other = if name == from {
                format!("{name}2")
            } else {
                name.clone()
            };
            (other, value.clone())
        })
        .collect::<Map<_, _>>()
        .into()
}

/// A value with one of its texts, numbers or truths changed, each in turn.
fn leaves(value: &Value, known: &[Value]) -> Vec<Value> {
    match value {
        Value::String(text) => {
            let mut others = vec![json!(format!("{text}x"))];
            // Another date, span of time, version or number.
            if let Some(at) = text.rfind(|letter: char| letter.is_ascii_digit()) {
                let digit = if &text[at..=at] == "1" { "2" } else { "1" };
                others.push(json!(format!("{}{digit}{}", &text[..at], &text[at + 1..])));
            }
            others.extend(known.iter().cloned());
            others
        }
        Value::Number(number) => vec![json!(number.as_i64().unwrap_or_default() + 1)],
        Value::Bool(truth) => vec![json!(!truth)],
        Value::Array(elements) => elements
            .iter()
            .enumerate()
            .flat_map(|(at, element)| {
                leaves(element, &[])
                    .into_iter()
                    .map(move |other| (at, other))
            })
            .map(|(at, other)| {
                let mut elements = elements.clone();
                elements[at] = other;
                elements.into()
            })
            .collect(),
        Value::Object(entries) => entries
            .iter()
            .flat_map(|(name, entry)| {
                leaves(entry, &[])
                    .into_iter()
                    .map(move |other| (name, other))
            })
            .map(|(name, other)| {
                let mut entries = entries.clone();
                entries.insert(name.clone(), other);
                entries.into()
            })
            .collect(),
        Value::Null => Vec::new(),
    }
}

/// A name as a step of a JSON pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
