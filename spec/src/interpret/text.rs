//! Puts texts together from their parts and takes them apart, straight from the catalogue.

use koo_runtime::composed::{ComposedError, Layout, Part};

use crate::catalogue::ComposedText;

/// The text that these values make, those of each part in order.
///
/// # Errors
///
/// [`ComposedError`]
pub fn compose(text: &ComposedText, values: &[Vec<String>]) -> Result<String, ComposedError> {
    let values: Vec<&[String]> = values.iter().map(Vec::as_slice).collect();
    with_layout(text, |layout| layout.compose(&values))
}

/// The values of each part of a text.
///
/// # Errors
///
/// [`ComposedError`] says which rule the text breaks.
pub fn split(text: &ComposedText, written: &str) -> Result<Vec<Vec<String>>, ComposedError> {
    with_layout(text, |layout| layout.split(written))
}

fn with_layout<R>(text: &ComposedText, act: impl FnOnce(&Layout<'_>) -> R) -> R {
    let parts: Vec<_> = text
        .parts
        .iter()
        .map(|(name, part)| Part {
            name,
            separator: part.separator.as_ref().map(|placed| placed.value.as_str()),
        })
        .collect();
    act(&Layout {
        separator: &text.separator.value,
        parts: &parts,
        letter_case: text.letter_case,
        max_bytes: text.max_bytes.and_then(|max| usize::try_from(max).ok()),
    })
}
