//! Holds a document against a [`Form`]: keys, kinds and words.

use std::collections::HashMap;

use super::{Form, Shape};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::node::{Entry, Node, Value};

/// Reports every key, kind and word of `node` that `form` does not have.
pub fn check_structure(node: &Node, form: &Form, found: &mut Diagnostics) {
    check_map(node, form, node.span, found);
}

fn check_map(node: &Node, form: &Form, named_at: crate::source::Span, found: &mut Diagnostics) {
    let Value::Map(entries) = &node.value else {
        found.push(
            Diagnostic::new(
                Rule::WrongKind,
                format!("{} is a map with fixed keys", with_article(form.name)),
            )
            .at(node.span, format!("this is {}", node.kind()))
            .hint(format!("its keys are: {}", key_names(form))),
        );
        return;
    };
    check_repetition(entries, Rule::DuplicateKey, found);
    for entry in entries {
        match form.key(&entry.key) {
            Some(key) => check_shape(&entry.value, &key.shape, entry, found),
            None => found.push(
                Diagnostic::new(
                    Rule::UnknownKey,
                    format!("{} has no key `{}`", with_article(form.name), entry.key),
                )
                .at(entry.key_span, "unknown key")
                .suggest(&entry.key, form.keys.iter().map(|key| key.name))
                .hint(format!("its keys are: {}", key_names(form))),
            ),
        }
    }
    for key in form.keys.iter().filter(|key| key.required) {
        let present = entries.iter().any(|entry| entry.key == key.name);
        if !present {
            found.push(
                Diagnostic::new(
                    Rule::MissingKey,
                    format!("{} needs the key `{}`", with_article(form.name), key.name),
                )
                .at(named_at, format!("`{}` is missing here", key.name))
                .hint(format!("`{}`: {}", key.name, key.doc)),
            );
        }
    }
}

/// `entry` is the entry the value stands under: its key is the place of messages about missing things.
fn check_shape(node: &Node, shape: &Shape, entry: &Entry, found: &mut Diagnostics) {
    if node.value == Value::Null && !matches!(shape, Shape::Any) {
        found.push(
            Diagnostic::new(Rule::WrongKind, format!("`{}` has no value", entry.key))
                .at(entry.key_span, "nothing follows this key")
                .hint(format!("it must be {}; or remove the key", describe(shape))),
        );
        return;
    }
    match (shape, &node.value) {
        // `"64"` and `"true"` are words by kind; what is meant is a number and a truth value.
        (Shape::Either(_), Value::Text(text)) if without_quotes(text, shape) => {
            wrong_kind(node, shape, entry, found);
        }
        (Shape::Either(shapes), _) => match shapes.iter().find(|shape| fits(node, shape)) {
            Some(Shape::Word(words)) => check_word(node, words, shape, entry, found),
            Some(shape) => check_shape(node, shape, entry, found),
            None => wrong_kind(node, shape, entry, found),
        },
        (Shape::Map(form), _) => check_map(node, form, entry.key_span, found),
        (Shape::Named(inner), Value::Map(entries)) => {
            check_repetition(entries, Rule::DuplicateKey, found);
            check_letter_case(entries, found);
            for entry in entries {
                check_shape(&entry.value, inner, entry, found);
            }
        }
        (Shape::List(inner), Value::List(elements)) => {
            for element in elements {
                check_shape(element, inner, entry, found);
            }
        }
        (Shape::Word(words), Value::Text(_)) => check_word(node, words, shape, entry, found),
        _ if fits(node, shape) => {}
        _ => wrong_kind(node, shape, entry, found),
    }
}

/// `shape` is all that may stand here, the words among it.
fn check_word(node: &Node, words: &[&str], shape: &Shape, entry: &Entry, found: &mut Diagnostics) {
    if let Value::Text(word) = &node.value
        && !words.contains(&word.as_str())
    {
        found.push(
            Diagnostic::new(
                Rule::UnknownWord,
                format!("`{}` cannot be `{word}`", entry.key),
            )
            .at(node.span, "not one of the words allowed here")
            .suggest(word, words.iter().copied())
            .hint(format!("allowed: {}", allowed(shape))),
        );
    }
}

/// Everything a shape of words allows, as a list.
fn allowed(shape: &Shape) -> String {
    match shape {
        Shape::Word(words) => words.join(", "),
        Shape::Boolean => "true, false".to_owned(),
        Shape::Either(shapes) => shapes.iter().map(allowed).collect::<Vec<_>>().join(", "),
        other => describe(other),
    }
}

/// Whether a text would suit the shape if its quotes were removed, and does not with them.
fn without_quotes(text: &str, shape: &Shape) -> bool {
    match shape {
        Shape::Count => text.parse::<u64>().is_ok(),
        Shape::Number => text.parse::<f64>().is_ok_and(f64::is_finite),
        Shape::Boolean => matches!(text, "true" | "false"),
        Shape::Either(shapes) => {
            let as_text = shapes
                .iter()
                .any(|shape| matches!(shape, Shape::Text | Shape::Scalar | Shape::Any));
            !as_text && shapes.iter().any(|shape| without_quotes(text, shape))
        }
        _ => false,
    }
}

/// Whether the kind of a value suits a shape, without looking deeper.
fn fits(node: &Node, shape: &Shape) -> bool {
    match (shape, &node.value) {
        (Shape::Any, _)
        | (Shape::Text | Shape::Word(_), Value::Text(_))
        | (
            Shape::Scalar,
            Value::Text(_) | Value::Integer(_) | Value::Number(_) | Value::Boolean(_),
        )
        | (Shape::Number, Value::Integer(_) | Value::Number(_))
        | (Shape::Boolean, Value::Boolean(_))
        | (Shape::Named(_) | Shape::Map(_), Value::Map(_))
        | (Shape::List(_), Value::List(_)) => true,
        (Shape::Count, Value::Integer(number)) => *number >= 0,
        (Shape::Either(shapes), _) => shapes.iter().any(|shape| fits(node, shape)),
        _ => false,
    }
}

fn wrong_kind(node: &Node, shape: &Shape, entry: &Entry, found: &mut Diagnostics) {
    let mut diagnostic = Diagnostic::new(
        Rule::WrongKind,
        format!("`{}` must be {}", entry.key, describe(shape)),
    )
    .at(node.span, format!("this is {}", node.kind()));
    let numeric = matches!(
        node.value,
        Value::Integer(_) | Value::Number(_) | Value::Boolean(_)
    );
    if numeric && matches!(shape, Shape::Text) {
        diagnostic = diagnostic.hint("put it in quotes");
    }
    if matches!(node.value, Value::Integer(number) if number < 0) {
        diagnostic = diagnostic.hint("it cannot be negative");
    }
    if let Value::Text(text) = &node.value {
        if without_quotes(text, shape) {
            diagnostic = diagnostic.hint(format!("write {text} without quotes"));
        } else if matches!(shape, Shape::Boolean) {
            diagnostic =
                diagnostic.hint("YAML knows `true` and `false`; yes, no, on and off are text");
        } else if matches!(shape, Shape::List(_)) {
            diagnostic = diagnostic.hint(format!("a list of one is [{text}]"));
        }
    }
    found.push(diagnostic);
}

fn check_repetition(entries: &[Entry], rule: Rule, found: &mut Diagnostics) {
    let mut seen = HashMap::new();
    for entry in entries {
        if let Some(first) = seen.insert(entry.key.as_str(), entry.key_span) {
            found.push(
                Diagnostic::new(
                    rule,
                    format!("`{}` stands twice in the same map", entry.key),
                )
                .at(entry.key_span, "again here")
                .at(first, "first defined here")
                .hint("keep one of the two"),
            );
        }
    }
}

fn check_letter_case(entries: &[Entry], found: &mut Diagnostics) {
    let mut seen: HashMap<String, &Entry> = HashMap::new();
    for entry in entries {
        match seen.get(&entry.key.to_lowercase()) {
            Some(first) if first.key != entry.key => found.push(
                Diagnostic::new(
                    Rule::DuplicateByCase,
                    format!("`{}` and `{}` differ only in letter case", entry.key, first.key),
                )
                .at(entry.key_span, "this name")
                .at(first.key_span, "first defined here")
                .hint("copies of pages often lose letter case: keep the spelling of the original page"),
            ),
            Some(_) => {}
            None => {
                seen.insert(entry.key.to_lowercase(), entry);
            }
        }
    }
}

fn describe(shape: &Shape) -> String {
    match shape {
        Shape::Text => "text".to_owned(),
        Shape::Scalar => "text or a number".to_owned(),
        Shape::Count => "a whole number".to_owned(),
        Shape::Number => "a number".to_owned(),
        Shape::Boolean => "true or false".to_owned(),
        Shape::Any => "any value".to_owned(),
        Shape::Word([word]) => (*word).to_owned(),
        Shape::Word(words) => format!("one of {}", words.join(", ")),
        Shape::Map(form) => format!("a map ({})", form.name),
        Shape::Named(_) => "a map of names".to_owned(),
        Shape::List(Shape::Text) => "a list of texts".to_owned(),
        Shape::List(Shape::Map(form)) => format!("a list of maps ({})", form.name),
        Shape::List(inner) => format!("a list, each element {}", describe(inner)),
        Shape::Either(shapes) => shapes.iter().map(describe).collect::<Vec<_>>().join(" or "),
    }
}

fn with_article(name: &str) -> String {
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {name}")
}

fn key_names(form: &Form) -> String {
    form.keys
        .iter()
        .map(|key| key.name)
        .collect::<Vec<_>>()
        .join(", ")
}
