//! Texts that are put together from parts: they can be taken apart again, and the examples are such texts.

use crate::catalogue::{ComposedText, Family};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::interpret;

pub(super) fn check(family: &Family, found: &mut Diagnostics) {
    for (name, text) in &family.texts {
        if separators(name, text, found) {
            examples(name, text, found);
        }
    }
}

/// Whether the parts can be told apart.
fn separators(name: &str, text: &ComposedText, found: &mut Diagnostics) -> bool {
    let outer = text.separator.value.as_str();
    let inner = text
        .parts
        .values()
        .filter_map(|part| part.separator.as_ref());
    let ambiguous = inner
        .filter(|inner| {
            inner.value.is_empty() || inner.value.contains(outer) || outer.contains(&inner.value)
        })
        .map(|inner| inner.span);
    let empty = outer.is_empty().then_some(text.separator.span);
    let lacking = text.parts.is_empty().then_some(text.span);
    let problems: Vec<_> = empty.into_iter().chain(ambiguous).chain(lacking).collect();
    for span in &problems {
        found.push(
            Diagnostic::new(
                Rule::InvalidFormat,
                format!("the parts of `{name}` cannot be told apart"),
            )
            .at(*span, "must be there, and differ from the other separator")
            .hint(
                "a composed text needs parts, a separator between them, and another inside a part",
            ),
        );
    }
    problems.is_empty()
}

fn examples(name: &str, text: &ComposedText, found: &mut Diagnostics) {
    for example in &text.examples {
        if let Err(error) = interpret::text::split(text, &example.value) {
            found.push(
                Diagnostic::new(
                    Rule::ExampleViolates,
                    format!("this example is no `{name}`: {error}"),
                )
                .at(example.span, error.to_string())
                .at(text.span, "the text"),
            );
        }
    }
}
