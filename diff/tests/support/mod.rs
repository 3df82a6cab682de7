//! The made-up guide of the tests, and what is compared.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "each test binary uses its part, and helpers of tests may panic"
)]

pub(crate) mod words;

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use koo_codegen::catalogue_json::export_with_positions;
use koo_codegen::{File, rust};
use koo_diff::outline::Outline;
use koo_diff::{Comparison, compare};
use koo_spec::load::{Input, Loaded, load};

/// A guide with something of everything. Sites are called `north` and `south`.
pub(crate) const BASE: &str = include_str!("../base.yaml");

/// The file of the contract as a whole.
pub(crate) const CATALOGUE: &str = "catalogue: demo\ntitle: Demo\ndoc: A made-up contract.\nsites: {north: {title: North}, south: {title: South}}\npackages: {rust: {version: 0.1.0}}\n";

/// A checked catalogue of some guides, given by file name and text.
pub(crate) fn loaded(guides: &[(&str, &str)]) -> Loaded {
    loaded_in(CATALOGUE, guides)
}

fn loaded_in(catalogue: &str, guides: &[(&str, &str)]) -> Loaded {
    let mut inputs = vec![Input::new("catalogue.yaml", catalogue)];
    inputs.extend(guides.iter().map(|(name, text)| Input::new(*name, *text)));
    let loaded = load(inputs);
    assert!(
        loaded.is_usable(),
        "{}",
        koo_spec::report::human(&loaded.diagnostics, &loaded.sources, false)
    );
    loaded
}

/// The outline of some guides.
pub(crate) fn outline_of(guides: &[(&str, &str)]) -> Outline {
    outline_in(CATALOGUE, guides)
}

/// The outline of some guides of a contract.
pub(crate) fn outline_in(catalogue: &str, guides: &[(&str, &str)]) -> Outline {
    let loaded = loaded_in(catalogue, guides);
    Outline::read(&export_with_positions(&loaded.catalogue, &loaded.sources)).unwrap()
}

/// What is emitted for a guide, by file.
pub(crate) fn emitted(text: &str) -> Vec<File> {
    let loaded = loaded(&[("shop.yaml", text)]);
    rust::emit(&loaded.catalogue, &rust::Options::default()).unwrap()
}

/// The outline of one guide; each text is read once.
pub(crate) fn outline(text: &str) -> Outline {
    static KNOWN: LazyLock<Mutex<HashMap<String, Outline>>> = LazyLock::new(Mutex::default);
    if let Some(known) = KNOWN.lock().unwrap().get(text) {
        return known.clone();
    }
    let outline = outline_of(&[("shop.yaml", text)]);
    KNOWN
        .lock()
        .unwrap()
        .insert(text.to_owned(), outline.clone());
    outline
}

/// The base with a text replaced, which must occur.
pub(crate) fn replaced(from: &str, to: &str) -> String {
    replaced_in(BASE, from, to)
}

/// A text with a part replaced, which must occur.
pub(crate) fn replaced_in(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "the base has no {from:?}");
    text.replacen(from, to, 1)
}

/// The comparison of two guides.
pub(crate) fn changes(old: &str, new: &str) -> Comparison {
    compare(&outline(old), &outline(new))
}
